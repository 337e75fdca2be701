import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOTE_COLOURS } from '../../src/model/colours.ts'
import type { NoteId } from '../../src/model/ids.ts'
import type { ZoneId } from '../../src/model/zones.ts'
import { BLOCKS, CELLS, QUADRANTS, TRAY } from '../../src/model/zones.ts'
import { layoutCanvas } from '../../src/print/layoutCanvas.ts'
import { SMALLEST_NOTE_PT } from '../../src/print/notes.ts'
import type { Line, PrintedPage, Rectangle } from '../../src/print/page.ts'
import { MISSING_SIGN, PLACEHOLDER, toPrintable } from '../../src/print/text/printable.ts'
import type { Written } from './printing.ts'
import {
  canvasWith,
  contains,
  crossings,
  extentOf,
  kit,
  longNote,
  noteBoxesOf,
  overlaps,
  runsOf,
  someDetails,
} from './printing.ts'

const zoneIds = [...BLOCKS, ...QUADRANTS, ...CELLS, TRAY].map((zone) => zone.id)

/** What people write, what they paste, and what nobody should. */
const text = fc.oneof(
  { weight: 6, arbitrary: fc.lorem({ maxCount: 12 }) },
  { weight: 2, arbitrary: fc.nat(40).map(longNote) },
  { weight: 1, arbitrary: fc.lorem({ maxCount: 400 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 120 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('w', 'oleh-oleh', '😋', 'ꦲ', 'e\u0323\u0301', 'a\n', '\n\n\n\n', '漢 '),
        fc.nat(300),
      )
      .map(([unit, count]) => unit.repeat(count)),
  },
)
const someId = fc
  .tuple(fc.constantFrom<ZoneId>(...zoneIds), fc.integer({ min: 1, max: 9 }))
  .map(([zone, turn]) => `${zone}-${turn}` as NoteId)
const tag = fc.oneof(fc.constantFrom('murah', 'oleh-oleh khas Malang', 'W'.repeat(24)), fc.lorem())
const note = fc.record({
  text,
  finding: fc.boolean(),
  example: fc.boolean(),
  colour: fc.constantFrom(...NOTE_COLOURS),
  tags: fc.array(tag, { maxLength: 5 }),
  origin: fc.option(someId),
  joins: fc.array(someId, { maxLength: 4 }),
})
const zone = fc.tuple(fc.constantFrom<ZoneId>(...zoneIds), fc.array(note, { maxLength: 25 }))
const written: fc.Arbitrary<Written> = fc.array(zone, { maxLength: 5 }).map(Object.fromEntries)
const details = fc.record({
  owner: fc.oneof(fc.constant('Bu Ninik'), fc.string({ unit: 'grapheme', maxLength: 80 })),
  business: fc.oneof(fc.constant('Tahu walik'), fc.string({ unit: 'grapheme', maxLength: 120 })),
  workshop: fc.oneof(fc.constant('Guyub Rukun'), fc.lorem({ maxCount: 20 })),
  place: fc.constantFrom('', 'Malang', 'W'.repeat(120)),
  example: fc.boolean(),
  legend: fc.dictionary(
    fc.constantFrom(...NOTE_COLOURS),
    fc.oneof(
      fc.constant('sudah jalan'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    ),
  ),
})

const isMark = (words: string) => /^\p{M}$/u.test(words)
const withoutSpaces = (words: string) => words.replace(/\s+/g, '')
function layout(notes: Written, about: Partial<typeof someDetails>) {
  const canvas = { ...canvasWith(notes), thisWeek: 'tows-so-1' as NoteId }
  const options = { paper: 'A4', tabs: ['bmc', 'swot', 'tows'] } as const
  const { pages } = layoutCanvas(canvas, { ...someDetails, ...about }, options, kit)
  return { canvas, pages }
}

const check = (property: (notes: Written, about: Partial<typeof someDetails>) => void) =>
  fc.assert(fc.property(written, details, property), { numRuns: 60 })

const lineBox = (line: Line): Rectangle => ({
  x: Math.min(line.x1, line.x2),
  y: Math.min(line.y1, line.y2),
  width: Math.abs(line.x2 - line.x1),
  height: Math.abs(line.y2 - line.y1),
})

const paper = (page: PrintedPage): Rectangle => ({
  x: 5,
  y: 5,
  width: page.widthMm - 10,
  height: page.heightMm - 10,
})

describe('whatever is written on a canvas', () => {
  it('is on paper whole', () => {
    check((notes, about) => {
      const { canvas, pages } = layout(notes, about)
      const found = new Map<NoteId, string>()
      for (const run of pages.flatMap(runsOf)) {
        if (run.note) found.set(run.note, (found.get(run.note) ?? '') + run.text)
      }
      for (const each of canvas.notes.values()) {
        const wanted = toPrintable(each.text, kit.faces.semibold).text
        expect(withoutSpaces(found.get(each.id) ?? '')).toBe(
          withoutSpaces(wanted.replaceAll(PLACEHOLDER, MISSING_SIGN)),
        )
      }
    })
  })

  it('lies inside its note, its note inside its zone, all inside the margins', () => {
    check((notes, about) => {
      for (const page of layout(notes, about).pages) {
        const boxes = noteBoxesOf(page)
        const lines = page.items.filter((item) => item.kind === 'line')
        for (const box of boxes) {
          expect(contains(paper(page), box)).toBe(true)
          expect(lines.filter((line) => overlaps(lineBox(line), box))).toEqual([])
        }
        for (const run of runsOf(page)) {
          if (isMark(run.text)) continue
          expect(contains(paper(page), extentOf(run))).toBe(true)
          if (!run.note) continue
          const own = boxes.filter((box) => box.note === run.note)
          expect(own.some((box) => contains(box, extentOf(run)))).toBe(true)
        }
      }
    })
  })

  it('overlaps nothing', () => {
    check((notes, about) => {
      for (const page of layout(notes, about).pages) {
        expect(crossings(page)).toEqual([])
        const boxes = noteBoxesOf(page)
        const runs = runsOf(page).filter((run) => !isMark(run.text))
        for (const [at, run] of runs.entries()) {
          const extent = extentOf(run)
          for (const other of runs.slice(at + 1)) {
            if (overlaps(extent, extentOf(other))) {
              throw new Error(`“${run.text}” and “${other.text}” overlap`)
            }
          }
          const its = run.note ?? run.label
          const foreign = boxes.filter((box) => box.note !== its)
          expect(foreign.filter((box) => overlaps(box, extent))).toEqual([])
        }
        for (const [at, box] of boxes.entries()) {
          expect(boxes.slice(at + 1).filter((other) => overlaps(box, other))).toEqual([])
        }
      }
    })
  })

  it('can be read: no type below its bound, nothing that the face lacks', () => {
    check((notes, about) => {
      for (const run of layout(notes, about).pages.flatMap(runsOf)) {
        expect(run.sizePt).toBeGreaterThanOrEqual(run.note ? SMALLEST_NOTE_PT : 7)
        for (const char of run.text) {
          expect(kit.faces[run.weight].advance(char.codePointAt(0) ?? 0)).toBeDefined()
        }
      }
    })
  })

  it('prints the same twice', () => {
    check((notes, about) => {
      expect(layout(notes, about).pages).toEqual(layout(notes, about).pages)
    })
  })
})
