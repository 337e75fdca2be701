/** One note on paper: a pale tint with a bold bar of its colour. Knows its height at any width and can be cut in two. */
import { NOTE_PAPERS, PRINT_INKS } from '../design/palette.ts'
import type { CanvasView } from '../model/canvas.ts'
import { notesInZone } from '../model/canvas.ts'
import type { NoteColour } from '../model/colours.ts'
import type { NoteId } from '../model/ids.ts'
import type { ZoneId } from '../model/zones.ts'
import type { Kit } from './details.ts'
import { drawPicture } from './draw/pictures.ts'
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
  /** Small lines under the words: what was found, what was invented. */
  labels: readonly ('finding' | 'example')[]
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
  /** The rest follows in another column or on another page. */
  isCut: boolean
  height: number
}

export const LARGEST_NOTE_PT = 11.5
export const SMALLEST_NOTE_PT = 8.5
/** Largest first. */
export const NOTE_SIZES_PT: readonly number[] = [11.5, 11, 10.5, 10, 9.5, 9, 8.5]

const BAR_MM = 1.3
const LABEL = { sizePt: 8, linePt: 10.5 }
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
    padRight: 1.5 + 0.7 * ease,
    gap: 1.2 + 0.4 * ease,
  }
}

/** A zone's notes, ready to be placed. Notes without words stay on the screen. */
export function printNotes(
  canvas: CanvasView,
  zone: ZoneId,
  kit: Kit,
  markExamples: boolean,
  report: (missing: MissingSign) => void,
): PrintNote[] {
  return notesInZone(canvas, zone).flatMap((note) => {
    const printable = toPrintable(note.text, kit.faces.semibold)
    if (printable.text === '') return []
    for (const char of new Set(printable.missing)) {
      report({ char, noteId: note.id, text: note.text.trim() })
    }
    const labels: PrintNote['labels'] = [
      ...(note.finding ? (['finding'] as const) : []),
      ...(note.example && markExamples ? (['example'] as const) : []),
    ]
    const text = measure(printable.text, kit.faces.semibold)
    return [{ id: note.id, colour: note.colour, text, labels, isRest: false }]
  })
}

const linesHeight = (count: number, style: NoteStyle): number => count * style.linePt * MM_PER_PT
const labelsHeight = (count: number): number => count * LABEL.linePt * MM_PER_PT

function pieceFrom(
  note: PrintNote,
  style: NoteStyle,
  width: number,
  lines: WrappedLine[],
  isCut: boolean,
): Piece {
  const labels = (note.isRest ? 1 : 0) + (isCut ? 1 : note.labels.length)
  const height =
    style.padTop + linesHeight(lines.length, style) + labelsHeight(labels) + style.padBottom
  return { note, style, width, lines, isCut, height }
}

export function pieceOf(note: PrintNote, width: number, style: NoteStyle): Piece {
  const inner = width - style.padLeft - style.padRight
  const lines = wrap(note.text, mmToUnits(inner, style.sizePt))
  return pieceFrom(note, style, width, lines, false)
}

/** As many lines as the height holds, and the rest as a note of its own; null when too few would fit. */
export function cutPiece(
  piece: Piece,
  maxHeight: number,
  kit: Kit,
): { head: Piece; rest: PrintNote } | null {
  const { note, style, width, lines } = piece
  const around = pieceFrom(note, style, width, [], true).height
  const fitting = Math.floor((maxHeight - around) / linesHeight(1, style) + 1e-6)
  const count = Math.min(fitting, lines.length - 1)
  if (count < LINES_BEFORE_CUT) return null
  const text = measure(joinLines(lines.slice(count)), kit.faces.semibold)
  return {
    head: pieceFrom(note, style, width, lines.slice(0, count), true),
    rest: { ...note, text, isRest: true },
  }
}

export function drawPiece(sheet: Sheet, kit: Kit, piece: Piece, x: number, y: number) {
  const { note, style } = piece
  const paper = NOTE_PAPERS[note.colour]
  const box = { kind: 'box', y, height: piece.height, stroke: null } as const
  sheet.items.push(
    { ...box, x, width: piece.width, radius: 0.9, fill: paper.tint, note: note.id },
    { ...box, x, width: BAR_MM, radius: 0.4, fill: paper.hue, note: null },
  )
  const left = x + style.padLeft
  let top = y + style.padTop
  const label = (text: string, star: boolean) => {
    drawLabel(sheet, kit, text, star, left, top)
    top += labelsHeight(1)
  }
  if (note.isRest) label(kit.texts.page.cutAbove, false)
  const text: TextStyle = { sizePt: style.sizePt, weight: 'semibold', colour: PRINT_INKS.ink }
  const down = baselineIn(style.linePt, style.sizePt, kit.faces)
  for (const line of piece.lines) {
    putText(sheet, kit.faces, text, line.text, { x: left, baseline: top + down, note: note.id })
    top += linesHeight(1, style)
  }
  if (piece.isCut) label(kit.texts.page.cutBelow, false)
  else for (const each of note.labels) label(kit.texts.page[each], each === 'finding')
}

function drawLabel(sheet: Sheet, kit: Kit, text: string, star: boolean, left: number, top: number) {
  const style: TextStyle = { sizePt: LABEL.sizePt, weight: 'bold', colour: PRINT_INKS.ink }
  const sizeMm = 3.1
  const middle = top + labelsHeight(1) / 2
  if (star) {
    const at = { x: left - 0.3, y: middle - sizeMm / 2 - 0.1, sizeMm, colour: PRINT_INKS.ink }
    sheet.items.push(...drawPicture(kit.pictures, 'starf', at))
  }
  const x = star ? left + sizeMm + 0.5 : left
  putText(sheet, kit.faces, style, text, {
    x,
    baseline: top + baselineIn(LABEL.linePt, LABEL.sizePt, kit.faces),
  })
}
