/** Which notes of the SWOT meet in a strategy: one rule for every screen, and for the document as the strategy arises. */
import type { CanvasView } from './canvas.ts'
import type { NoteId } from './ids.ts'
import type { QuadrantId, ZoneId } from './zones.ts'
import { CELL_USES, isCellId } from './zones.ts'

/** The picked notes that meet in a cell: one of each quadrant that it combines, or none. */
export function pairIn(
  view: CanvasView,
  picked: readonly NoteId[],
  zone: ZoneId,
): readonly NoteId[] {
  if (!isCellId(zone)) return []
  const pair = CELL_USES[zone].flatMap((quadrant) => picked.find(liesIn(view, [quadrant])) ?? [])
  return pair.length === 2 ? pair : []
}

/** With one more, or without it: one from above and one from the left, so that they meet in one cell. */
export function pick(view: CanvasView, picked: readonly NoteId[], note: NoteId): readonly NoteId[] {
  if (picked.includes(note)) return picked.filter((other) => other !== note)
  const side = SIDES.find((quadrants) => liesIn(view, quadrants)(note)) ?? []
  const inItsPlace = liesIn(view, side)
  return [...picked.filter((other) => !inItsPlace(other)), note]
}

const SIDES: readonly (readonly QuadrantId[])[] = [
  ['strengths', 'weaknesses'],
  ['opportunities', 'threats'],
]

const liesIn = (view: CanvasView, zones: readonly ZoneId[]) => (note: NoteId) =>
  zones.some((zone) => view.notes.get(note)?.place.zone === zone)
