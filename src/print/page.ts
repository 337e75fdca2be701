/**
 * A printed page as plain data, in millimetres from its upper left corner. Whoever draws it (PDF, SVG) only draws:
 * every line break, size and place was decided before, so that what is seen is what prints.
 */
import type { Colour } from '../design/palette.ts'
import type { NoteId } from '../model/ids.ts'

export const MM_PER_PT = 25.4 / 72

export type Weight = 'semibold' | 'bold'
export type Stroke = { colour: Colour; widthMm: number }

export type Rectangle = { x: number; y: number; width: number; height: number }

export type Box = Rectangle & {
  kind: 'box'
  radius: number
  fill: Colour | null
  stroke: Stroke | null
  /** Set on the paper of a note. */
  note: NoteId | null
}

export type Line = { kind: 'line'; x1: number; y1: number; x2: number; y2: number; stroke: Stroke }

/** One line of text in one face. Its characters all exist in the face. */
export type Run = {
  kind: 'run'
  x: number
  baseline: number
  /** As measured in the face, without kerning: neither the PDF nor the preview kerns. */
  widthMm: number
  sizePt: number
  weight: Weight
  colour: Colour
  text: string
  /** Reads upwards from (x, baseline). */
  turned: boolean
  /** Set on the words of a note, and on nothing else. */
  note: NoteId | null
  /** Set on small print about a note: its labels, and its words where another page repeats them. */
  label: NoteId | null
}

/** `m` and `l` carry a point, `c` two control points and an end, `h` closes. Absolute millimetres. */
export type PathStep = { op: 'm' | 'l' | 'c' | 'h'; c: number[] }
export type Drawing = {
  kind: 'drawing'
  path: PathStep[]
  fill: Colour | null
  stroke: Stroke | null
}

export type PageItem = Box | Line | Run | Drawing

/** Where a sign stands that the face lacks. Shown in the preview, never printed. */
export type Mark = Rectangle

export type PrintedPage = {
  widthMm: number
  heightMm: number
  /** "Business Model Canvas", "SWOT", "Lanjutan: …" */
  title: string
  items: PageItem[]
  marks: Mark[]
}

/** A sign that prints as □, and where it was written. */
export type MissingSign = {
  /** As people see it: an emoji, a flag, a letter with its marks. */
  char: string
  /** null: in the page's head (a name, the workshop). */
  noteId: NoteId | null
  /** The note, or the line of the head, that holds it. */
  text: string
}

export type PrintedCanvas = {
  /** "Kanvas Pak Wawan - Keripik Singkong" */
  title: string
  pages: PrintedPage[]
  missing: MissingSign[]
}
