import { describe, expect, it } from 'vitest'
import { PAPER_MARK_GRID, PAPER_MARKS } from '../../src/design/paperMarks.ts'
import { NOTE_COLOURS } from '../../src/model/colours.ts'
import { drawPaperMark } from '../../src/print/draw/pictures.ts'
import type { PathStep } from '../../src/print/page.ts'

const GRID = 40

/** Corners of each closed part; curves as their ends, which is near enough to tell signs apart. */
function outlines(path: readonly PathStep[]): [number, number][][] {
  const parts: [number, number][][] = []
  for (const { op, c } of path) {
    if (op === 'm') parts.push([])
    const end = c.slice(-2)
    if (op === 'c') {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0] = c
      const [from = [0, 0]] = parts.at(-1)?.slice(-1) ?? []
      for (let step = 1; step <= 8; step++) {
        const t = step / 8
        const at = (a: number, b: number, d: number, e: number) =>
          (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * d + t ** 3 * e
        parts.at(-1)?.push([at(from[0], x1, x2, x), at(from[1], y1, y2, y)])
      }
    } else if (op !== 'h') parts.at(-1)?.push([end[0] ?? 0, end[1] ?? 0])
  }
  return parts
}

/** How often the outline runs round a point, and which way: what is filled is not 0, by either rule. */
function windings(parts: [number, number][][], x: number, y: number): number {
  let turns = 0
  for (const part of parts) {
    for (const [at, [x1, y1]] of part.entries()) {
      const [x2, y2] = part[(at + 1) % part.length] ?? [0, 0]
      const side = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1)
      if (y1 <= y && y2 > y && side > 0) turns++
      if (y1 > y && y2 <= y && side < 0) turns--
    }
  }
  return turns
}

const inked = NOTE_COLOURS.map((paper) => {
  const place = { x: 0, y: 0, sizeMm: GRID, colour: '#000000' } as const
  const parts = outlines(drawPaperMark(paper, place).path)
  const cells = Array.from({ length: GRID * GRID }, (_, at) =>
    windings(parts, (at % GRID) + 0.5, Math.floor(at / GRID) + 0.5),
  )
  return { paper, cells }
})

describe('the signs of the nine papers', () => {
  it.each(inked)('$paper: lies on its square, filled alike by both rules', ({ paper, cells }) => {
    const numbers = drawPaperMark(paper, { x: 0, y: 0, sizeMm: 1, colour: '#000000' }).path.flatMap(
      ({ c }) => c,
    )
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(1)
    expect(PAPER_MARKS[paper].length).toBeLessThan(120)
    expect(PAPER_MARK_GRID).toBe(10)
    expect(new Set(cells.map(Math.abs))).toEqual(new Set([0, 1]))
  })

  it('differ from one another in a sixth of their ink at least', () => {
    for (const [at, one] of inked.entries()) {
      for (const other of inked.slice(at + 1)) {
        const ink = one.cells.filter((cell, index) => cell !== 0 || other.cells[index] !== 0)
        const same = one.cells.filter((cell, index) => cell !== 0 && other.cells[index] !== 0)
        const share = 1 - same.length / ink.length
        expect([one.paper, other.paper, share > 1 / 6]).toEqual([one.paper, other.paper, true])
      }
    }
  })
})
