/** A canvas as screens, paper and tests read it: immutable plain values. */
import type { NoteId } from './ids.ts'
import type { Note } from './note.ts'
import type { TabId, ZoneId } from './zones.ts'
import { ZONE_IDS, zonesOfTab } from './zones.ts'

export type CanvasView = {
  /** Live notes by id; removed ones are absent. Unchanged notes keep their identity between views. */
  notes: ReadonlyMap<NoteId, Note>
  /** Ids of each zone's notes by rank, ties by id. A zone that did not change keeps its array. */
  zones: Readonly<Record<ZoneId, readonly NoteId[]>>
  /** Written by a newer major version of the schema: show it, do not write. */
  readOnlySchema: boolean
}

export const emptyCanvas: CanvasView = {
  notes: new Map(),
  zones: Object.fromEntries(ZONE_IDS.map((id) => [id, []])) as unknown as CanvasView['zones'],
  readOnlySchema: false,
}

/** The notes of one zone, in order. */
export function notesInZone(view: CanvasView, zone: ZoneId): Note[] {
  const notes: Note[] = []
  for (const id of view.zones[zone]) {
    const note = view.notes.get(id)
    if (note) notes.push(note)
  }
  return notes
}

export const countInTab = (view: CanvasView, tab: TabId): number =>
  zonesOfTab(tab).reduce((sum, zone) => sum + view.zones[zone.id].length, 0)
