import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { besideBox } from '../../src/board/besideBox.ts'

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  width,
  height,
  right: left + width,
  bottom: top + height,
})
const laptop = { width: 1366, height: 768 }
const menu = { width: 334, height: 620 }

describe('a panel about a note', () => {
  it('opens to its right, and to its left where the window ends', () => {
    expect(besideBox(box(20, 100, 248, 64), menu, laptop, true)).toEqual({ left: 274, top: 100 })
    expect(besideBox(box(1096, 100, 248, 64), menu, laptop, true)).toEqual({ left: 756, top: 100 })
  })

  it('opens below or above where neither side has room', () => {
    const tablet = { width: 820, height: 1100 }
    expect(besideBox(box(20, 100, 780, 64), menu, tablet, true).top).toBe(170)
    expect(besideBox(box(20, 900, 780, 64), menu, tablet, true).top).toBe(274)
  })

  it('lies in the window, and beside the note wherever any side has room', () => {
    const notes = fc.record({
      left: fc.integer({ min: 0, max: 1100 }),
      top: fc.integer({ min: 0, max: 700 }),
      width: fc.integer({ min: 60, max: 266 }),
      height: fc.integer({ min: 30, max: 68 }),
    })
    fc.assert(
      fc.property(notes, ({ left, top, width, height }) => {
        const note = box(left, top, width, height)
        const spot = besideBox(note, menu, laptop, true)
        const panel = box(spot.left, spot.top, menu.width, menu.height)
        expect(panel.left).toBeGreaterThanOrEqual(0)
        expect(panel.right).toBeLessThanOrEqual(laptop.width)
        expect(panel.top).toBeGreaterThanOrEqual(0)
        expect(panel.bottom).toBeLessThanOrEqual(laptop.height)
        expect(panel.left >= note.right || panel.right <= note.left).toBe(true)
      }),
    )
  })
})

describe('a panel about a button in a bar', () => {
  it('opens below it, or above at the foot of the window', () => {
    expect(besideBox(box(900, 10, 40, 40), menu, laptop, false)).toEqual({ left: 606, top: 56 })
    expect(besideBox(box(900, 700, 40, 40), menu, laptop, false)).toEqual({ left: 606, top: 74 })
  })
})
