/** One note on paper: a pale tint with a bold bar of its colour, and the sign of that colour. Knows its height at any width and can be cut in two. */
import { NOTE_PAPERS, PRINT_INKS } from '../design/palette.ts'
import type { CanvasView } from '../model/canvas.ts'
import { codeOf, notesInZone, originOf } from '../model/canvas.ts'
import type { NoteColour } from '../model/colours.ts'
import type { NoteId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import type { ZoneId } from '../model/zones.ts'
import { zoneById } from '../model/zones.ts'
import type { Kit } from './details.ts'
import { drawPaperMark } from './draw/pictures.ts'
import type { Label, LabelFlow } from './labels.ts'
import { ABOVE_LABELS_MM, drawLabels, flowLabels, rowsHeight } from './labels.ts'
import type { MissingSign } from './page.ts'
import { MM_PER_PT } from './page.ts'
import type { Sheet, TextStyle } from './sheet.ts'
import { baselineIn, mmToUnits, putText } from './sheet.ts'
import { toPrintable } from './text/printable.ts'
import type { Measured, WrappedLine } from './text/wrap.ts'
import { joinLines, measure, wrap } from './text/wrap.ts'

export type PrintNote = {
  id: NoteId
  colour: NoteColour
  text: Measured
  labels: readonly Label[]
  /** What strategies call it, on pages that show strategies. */
  code: string | null
  /** True for the rest of a note that began in another column. */
  isRest: boolean
}

/** All lengths but the type in millimetres; they shrink a little with the type. */
export type NoteStyle = {
  sizePt: number
  linePt: number
  padTop: number
  padBottom: number
  padLeft: number
  padRight: number
  gap: number
}

/** A note at one width and size. */
export type Piece = {
  note: PrintNote
  style: NoteStyle
  width: number
  lines: WrappedLine[]
  labels: LabelFlow
  /** The rest follows in another column or on another page. */
  isCut: boolean
  height: number
}

export const LARGEST_NOTE_PT = 11.5
export const SMALLEST_NOTE_PT = 8.5
/** Largest first. */
export const NOTE_SIZES_PT: readonly number[] = [11.5, 11, 10.5, 10, 9.5, 9, 8.5]

const BAR_MM = 1.3
/**
 * In the upper right corner, where nobody reads it as the first sign of the words. Dark on the tint: white in a broad bar
 * would fill up on a copier.
 */
const MARK = { mm: 2, edgeMm: 1 }
/** A cut leaves at least this many lines above it. */
const LINES_BEFORE_CUT = 2

export function noteStyle(sizePt: number): NoteStyle {
  const ease = (sizePt - SMALLEST_NOTE_PT) / (LARGEST_NOTE_PT - SMALLEST_NOTE_PT)
  return {
    sizePt,
    linePt: sizePt * 1.25,
    padTop: 1.1 + 0.9 * ease,
    padBottom: 1.3 + 0.9 * ease,
    padLeft: BAR_MM + 1.8 + 0.6 * ease,
    padRight: MARK.edgeMm + MARK.mm + 0.5 + 0.4 * ease,
    gap: 1.2 + 0.4 * ease,
  }
}

export type NotePrinting = {
  kit: Kit
  markExamples: boolean
  /** Whether there is a page that calls notes by their codes. */
  withCodes: boolean
  report(missing: MissingSign): void
}

/** A zone's notes, ready to be placed. Notes without words stay on the screen. */
export function printNotes(canvas: CanvasView, zone: ZoneId, printing: NotePrinting): PrintNote[] {
  const { kit, report } = printing
  return notesInZone(canvas, zone).flatMap((note) => {
    const print = (source: string) => {
      const printable = toPrintable(source, kit.faces.semibold)
      for (const char of new Set(printable.missing)) {
        report({ char, noteId: note.id, text: source.trim() })
      }
      return printable.text
    }
    const words = print(note.text)
    if (words === '') return []
    const code = printing.withCodes ? codeOf(canvas, note.id) : null
    const labels = labelsOf(canvas, note, code, printing, print)
    const text = measure(words, kit.faces.semibold)
    return [{ id: note.id, colour: note.colour, text, labels, code, isRest: false }]
  })
}

const loud = (text: string, picture: string | null = null): Label => ({
  picture,
  text,
  isLoud: true,
})
const quiet = (text: string, picture: string | null = null): Label => ({
  picture,
  text,
  isLoud: false,
})

function labelsOf(
  canvas: CanvasView,
  note: Note,
  code: string | null,
  { kit, markExamples, withCodes }: NotePrinting,
  print: (source: string) => string,
): Label[] {
  const { page, zones } = kit.texts
  const joined = withCodes ? note.joins.map((id) => codeOf(canvas, id)).filter(Boolean) : []
  const isFirst = canvas.thisWeek === note.id && zoneById(note.place.zone).tab === 'tows'
  const origin = originOf(canvas, note)
  const labels: (Label | false)[] = [
    code !== null && loud(code),
    joined.length > 0 && loud(joined.join(' + ')),
    isFirst && loud(page.thisWeek, 'forward'),
    note.finding && loud(page.finding, 'starf'),
    note.example && markExamples && loud(page.example),
    origin?.type === 'there' && originLabel(origin.note.place.zone, zones),
    origin?.type === 'gone' && quiet(page.originGone),
    ...note.tags.map((tag) => quiet(`#${print(tag)}`)),
  ]
  return labels.filter((label) => label !== false)
}

const originLabel = (zone: ZoneId, names: Kit['texts']['zones']): Label =>
  quiet(names[zone].name, zoneById(zone).icon)

const linesHeight = (count: number, style: NoteStyle): number => count * style.linePt * MM_PER_PT
const innerWidth = (width: number, style: NoteStyle): number =>
  width - style.padLeft - style.padRight

function pieceFrom(
  note: PrintNote,
  style: NoteStyle,
  width: number,
  lines: WrappedLine[],
  isCut: boolean,
  kit: Kit,
): Piece {
  const { cutBelow } = kit.texts.page
  const labels = flowLabels(
    isCut ? [loud(cutBelow)] : note.labels,
    innerWidth(width, style),
    kit.faces,
  )
  const above = note.isRest ? rowsHeight(1) : 0
  const below = labels.rows > 0 ? ABOVE_LABELS_MM + rowsHeight(labels.rows) : 0
  const height = style.padTop + above + linesHeight(lines.length, style) + below + style.padBottom
  return { note, style, width, lines, labels, isCut, height }
}

export function pieceOf(note: PrintNote, width: number, style: NoteStyle, kit: Kit): Piece {
  const lines = wrap(note.text, mmToUnits(innerWidth(width, style), style.sizePt))
  return pieceFrom(note, style, width, lines, false, kit)
}

/** As many lines as the height holds, and the rest as a note of its own; null when too few would fit. */
export function cutPiece(
  piece: Piece,
  maxHeight: number,
  kit: Kit,
): { head: Piece; rest: PrintNote } | null {
  const { note, style, width, lines } = piece
  const around = pieceFrom(note, style, width, [], true, kit).height
  const fitting = Math.floor((maxHeight - around) / linesHeight(1, style) + 1e-6)
  const count = Math.min(fitting, lines.length - 1)
  if (count < LINES_BEFORE_CUT) return null
  const text = measure(joinLines(lines.slice(count)), kit.faces.semibold)
  return {
    head: pieceFrom(note, style, width, lines.slice(0, count), true, kit),
    rest: { ...note, text, isRest: true },
  }
}

export function drawPiece(sheet: Sheet, kit: Kit, piece: Piece, x: number, y: number) {
  const { note, style, labels } = piece
  const paper = NOTE_PAPERS[note.colour]
  const box = { kind: 'box', y, height: piece.height, stroke: null } as const
  const corner = { x: x + piece.width - MARK.edgeMm - MARK.mm, y: y + MARK.edgeMm }
  const mark = { ...corner, sizeMm: MARK.mm, colour: paper.hue }
  sheet.items.push(
    { ...box, x, width: piece.width, radius: 0.9, fill: paper.tint, note: note.id },
    { ...box, x, width: BAR_MM, radius: 0.4, fill: paper.hue, note: null },
    drawPaperMark(note.colour, mark),
  )
  const left = x + style.padLeft
  let top = y + style.padTop
  if (note.isRest) {
    const above = flowLabels([loud(kit.texts.page.cutAbove)], piece.width, kit.faces)
    drawLabels(sheet, kit, above, { x: left, y: top, note: note.id })
    top += rowsHeight(1)
  }
  const text: TextStyle = { sizePt: style.sizePt, weight: 'semibold', colour: PRINT_INKS.ink }
  const down = baselineIn(style.linePt, style.sizePt, kit.faces)
  for (const line of piece.lines) {
    putText(sheet, kit.faces, text, line.text, { x: left, baseline: top + down, note: note.id })
    top += linesHeight(1, style)
  }
  drawLabels(sheet, kit, labels, { x: left, y: top + ABOVE_LABELS_MM, note: note.id })
}
