/** A canvas document as plain values, kept up to date: only what changed is read again. */
import type * as Y from 'yjs'
import type { CanvasView } from '../canvas.ts'
import type { NoteId } from '../ids.ts'
import type { Note } from '../note.ts'
import type { ZoneId } from '../zones.ts'
import { ZONE_IDS } from '../zones.ts'
import { compareRanks } from './rank.ts'
import { readNote } from './readNote.ts'
import { canvasSettingsOf, isNewerSchema, notesOf } from './schema.ts'

/** A hostile document may hold more entries than any canvas: screens stop reading here. */
const MAX_NOTES_READ = 4_000

function orderZones(
  notes: ReadonlyMap<NoteId, Note>,
  previous: CanvasView['zones'] | null,
): CanvasView['zones'] {
  const zones = Object.fromEntries(ZONE_IDS.map((id) => [id, [] as NoteId[]])) as Record<
    ZoneId,
    NoteId[]
  >
  const rankOf = (id: NoteId) => notes.get(id)?.place.rank ?? ''
  for (const note of notes.values()) zones[note.place.zone].push(note.id)
  for (const id of ZONE_IDS) {
    zones[id].sort((a, b) => compareRanks(rankOf(a), rankOf(b)) || compareRanks(a, b))
    const before = previous?.[id]
    if (before && sameList(before, zones[id])) zones[id] = before as NoteId[]
  }
  return zones
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index])

function viewOf(doc: Y.Doc, notes: Map<NoteId, Note>, previous: CanvasView | null): CanvasView {
  return {
    notes,
    zones: orderZones(notes, previous?.zones ?? null),
    readOnlySchema: isNewerSchema(canvasSettingsOf(doc)),
  }
}

function readAll(doc: Y.Doc): Map<NoteId, Note> {
  const notes = new Map<NoteId, Note>()
  for (const [id, entry] of notesOf(doc)) {
    if (notes.size >= MAX_NOTES_READ) break
    const read = readNote(id, entry)
    if (read && !read.removed) notes.set(read.note.id, read.note)
  }
  return notes
}

/** The canvas in a document, read once. Total: any document yields a valid view. */
export const readCanvas = (doc: Y.Doc): CanvasView => viewOf(doc, readAll(doc), null)

export type CanvasReader = {
  view(): CanvasView
  subscribe(listener: () => void): () => void
  close(): void
}

/**
 * Follows a document. A change re-reads the notes it touched; all others, and the order of untouched zones, keep their
 * identity, so that a screen redraws one note for a keystroke. Close it when the screen goes.
 */
export function openCanvasReader(doc: Y.Doc): CanvasReader {
  const shared = notesOf(doc)
  const settings = canvasSettingsOf(doc)
  const listeners = new Set<() => void>()
  let view = readCanvas(doc)

  const onNotes = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    const touched = new Set<string>()
    for (const event of events) {
      if (event.target === shared) for (const key of event.keys.keys()) touched.add(key)
      else touched.add(String(event.path[0]))
    }
    const notes = new Map(view.notes)
    for (const id of touched) {
      const read = readNote(id, shared.get(id))
      if (read && !read.removed && (notes.has(read.note.id) || notes.size < MAX_NOTES_READ))
        notes.set(read.note.id, read.note)
      else notes.delete(id as NoteId)
    }
    publish(viewOf(doc, notes, view))
  }
  const onSettings = () => publish(viewOf(doc, new Map(view.notes), view))
  const publish = (next: CanvasView) => {
    view = next
    for (const listener of listeners) listener()
  }

  shared.observeDeep(onNotes)
  settings.observe(onSettings)
  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      shared.unobserveDeep(onNotes)
      settings.unobserve(onSettings)
      listeners.clear()
    },
  }
}
