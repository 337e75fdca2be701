/** What a workshop calls its colours, at the foot of every page: nothing where it has named none. */
import { NOTE_PAPERS, PRINT_INKS } from '../design/palette.ts'
import type { NoteColour } from '../model/colours.ts'
import { NOTE_COLOURS } from '../model/colours.ts'
import type { Legend } from '../model/workshop.ts'
import type { Kit } from './details.ts'
import { drawPaperMark } from './draw/pictures.ts'
import type { MissingSign } from './page.ts'
import type { Sheet, TextStyle } from './sheet.ts'
import { baselineIn, putText, textWidth } from './sheet.ts'
import { toPrintable } from './text/printable.ts'

export type LegendLayout = {
  heightMm: number
  draw(sheet: Sheet, x: number, y: number): void
}

type Entry = { colour: NoteColour; text: string; x: number; row: number }

const ROW_MM = 5
const ABOVE_MM = 1.4
const BETWEEN_MM = 5
const SWATCH = { width: 4.9, bar: 1.1, height: 3.4, mark: 1.8, gap: 1.5 }
const TITLE: TextStyle = { sizePt: 8, weight: 'bold', colour: PRINT_INKS.ink }
const NAME: TextStyle = { sizePt: 8, weight: 'semibold', colour: PRINT_INKS.ink }
const LINE_PT = ROW_MM / (25.4 / 72)

export function layoutLegend(
  legend: Legend,
  widthMm: number,
  kit: Kit,
  report: (missing: MissingSign) => void,
): LegendLayout {
  const { faces, texts } = kit
  const entries: Entry[] = []
  let x = textWidth(faces, TITLE, texts.page.legend) + BETWEEN_MM
  let row = 0
  for (const colour of NOTE_COLOURS) {
    const name = legend[colour]
    if (name === undefined) continue
    const { text, missing } = toPrintable(name.replace(/\s+/g, ' '), faces.semibold)
    for (const char of new Set(missing)) report({ char, noteId: null, text: name })
    const width = SWATCH.width + SWATCH.gap + textWidth(faces, NAME, text)
    if (x + width > widthMm) {
      x = 0
      row++
    }
    entries.push({ colour, text, x, row })
    x += width + BETWEEN_MM
  }
  if (entries.length === 0) return { heightMm: 0, draw() {} }
  return {
    heightMm: ABOVE_MM + (row + 1) * ROW_MM,
    draw(sheet, left, y) {
      const top = y + ABOVE_MM
      const down = baselineIn(LINE_PT, TITLE.sizePt, faces)
      putText(sheet, faces, TITLE, texts.page.legend, { x: left, baseline: top + down })
      for (const entry of entries) drawEntry(sheet, kit, entry, left + entry.x, top, down)
    },
  }
}

/** A note in small, and what it means. */
function drawEntry(
  sheet: Sheet,
  kit: Kit,
  { colour, text, row }: Entry,
  x: number,
  top: number,
  down: number,
) {
  const { hue, tint } = NOTE_PAPERS[colour]
  const y = top + row * ROW_MM + (ROW_MM - SWATCH.height) / 2
  const box = { kind: 'box', x, y, height: SWATCH.height, stroke: null, note: null } as const
  const mark = {
    x: x + SWATCH.bar + (SWATCH.width - SWATCH.bar - SWATCH.mark) / 2,
    y: y + (SWATCH.height - SWATCH.mark) / 2,
    sizeMm: SWATCH.mark,
  }
  sheet.items.push(
    { ...box, width: SWATCH.width, radius: 0.7, fill: tint },
    { ...box, width: SWATCH.bar, radius: 0.4, fill: hue },
    drawPaperMark(colour, { ...mark, colour: hue }),
  )
  const place = { x: x + SWATCH.width + SWATCH.gap, baseline: top + row * ROW_MM + down }
  putText(sheet, kit.faces, NAME, text, place)
}
