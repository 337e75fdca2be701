/** A canvas document as plain values, kept up to date: only what changed is read again. */
import type * as Y from 'yjs'
import type { CanvasView } from '../canvas.ts'
import { emptyCanvas } from '../canvas.ts'
import type { NoteId } from '../ids.ts'
import { createKeyedListeners } from '../keyedListeners.ts'
import type { Note } from '../note.ts'
import { keep, sameValue } from '../sameValue.ts'
import type { ZoneId } from '../zones.ts'
import { compareRanks } from './rank.ts'
import { readNote, readThisWeek } from './readNote.ts'
import { inOrder } from './readZone.ts'
import { canvasSettingsOf, isNewerSchema, notesOf } from './schema.ts'

/** A hostile document may hold more notes than any canvas: screens show this many, the same ones everywhere. */
export const MAX_NOTES_READ = 4_000

type Notes = CanvasView['notes']
type Zones = CanvasView['zones']

/** Ids by zone in order; where nothing came, went or moved a zone keeps its array. */
function orderZones(notes: Notes, previous: CanvasView): Zones {
  const moved = zonesMoved(notes, previous.notes)
  if (moved.size === 0) return previous.zones
  const lying = new Map<ZoneId, Note[]>([...moved].map((zone) => [zone, []]))
  for (const note of notes.values()) lying.get(note.place.zone)?.push(note)
  const zones = { ...previous.zones }
  for (const [zone, unsorted] of lying) {
    const ids = unsorted.sort(inOrder).map(({ id }) => id)
    zones[zone] = keep(previous.zones[zone], ids)
  }
  return zones
}

/** Where notes lie otherwise than before. */
function zonesMoved(notes: Notes, previous: Notes): Set<ZoneId> {
  const moved = new Set<ZoneId>()
  for (const [id, { place }] of notes) {
    const before = previous.get(id)?.place
    if (before === place || sameValue(before, place)) continue
    moved.add(place.zone)
    if (before) moved.add(before.zone)
  }
  for (const [id, { place }] of previous) if (!notes.has(id)) moved.add(place.zone)
  return moved
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

/** Some might fall to the cap: which ones, only all of them can tell. */
const isNearCap = (touched: ReadonlySet<string>, previous: Notes): boolean =>
  previous.size + touched.size > MAX_NOTES_READ

/** The very same where nothing that is seen has changed. */
function readTouched(doc: Y.Doc, touched: ReadonlySet<string>, previous: Notes): Notes {
  const notes = isNearCap(touched, previous)
    ? readAll(doc, previous)
    : readOver(doc, touched, previous)
  return sameNotes(notes, previous) ? previous : notes
}

function readOver(doc: Y.Doc, touched: ReadonlySet<string>, previous: Notes): Notes {
  const notes = new Map(previous)
  for (const id of touched) {
    const note = readLive(doc, id, previous)
    if (note) notes.set(note.id, note)
    else notes.delete(id as NoteId)
  }
  return notes
}

function sameNotes(a: Notes, b: Notes): boolean {
  if (a.size !== b.size) return false
  for (const [id, note] of a) if (b.get(id) !== note) return false
  return true
}

const isSameView = (a: CanvasView, b: CanvasView): boolean =>
  a.notes === b.notes && a.thisWeek === b.thisWeek && a.readOnlySchema === b.readOnlySchema

function viewOf(doc: Y.Doc, notes: Notes, previous: CanvasView): CanvasView {
  const settings = canvasSettingsOf(doc)
  const thisWeek = readThisWeek(settings)
  return {
    notes,
    zones: orderZones(notes, previous),
    thisWeek: thisWeek !== null && notes.has(thisWeek) ? thisWeek : null,
    readOnlySchema: isNewerSchema(settings),
  }
}

/** The canvas in a document, read once. Total: any document yields a valid view. */
export const readCanvas = (doc: Y.Doc): CanvasView =>
  viewOf(doc, readAll(doc, emptyCanvas.notes), emptyCanvas)

export type CanvasReader = {
  view(): CanvasView
  /** Anything on the canvas. */
  subscribe(listener: () => void): () => void
  /** One note. */
  subscribeNote(note: NoteId, listener: () => void): () => void
  close(): void
}

/** Calls back once, soon, however often it is asked meanwhile; asked again from there, once more after that. */
export type Later = { soon(then: () => void): void; close(): void }

/** At once. */
export const noDelay: Later = { soon: (then) => then(), close() {} }

/** So many notes are drawn anew in one frame, even on a cheap phone. */
const NOTES_AT_A_TIME = 16

/**
 * Follows a document. A change re-reads the notes it touched; all others, and the order of untouched zones, keep their
 * identity, so that a screen redraws one note for a keystroke. Own changes are told at once; others' when `others` says so,
 * gathered and some notes at a time, for a phone that comes back hears hundreds in a row. The view itself is always current.
 * Close it when the screen goes.
 */
export function openCanvasReader(doc: Y.Doc, others: Later = noDelay): CanvasReader {
  const shared = notesOf(doc)
  const settings = canvasSettingsOf(doc)
  const listeners = new Set<() => void>()
  const noteListeners = createKeyedListeners()
  /** Not read again yet. */
  const touched = new Set<string>()
  /** What others did to these is not told yet. */
  const untold = new Set<string>()
  let settingsTouched = false
  let view = readCanvas(doc)
  let told = view

  const current = (): CanvasView => {
    if (touched.size === 0 && !settingsTouched) return view
    const notes = touched.size === 0 ? view.notes : readTouched(doc, touched, view.notes)
    if (isNearCap(touched, view.notes)) for (const id of noteListeners.keys()) untold.add(id)
    touched.clear()
    settingsTouched = false
    const next = viewOf(doc, notes, view)
    if (!isSameView(next, view)) view = next
    return view
  }
  const tell = (notes: Iterable<string>) => {
    if (current() !== told) {
      told = view
      for (const listener of listeners) listener()
    }
    for (const id of notes) {
      untold.delete(id)
      noteListeners.tell(id)
    }
    if (untold.size > 0) others.soon(tellSome)
  }
  /** Of one zone: the others are neither laid out nor painted in that frame. */
  const tellSome = () => {
    const { notes } = current()
    const zoneOf = (id: string | undefined) => notes.get(id as NoteId)?.place.zone
    const [first] = untold
    const inZone = [...untold].filter((id) => zoneOf(id) === zoneOf(first))
    tell(inZone.slice(0, NOTES_AT_A_TIME))
  }
  const tellAfter = (transaction: Y.Transaction, ids: readonly string[]) => {
    if (transaction.local) return tell(ids)
    for (const id of ids) untold.add(id)
    others.soon(tellSome)
  }
  const onNotes = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    const ids = events.flatMap((event) =>
      event.target === shared ? [...event.keys.keys()] : [String(event.path[0])],
    )
    for (const id of ids) touched.add(id)
    tellAfter(transaction, ids)
  }
  const onSettings = (_event: unknown, transaction: Y.Transaction) => {
    settingsTouched = true
    tellAfter(transaction, [])
  }

  shared.observeDeep(onNotes)
  settings.observe(onSettings)
  return {
    view: current,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    subscribeNote: noteListeners.subscribe,
    close() {
      others.close()
      shared.unobserveDeep(onNotes)
      settings.unobserve(onSettings)
      listeners.clear()
      noteListeners.clear()
    },
  }
}
