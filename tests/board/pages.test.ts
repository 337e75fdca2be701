import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from '../../src/board/presenting/pages.ts'
import { cutIntoPages, pageWith } from '../../src/board/presenting/pages.ts'

const GAP = 10

/** Notes as a grid lays them: each row as high as it says, and as many notes in it. */
function rows(...each: readonly [height: number, notes: number][]): Box[] {
  let top = 4
  return each.flatMap(([height, notes]) => {
    const row = Array.from({ length: notes }, () => ({ top, height }))
    top += height + GAP
    return row
  })
}

describe('notes on the wall', () => {
  it('stand on one page where all fit', () => {
    expect(cutIntoPages(rows([100, 2], [100, 1]), 210)).toEqual([
      { first: 0, last: 2, scrolled: 0 },
    ])
  })

  it('keep their rows together, and a row that does not fit whole stands on the next page', () => {
    expect(cutIntoPages(rows([100, 3], [100, 3], [90, 2]), 200)).toEqual([
      { first: 0, last: 2, scrolled: 0 },
      { first: 3, last: 7, scrolled: 0 },
    ])
  })

  it('are read on in steps that overlap where one is higher than the page', () => {
    expect(cutIntoPages(rows([50, 1], [250, 1], [50, 1]), 100)).toEqual([
      { first: 0, last: 0, scrolled: 0 },
      { first: 1, last: 1, scrolled: 0 },
      { first: 1, last: 1, scrolled: 90 },
      { first: 1, last: 1, scrolled: 180 },
      { first: 2, last: 2, scrolled: 0 },
    ])
  })

  it('are no page at all where there are none', () => {
    expect(cutIntoPages([], 300)).toEqual([])
    expect(pageWith([], 0)).toBe(0)
  })

  it('stand each on some page, in order, whole or in parts that leave nothing out', () => {
    const someRows = fc.array(
      fc.tuple(fc.integer({ min: 20, max: 900 }), fc.integer({ min: 1, max: 4 })),
      {
        minLength: 1,
        maxLength: 20,
      },
    )
    fc.assert(
      fc.property(someRows, fc.integer({ min: 60, max: 700 }), (each, room) => {
        const boxes = rows(...each)
        const pages = cutIntoPages(boxes, room)
        expect(pages[0]?.first).toBe(0)
        expect(pages.at(-1)?.last).toBe(boxes.length - 1)
        for (const [at, page] of pages.entries()) {
          const top = boxes[page.first]?.top ?? 0
          const bottom = Math.max(
            ...boxes.slice(page.first, page.last + 1).map((box) => box.top + box.height),
          )
          const next = pages[at + 1]
          const isRead = bottom - top - page.scrolled <= room + 1
          if (next && next.first === page.first)
            expect(next.scrolled - page.scrolled).toBeLessThan(room)
          else {
            expect(isRead).toBe(true)
            if (next) expect(next.first).toBe(page.last + 1)
          }
        }
      }),
    )
  })

  it('of which one was in view stay in view when others are written', () => {
    const pages = cutIntoPages(rows([100, 2], [100, 2], [100, 2]), 100)
    expect([0, 1, 2, 3, 4, 5].map((note) => pageWith(pages, note))).toEqual([0, 0, 1, 1, 2, 2])
    expect(pageWith(pages, 9)).toBe(2)
  })
})
