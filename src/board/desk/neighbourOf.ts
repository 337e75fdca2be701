import type { CanvasView } from '../../model/canvas.ts'
import type { NoteId } from '../../model/ids.ts'

/** Of what lay beside a note before it left its zone, what is nearest there now: the next that stays, else the one before, else none. */
export function neighbourOf(before: CanvasView, now: CanvasView, note: NoteId): NoteId | null {
  const zone = before.notes.get(note)?.place.zone
  if (!zone) return null
  const lay = before.zones[zone]
  const at = lay.indexOf(note)
  const stays = (each: NoteId) => each !== note && now.zones[zone].includes(each)
  return lay.slice(at).find(stays) ?? lay.slice(0, at).filter(stays).at(-1) ?? null
}
