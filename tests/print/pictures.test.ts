import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NOW } from '../../src/design/palette.ts'
import { ZONES } from '../../src/model/zones.ts'
import { drawMark, drawPicture } from '../../src/print/draw/pictures.ts'
import { parsePath } from '../../src/print/draw/svgPath.ts'
import { kit } from './printing.ts'

const place = { x: 10, y: 20, sizeMm: 6, colour: '#1B1511' } as const
const printedNames = [
  ...new Set(ZONES.map((zone) => zone.icon)),
  'starf',
  'check',
  'close',
  'forward',
]

describe('drawings on paper', () => {
  it.each(printedNames)('%s lies on its own square, with something to see', (name) => {
    const drawings = drawPicture(kit.pictures, name, place)
    expect(drawings.length).toBeGreaterThan(0)
    for (const { path } of drawings) {
      for (const [at, value] of path.flatMap((step) => step.c).entries()) {
        const start = at % 2 === 0 ? place.x : place.y
        expect(value).toBeGreaterThanOrEqual(start)
        expect(value).toBeLessThanOrEqual(start + place.sizeMm)
      }
    }
  })

  it('has a star that is filled, not outlined', () => {
    expect(drawPicture(kit.pictures, 'starf', place)).toMatchObject([
      { fill: place.colour, stroke: null },
    ])
  })

  it('says which drawing is unknown', () => {
    expect(() => drawPicture(kit.pictures, 'unicorn', place)).toThrow('unicorn')
  })

  it('weaves the same mark as the screen', () => {
    const rects = [...readFileSync('src/design/mark.svg', 'utf8').matchAll(/<rect [^>]*>/g)]
    const numbers = rects.map(([rect]) =>
      ['x', 'y', 'width', 'height', 'rx'].map((name) =>
        Number(rect.match(new RegExp(` ${name}="([^"]+)"`))?.[1]),
      ),
    )
    const strands = drawMark(0, 0, 32)
    expect(strands.map((box) => [box.x, box.y, box.width, box.height, box.radius])).toEqual(numbers)
    expect(strands.filter((box) => box.fill === NOW)).toHaveLength(1)
  })
})

describe('paths', () => {
  it('makes relative steps absolute and repeats commands', () => {
    expect(parsePath('m1 2 3 4h5v-6zM0 0L1 1 2 2')).toEqual([
      { op: 'm', c: [1, 2] },
      { op: 'l', c: [4, 6] },
      { op: 'l', c: [9, 6] },
      { op: 'l', c: [9, 0] },
      { op: 'h', c: [] },
      { op: 'm', c: [0, 0] },
      { op: 'l', c: [1, 1] },
      { op: 'l', c: [2, 2] },
    ])
  })

  it('mirrors the handle of a smooth curve', () => {
    const [, , smooth] = parsePath('M0 0C0 1 1 2 2 2s2 1 2 2')
    expect(smooth).toEqual({ op: 'c', c: [3, 2, 4, 3, 4, 4] })
  })

  it.each([
    ['0 0 1', 1],
    ['0 0 0', -1],
  ])('turns an arc with flags %s to the right side', (flags, side) => {
    const [, first, last] = parsePath(`M0 0A5 5 ${flags} 10 0`)
    const [x = 0, y = 0] = first?.c.slice(4) ?? []
    expect([x, y * side]).toEqual([expect.closeTo(5), expect.closeTo(-5)])
    expect(last?.c.slice(4)).toEqual([expect.closeTo(10), expect.closeTo(0)])
  })

  it('says which command it does not know', () => {
    expect(() => parsePath('M0 0Q1 1 2 2')).toThrow('Q')
  })
})
