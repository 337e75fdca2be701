/** Where notes stand in a zone: columns read downwards, then to the right, in the order of the notes. */
import type { Kit } from './details.ts'
import type { NoteStyle, Piece, PrintNote } from './notes.ts'
import { cutPiece, NOTE_SIZES_PT, noteStyle, pieceOf, SMALLEST_NOTE_PT } from './notes.ts'
import type { Rectangle } from './page.ts'

export type PlacedPiece = { piece: Piece; x: number; y: number }
export type Filling = {
  placed: PlacedPiece[]
  /** What found no room, in order; the first may be the rest of the last one placed. */
  rest: PrintNote[]
}

type Wishes = {
  /** Type to begin with; it shrinks from there. */
  largestPt: number
  /** Columns that look right when there is room. */
  columns: number
  /** Kept free under what is placed when not all of it fits. */
  footMm: number
}

/** Narrower columns break too many words. */
const NARROWEST_MM = 30
/** A binary search for the lowest height at which all columns hold their notes ends here. */
const EVENNESS_MM = 0.5
/** In a column that has other notes already, a note too long for it begins only where so much is free. */
const ROOM_TO_BEGIN_MM = 20
/** About two lines. */
const LEVELLED_MM = 11

export function fillArea(
  notes: readonly PrintNote[],
  area: Rectangle,
  wishes: Wishes,
  kit: Kit,
): Filling {
  if (notes.length === 0) return { placed: [], rest: [] }
  const sizes = NOTE_SIZES_PT.filter((sizePt) => sizePt <= wishes.largestPt)
  for (const sizePt of sizes) {
    const style = noteStyle(sizePt)
    for (const columns of columnCounts(area.width, style, wishes.columns)) {
      const placed = placeAll(notes, area, columns, style, kit)
      if (placed) return { placed, rest: [] }
    }
  }
  return placeSome(notes, { ...area, height: area.height - wishes.footMm }, wishes, kit)
}

/** The wished count first, then all others that are wide enough, most first. */
function columnCounts(width: number, style: NoteStyle, wished: number): number[] {
  const most = Math.max(1, Math.floor((width + style.gap) / (NARROWEST_MM + style.gap)))
  const counts = Array.from({ length: most }, (_, at) => most - at)
  return [...new Set([Math.min(wished, most), ...counts])]
}

const columnWidth = (area: Rectangle, columns: number, style: NoteStyle): number =>
  (area.width - style.gap * (columns - 1)) / columns

const columnX = (area: Rectangle, columns: number, style: NoteStyle, column: number): number =>
  area.x + column * (columnWidth(area, columns, style) + style.gap)

/** All notes in that many even columns, or null when they need more height. */
function placeAll(
  notes: readonly PrintNote[],
  area: Rectangle,
  columns: number,
  style: NoteStyle,
  kit: Kit,
): PlacedPiece[] | null {
  const width = columnWidth(area, columns, style)
  const pieces: Piece[] = []
  let room = area.height * columns
  for (const note of notes) {
    const piece = pieceOf(note, width, style, kit)
    room -= piece.height
    if (room < 0 || piece.height > area.height) return null
    pieces.push(piece)
  }
  const starts = evenColumns(pieces, style.gap, columns, area.height)
  if (!starts) return null
  if (pieces.length <= columns) levelRow(pieces)
  let y = area.y
  let column = -1
  return pieces.map((piece, at) => {
    if (at === starts[column + 1]) {
      column += 1
      y = area.y
    }
    const placed = { piece, x: columnX(area, columns, style, column), y }
    y += piece.height + style.gap
    return placed
  })
}

/** One note a column reads as a row: notes a little lower than the highest become as high. */
function levelRow(pieces: Piece[]) {
  const highest = Math.max(...pieces.map((piece) => piece.height))
  for (const piece of pieces) {
    if (highest - piece.height < LEVELLED_MM) piece.height = highest
  }
}

/** Index of the first piece of each column, so that the tallest column is as low as can be. */
function evenColumns(pieces: readonly Piece[], gap: number, columns: number, height: number) {
  if (pieces.length <= columns) return pieces.map((_, at) => at)
  let best = columnStarts(pieces, gap, height)
  if (best.length > columns) return null
  let high = height
  let low = Math.max(...pieces.map((piece) => piece.height))
  while (high - low > EVENNESS_MM) {
    const middle = (low + high) / 2
    const starts = columnStarts(pieces, gap, middle)
    if (starts.length <= columns) {
      best = starts
      high = middle
    } else low = middle
  }
  return best
}

function columnStarts(pieces: readonly Piece[], gap: number, height: number): number[] {
  const starts: number[] = []
  let used = Number.POSITIVE_INFINITY
  for (const [at, piece] of pieces.entries()) {
    used += piece.height + gap
    if (used - gap > height + 1e-6) {
      starts.push(at)
      used = piece.height + gap
    }
  }
  return starts
}

/** In the smallest type, and in as many columns as take most of the notes. */
function placeSome(
  notes: readonly PrintNote[],
  area: Rectangle,
  wishes: Wishes,
  kit: Kit,
): Filling {
  const style = noteStyle(SMALLEST_NOTE_PT)
  let best: Filling | null = null
  for (const columns of columnCounts(area.width, style, wishes.columns)) {
    const filling = placeInOrder(notes, area, columns, style, kit)
    if (!best || unplaced(filling) < unplaced(best)) best = filling
  }
  return best ?? { placed: [], rest: [...notes] }
}

/** How much text is still to come. */
const unplaced = ({ rest }: Filling): number => rest.reduce((sum, note) => sum + note.text.units, 0)

/** As many as fit in order. The first, and one that no column here could hold, is begun and goes on elsewhere. */
function placeInOrder(
  notes: readonly PrintNote[],
  area: Rectangle,
  columns: number,
  style: NoteStyle,
  kit: Kit,
): Filling {
  const width = columnWidth(area, columns, style)
  const rest = [...notes]
  const placed: PlacedPiece[] = []
  for (let column = 0; column < columns; column++) {
    const x = columnX(area, columns, style, column)
    let y = area.y
    for (let note = rest[0]; note; note = rest[0]) {
      const piece = pieceOf(note, width, style, kit)
      const room = area.y + area.height - y
      if (piece.height <= room) {
        placed.push({ piece, x, y })
        y += piece.height + style.gap
        rest.shift()
        continue
      }
      const isTooLong = placed.length === 0 || note.isRest || piece.height > area.height
      const mayBeCut = isTooLong && (y === area.y || room > ROOM_TO_BEGIN_MM)
      const cut = mayBeCut ? cutPiece(piece, room, kit) : null
      if (cut) {
        placed.push({ piece: cut.head, x, y })
        rest[0] = cut.rest
      }
      break
    }
  }
  return { placed, rest }
}
