import { describe, expect, it } from 'vitest'
import { nearest } from '../../src/board/spatial.ts'

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
