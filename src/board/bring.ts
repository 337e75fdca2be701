/** What becomes of notes that are put somewhere: within a tab and to or from the tray they move, to another tab a linked copy goes. */
import type { CanvasView } from '../model/canvas.ts'
import { notesInZone } from '../model/canvas.ts'
import type { NoteId } from '../model/ids.ts'
import type { ZoneId } from '../model/zones.ts'
import { zoneById } from '../model/zones.ts'

/** The canvas that a SWOT grew out of stays whole: from tab to tab nothing is moved. */
export function isTaken(from: ZoneId, to: ZoneId): boolean {
  const [source, target] = [zoneById(from).tab, zoneById(to).tab]
  return source !== null && target !== null && source !== target
}

/** One hand, one outcome: where any of them would be taken, all are. */
export const areTaken = (view: CanvasView, notes: readonly NoteId[], to: ZoneId): boolean =>
  notes.some((note) => {
    const from = view.notes.get(note)?.place.zone
    return from !== undefined && isTaken(from, to)
  })

/** Whether a thought lies in a zone already, where it was born or as a copy: taken again it would stand there twice. */
export function isThere(view: CanvasView, note: NoteId, zone: ZoneId): boolean {
  const born = view.notes.get(note)?.origin ?? note
  return notesInZone(view, zone).some(({ id, origin }) => id === born || origin === born)
}
