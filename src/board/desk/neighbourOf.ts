import type { CanvasView } from '../../model/canvas.ts'
import type { NoteId } from '../../model/ids.ts'

/** Where the focus goes when these notes leave the one's zone: the next that stays, else the one before, else none. */
export function neighbourOf(
  view: CanvasView,
  note: NoteId,
  leaving: readonly NoteId[] = [note],
): NoteId | null {
  const zone = view.notes.get(note)?.place.zone
  if (!zone) return null
  const notes = view.zones[zone]
  const at = notes.indexOf(note)
  const stays = (each: NoteId) => !leaving.includes(each)
  return notes.slice(at).find(stays) ?? notes.slice(0, at).filter(stays).at(-1) ?? null
}
