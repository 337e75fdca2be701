/** A canvas document as plain values, kept up to date: only what changed is read again. */
import type * as Y from 'yjs'
import type { CanvasView } from '../canvas.ts'
import { emptyCanvas } from '../canvas.ts'
import type { NoteId } from '../ids.ts'
import type { Note } from '../note.ts'
import { keep, sameValue } from '../sameValue.ts'
import type { ZoneId } from '../zones.ts'
import { ZONE_IDS } from '../zones.ts'
import { compareRanks } from './rank.ts'
import { readNote, readThisWeek } from './readNote.ts'
import { canvasSettingsOf, isNewerSchema, notesOf } from './schema.ts'

/** A hostile document may hold more notes than any canvas: screens show this many, the same ones everywhere. */
export const MAX_NOTES_READ = 4_000

type Notes = CanvasView['notes']
type Zones = CanvasView['zones']

/** Ids by zone in order; a zone that did not change keeps its array. */
function orderZones(notes: Notes, previous: Zones): Zones {
  const zones = Object.fromEntries(ZONE_IDS.map((id) => [id, [] as NoteId[]])) as Record<
    ZoneId,
    NoteId[]
  >
  const rankOf = (id: NoteId) => notes.get(id)?.place.rank ?? ''
  for (const note of notes.values()) zones[note.place.zone].push(note.id)
  for (const id of ZONE_IDS) {
    zones[id].sort((a, b) => compareRanks(rankOf(a), rankOf(b)) || compareRanks(a, b))
  }
  return Object.fromEntries(
    ZONE_IDS.map((id) => [id, keep(previous[id], zones[id])]),
  ) as unknown as Zones
}

function readLive(doc: Y.Doc, id: string, previous: Notes): Note | null {
  const read = readNote(id, notesOf(doc).get(id))
  return read && !read.removed ? keep(previous.get(read.note.id), read.note) : null
}

function readAll(doc: Y.Doc, previous: Notes): Notes {
  const live: Note[] = []
  for (const id of notesOf(doc).keys()) {
    const note = readLive(doc, id, previous)
    if (note) live.push(note)
  }
  if (live.length > MAX_NOTES_READ) live.sort((a, b) => compareRanks(a.id, b.id))
  return new Map(live.slice(0, MAX_NOTES_READ).map((note) => [note.id, note]))
}

/** Reads the touched notes alone, unless some might fall to the cap: which ones, only all of them can tell. */
function readTouched(doc: Y.Doc, touched: ReadonlySet<string>, previous: Notes): Notes {
  if (previous.size + touched.size > MAX_NOTES_READ) return readAll(doc, previous)
  const notes = new Map(previous)
  for (const id of touched) {
    const note = readLive(doc, id, previous)
    if (note) notes.set(note.id, note)
    else notes.delete(id as NoteId)
  }
  return notes
}

const sameNotes = (a: Notes, b: Notes): boolean =>
  a.size === b.size && [...a].every(([id, note]) => b.get(id) === note)

const isSameView = (a: CanvasView, b: CanvasView): boolean =>
  sameNotes(a.notes, b.notes) && a.thisWeek === b.thisWeek && a.readOnlySchema === b.readOnlySchema

function viewOf(doc: Y.Doc, notes: Notes, previous: CanvasView): CanvasView {
  const settings = canvasSettingsOf(doc)
  const thisWeek = readThisWeek(settings)
  const lay = (note: Note) => sameValue(previous.notes.get(note.id)?.place, note.place)
  const sameZones = notes.size === previous.notes.size && [...notes.values()].every(lay)
  return {
    notes,
    zones: sameZones ? previous.zones : orderZones(notes, previous.zones),
    thisWeek: thisWeek !== null && notes.has(thisWeek) ? thisWeek : null,
    readOnlySchema: isNewerSchema(settings),
  }
}

/** The canvas in a document, read once. Total: any document yields a valid view. */
export const readCanvas = (doc: Y.Doc): CanvasView =>
  viewOf(doc, readAll(doc, emptyCanvas.notes), emptyCanvas)

export type CanvasReader = {
  view(): CanvasView
  subscribe(listener: () => void): () => void
  close(): void
}

/** Calls back once, soon, however often it is asked meanwhile. */
export type Later = { soon(then: () => void): void; close(): void }

/** At once. */
const noDelay: Later = { soon: (then) => then(), close() {} }

/**
 * Follows a document. A change re-reads the notes it touched; all others, and the order of untouched zones, keep their
 * identity, so that a screen redraws one note for a keystroke. Own changes are told at once; others' when `others` says so,
 * gathered, for a phone that comes back hears hundreds in a row. The view itself is always current.
 * Close it when the screen goes.
 */
export function openCanvasReader(doc: Y.Doc, others: Later = noDelay): CanvasReader {
  const shared = notesOf(doc)
  const settings = canvasSettingsOf(doc)
  const listeners = new Set<() => void>()
  const touched = new Set<string>()
  let settingsTouched = false
  let view = readCanvas(doc)
  let told = view

  const current = (): CanvasView => {
    if (touched.size === 0 && !settingsTouched) return view
    const notes = touched.size === 0 ? view.notes : readTouched(doc, touched, view.notes)
    touched.clear()
    settingsTouched = false
    const next = viewOf(doc, notes, view)
    if (!isSameView(next, view)) view = next
    return view
  }
  const publish = () => {
    if (current() === told) return
    told = view
    for (const listener of listeners) listener()
  }
  const publishAfter = (transaction: Y.Transaction) => {
    if (transaction.local) publish()
    else others.soon(publish)
  }
  const onNotes = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    for (const event of events) {
      if (event.target === shared) for (const key of event.keys.keys()) touched.add(key)
      else touched.add(String(event.path[0]))
    }
    publishAfter(transaction)
  }
  const onSettings = (_event: unknown, transaction: Y.Transaction) => {
    settingsTouched = true
    publishAfter(transaction)
  }

  shared.observeDeep(onNotes)
  settings.observe(onSettings)
  return {
    view: current,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      others.close()
      shared.unobserveDeep(onNotes)
      settings.unobserve(onSettings)
      listeners.clear()
    },
  }
}
