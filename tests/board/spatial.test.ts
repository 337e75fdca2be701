import { describe, expect, it } from 'vitest'
import { isWithin, nearest, sharedBox } from '../../src/board/spatial.ts'

const box = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 60 })

describe('an arrow key', () => {
  const here = box(200, 200)

  it('goes straight on before it goes aside', () => {
    const straightButFar = box(200, 500)
    const asideButNear = box(330, 270)
    expect(nearest(here, [asideButNear, straightButFar], 'down')).toBe(1)
    expect(nearest(here, [asideButNear, box(200, 268)], 'down')).toBe(1)
  })

  it('takes the next of several in a row', () => {
    expect(nearest(here, [box(500, 200), box(308, 200), box(90, 200)], 'right')).toBe(1)
    expect(nearest(here, [box(500, 200), box(308, 200), box(90, 200)], 'left')).toBe(2)
  })

  it('finds nothing behind itself', () => {
    expect(nearest(here, [box(200, 500)], 'up')).toBe(-1)
    expect(nearest(here, [], 'up')).toBe(-1)
  })
})

describe('boxes over each other', () => {
  const note = box(200, 200)

  it('share what both cover, and nothing where they only touch', () => {
    expect(sharedBox(note, box(250, 230))).toEqual({ left: 250, top: 230, right: 300, bottom: 260 })
    expect(sharedBox(note, box(300, 200))).toBeNull()
    expect(sharedBox(note, box(200, 500))).toBeNull()
  })

  it('lie within another whole or not at all', () => {
    expect(isWithin(note, note)).toBe(true)
    expect(isWithin(note, { ...note, top: 100, bottom: 900 })).toBe(true)
    for (const side of ['left', 'top'] as const) {
      expect(isWithin(note, { ...note, [side]: note[side] + 1 })).toBe(false)
    }
    for (const side of ['right', 'bottom'] as const) {
      expect(isWithin(note, { ...note, [side]: note[side] - 1 })).toBe(false)
    }
  })
})
