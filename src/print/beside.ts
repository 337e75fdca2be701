/** A quadrant's notes in small type beside the strategies that combine them, each with its code. */
import { PRINT_INKS } from '../design/palette.ts'
import type { NoteId } from '../model/ids.ts'
import type { Zone } from '../model/zones.ts'
import type { Kit } from './details.ts'
import type { PrintNote } from './notes.ts'
import type { Rectangle } from './page.ts'
import { MM_PER_PT } from './page.ts'
import type { Sheet } from './sheet.ts'
import { baselineIn, mmToUnits, putText, textWidth } from './sheet.ts'
import type { WrappedLine } from './text/wrap.ts'
import { wrap } from './text/wrap.ts'
import type { Overflow } from './zoneBox.ts'
import {
  BELOW_HEADING_MM,
  BLOCK_HEADING,
  drawPointer,
  INSET,
  layoutHeading,
  POINTER_MM,
} from './zoneBox.ts'

type Line = { note: PrintNote; lines: WrappedLine[]; height: number }
type Placed = Line & { x: number; y: number }
type Type = { sizePt: number; linePt: number; codeMm: number; gapMm: number }

const SIZES_PT = [9, 8.5, 8, 7.5, 7]
const BETWEEN_COLUMNS_MM = 5
const AFTER_CODE_MM = 1.6

/**
 * Those that strategies join come first where not all fit; what is left out is in `Overflow`.
 * @param joined The notes that some strategy combines.
 */
export function drawBeside(
  sheet: Sheet,
  kit: Kit,
  zone: Zone,
  notes: readonly PrintNote[],
  joined: ReadonlySet<NoteId>,
  box: Rectangle,
  columns: number,
): Overflow | null {
  const x = box.x + INSET.x
  const y = box.y + INSET.top
  const width = box.width - 2 * INSET.x
  const heading = layoutHeading(kit, zone, kit.texts.zones[zone.id].nickname, width, BLOCK_HEADING)
  heading.draw(sheet, x, y)
  const top = y + heading.height + BELOW_HEADING_MM
  const area = { x, y: top, width, height: box.y + box.height - INSET.bottom - top }
  const { type, placed } = fill(notes, joined, area, columns, kit)
  for (const line of placed) drawLine(sheet, kit, line, type)
  const shown = new Set(placed.map(({ note }) => note))
  const rest = notes.filter((note) => !shown.has(note))
  if (rest.length === 0) return null
  return { zone, notes: rest, pointTo: (page) => drawPointer(sheet, kit, rest, page, area) }
}

function fill(
  notes: readonly PrintNote[],
  joined: ReadonlySet<NoteId>,
  area: Rectangle,
  columns: number,
  kit: Kit,
): { type: Type; placed: Placed[] } {
  let type = typeOf(SIZES_PT[0] ?? 9, notes, kit)
  for (const sizePt of SIZES_PT) {
    type = typeOf(sizePt, notes, kit)
    const placed = place(notes, type, area, 1) ?? place(notes, type, area, columns)
    if (placed) return { type, placed }
  }
  const shorter = { ...area, height: area.height - POINTER_MM }
  const chosen = new Set<PrintNote>()
  let placed: Placed[] = []
  const wanted = [...notes].sort((a, b) => Number(joined.has(b.id)) - Number(joined.has(a.id)))
  for (const note of wanted) {
    chosen.add(note)
    const next = place(
      notes.filter((each) => chosen.has(each)),
      type,
      shorter,
      columns,
    )
    if (!next) break
    placed = next
  }
  return { type, placed }
}

function typeOf(sizePt: number, notes: readonly PrintNote[], kit: Kit): Type {
  const style = { sizePt, weight: 'bold', colour: PRINT_INKS.ink } as const
  const widest = Math.max(0, ...notes.map(({ code }) => textWidth(kit.faces, style, code ?? '')))
  return { sizePt, linePt: sizePt * 1.22, codeMm: widest + AFTER_CODE_MM, gapMm: sizePt * 0.12 }
}

/** One below the other, then the next column; null where they take more. */
function place(
  notes: readonly PrintNote[],
  type: Type,
  area: Rectangle,
  columns: number,
): Placed[] | null {
  const width = (area.width - BETWEEN_COLUMNS_MM * (columns - 1)) / columns
  const placed: Placed[] = []
  let column = 0
  let y = area.y
  for (const note of notes) {
    const lines = wrap(note.text, mmToUnits(width - type.codeMm, type.sizePt))
    const height = lines.length * type.linePt * MM_PER_PT
    if (y + height > area.y + area.height) {
      column++
      y = area.y
    }
    if (column >= columns || height > area.height) return null
    placed.push({ note, lines, height, x: area.x + column * (width + BETWEEN_COLUMNS_MM), y })
    y += height + type.gapMm
  }
  return placed
}

function drawLine(sheet: Sheet, kit: Kit, { note, lines, x, y }: Placed, type: Type) {
  const { sizePt, linePt, codeMm } = type
  const down = baselineIn(linePt, sizePt, kit.faces)
  const at = { baseline: y + down, label: note.id }
  const code = { sizePt, weight: 'bold', colour: PRINT_INKS.ink } as const
  putText(sheet, kit.faces, code, note.code ?? '', { ...at, x })
  const words = { sizePt, weight: 'semibold', colour: PRINT_INKS.second } as const
  for (const [row, { text }] of lines.entries()) {
    const baseline = at.baseline + row * linePt * MM_PER_PT
    putText(sheet, kit.faces, words, text, { ...at, x: x + codeMm, baseline })
  }
}
