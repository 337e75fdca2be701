/** A canvas as screens, paper and tests read it: immutable plain values. */
import type { NoteId } from './ids.ts'
import type { Note } from './note.ts'
import type { TabId, ZoneId } from './zones.ts'
import { QUADRANTS, ZONE_IDS, ZONES, zonesOfTab } from './zones.ts'

export type CanvasView = {
  /** Live notes by id; removed ones are absent. Unchanged notes keep their identity between views. */
  notes: ReadonlyMap<NoteId, Note>
  /** Ids of each zone's notes by rank, ties by id. A zone that did not change keeps its array. */
  zones: Readonly<Record<ZoneId, readonly NoteId[]>>
  /** The strategy that this business does first; null: none chosen, or that note is gone. */
  thisWeek: NoteId | null
  /** Written by a newer major version of the schema: show it, do not write. */
  readOnlySchema: boolean
}

export const emptyCanvas: CanvasView = {
  notes: new Map(),
  zones: Object.fromEntries(ZONE_IDS.map((id) => [id, []])) as unknown as CanvasView['zones'],
  thisWeek: null,
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

export type Origin = { type: 'there'; note: Note } | { type: 'gone' }

/** Where a note was taken from; null: it was written where it is. */
export function originOf(view: CanvasView, note: Note): Origin | null {
  if (note.origin === null) return null
  const origin = view.notes.get(note.origin)
  return origin ? { type: 'there', note: origin } : { type: 'gone' }
}

/** What a strategy calls a note that it combines, "S1" for the first strength; null outside the SWOT. */
export function codeOf(view: CanvasView, note: NoteId): string | null {
  const zone = view.notes.get(note)?.place.zone
  const quadrant = QUADRANTS.find(({ id }) => id === zone)
  return quadrant ? `${quadrant.abbr}${view.zones[quadrant.id].indexOf(note) + 1}` : null
}

/** The tags on this canvas, most used first, each as it is spelled first. */
export function tagsOf(view: CanvasView): string[] {
  const used = new Map<string, { tag: string; count: number }>()
  for (const { id } of ZONES) {
    for (const tag of notesInZone(view, id).flatMap((note) => note.tags)) {
      const key = tag.toLowerCase()
      used.set(key, { tag: used.get(key)?.tag ?? tag, count: (used.get(key)?.count ?? 0) + 1 })
    }
  }
  return [...used.values()].sort((a, b) => b.count - a.count).map(({ tag }) => tag)
}
