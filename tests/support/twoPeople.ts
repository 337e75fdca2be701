/** People on one canvas, each with a document of their own: nothing passes between them until they reconnect. */
import * as Y from 'yjs'
import type { CanvasView } from '../../src/model/canvas.ts'
import type { NewNote } from '../../src/model/doc/addNote.ts'
import { addNote, addNotes } from '../../src/model/doc/addNote.ts'
import type { Step } from '../../src/model/doc/change.ts'
import { duplicatesOf, takenFrom } from '../../src/model/doc/copyNotes.ts'
import type { History } from '../../src/model/doc/history.ts'
import { createHistory } from '../../src/model/doc/history.ts'
import { joinNotes } from '../../src/model/doc/joinNotes.ts'
import { markFinding } from '../../src/model/doc/markFinding.ts'
import type { Destination } from '../../src/model/doc/moveNote.ts'
import { moveNotes } from '../../src/model/doc/moveNote.ts'
import { openCanvasReader } from '../../src/model/doc/readCanvas.ts'
import { recolourNotes } from '../../src/model/doc/recolourNote.ts'
import { removeNotes, restoreNotes } from '../../src/model/doc/removeNote.ts'
import type { Edited } from '../../src/model/doc/setField.ts'
import type { TagChange } from '../../src/model/doc/tagNotes.ts'
import { tagNotes } from '../../src/model/doc/tagNotes.ts'
import type { TextSession } from '../../src/model/doc/textSession.ts'
import { openTextSession } from '../../src/model/doc/textSession.ts'
import { setThisWeek } from '../../src/model/doc/thisWeek.ts'
import type { NoteId } from '../../src/model/ids.ts'
import type { NoteColour } from '../../src/model/note.ts'
import type { ZoneId } from '../../src/model/zones.ts'
import { ZONE_IDS } from '../../src/model/zones.ts'
import type { CanvasBuilder } from './builders.ts'
import { aCanvas, aContext, seededRandom } from './builders.ts'

export type To = { zone: ZoneId; after?: string | null }

export type Person = {
  doc: Y.Doc
  view(): CanvasView
  /** The words of a zone's notes, in order. */
  words(zone: ZoneId): string[]
  textOf(note: string): string | undefined
  addNote(zone: ZoneId, text: string, more?: Omit<NewNote, 'zone' | 'text'>): string
  /** False where nothing was there to change. */
  moveNote(note: string, to: To): boolean
  recolourNote(note: string, colour: NoteColour): boolean
  removeNote(note: string): boolean
  restoreNote(note: string): boolean
  /** Each of these answers with the notes it reached, or made. */
  addNotes(notes: readonly NewNote[]): readonly string[]
  moveNotes(notes: readonly string[], to: To): readonly string[]
  recolourNotes(notes: readonly string[], colour: NoteColour): readonly string[]
  removeNotes(notes: readonly string[]): readonly string[]
  restoreNotes(notes: readonly string[]): readonly string[]
  markFinding(notes: readonly string[], finding: boolean): readonly string[]
  tagNotes(notes: readonly string[], change: TagChange): readonly string[]
  duplicateNotes(notes: readonly string[]): readonly string[]
  takeNotes(notes: readonly string[], to: To): readonly string[]
  joinNotes(note: string, joins: readonly string[]): boolean
  setThisWeek(note: string | null): boolean
  history: History
  /** Opens a note for writing; `leave` closes it and puts the change on the undo stack. */
  writeIn(note: string): Writing
  writeNew(zone: ZoneId, joins?: readonly NoteId[]): Writing
}

export type Writing = TextSession & { leave(): void }

/**
 * Somebody with their own copy of a canvas.
 * @param clientId Decides who wins a concurrent write; left out, Yjs draws it, so a test must hold for either winner.
 */
export function aPerson(seat: string, update: Uint8Array, clientId?: number): Person {
  const doc = new Y.Doc()
  if (clientId !== undefined) doc.clientID = clientId
  Y.applyUpdate(doc, update)
  const reader = openCanvasReader(doc)
  const context = aContext(seat, seededRandom(clientId ?? 1))
  const history = createHistory(doc, context)
  const did = (step: Step | null): boolean => {
    if (step) history.push(step)
    return step !== null
  }
  const all = ({ reached, step }: Edited): readonly string[] => {
    history.push(step)
    return reached
  }
  const one = (edited: Edited): boolean => all(edited).length > 0
  const writing = (session: TextSession): Writing => ({
    ...session,
    leave() {
      did(session.close())
    },
  })
  const id = (note: string) => note as NoteId
  const ids = (notes: readonly string[]) => notes as readonly NoteId[]
  return {
    doc,
    view: reader.view,
    words: (zone) =>
      reader.view().zones[zone].map((note) => reader.view().notes.get(note)?.text ?? ''),
    textOf: (note) => reader.view().notes.get(id(note))?.text,
    addNote(zone, text, more = {}) {
      const added = addNote(doc, { ...more, zone, text }, context)
      did(added.step)
      return added.id
    },
    moveNote: (note, to) => one(moveNotes(doc, [id(note)], to as Destination, context)),
    recolourNote: (note, colour) => one(recolourNotes(doc, [id(note)], colour)),
    removeNote: (note) => one(removeNotes(doc, [id(note)], context)),
    restoreNote: (note) => one(restoreNotes(doc, [id(note)])),
    addNotes: (notes) => all(addNotes(doc, notes, context)),
    moveNotes: (notes, to) => all(moveNotes(doc, ids(notes), to as Destination, context)),
    recolourNotes: (notes, colour) => all(recolourNotes(doc, ids(notes), colour)),
    removeNotes: (notes) => all(removeNotes(doc, ids(notes), context)),
    restoreNotes: (notes) => all(restoreNotes(doc, ids(notes))),
    markFinding: (notes, finding) => all(markFinding(doc, ids(notes), finding)),
    tagNotes: (notes, change) => all(tagNotes(doc, ids(notes), change)),
    duplicateNotes: (notes) => all(addNotes(doc, duplicatesOf(doc, ids(notes)), context)),
    takeNotes: (notes, to) =>
      all(addNotes(doc, takenFrom(doc, ids(notes), to as Destination), context)),
    joinNotes: (note, joins) => one(joinNotes(doc, id(note), ids(joins))),
    setThisWeek: (note) => did(setThisWeek(doc, note as NoteId | null)),
    history,
    writeIn: (note) => writing(openTextSession(doc, { note: id(note) }, context)),
    writeNew: (zone, joins = []) =>
      writing(openTextSession(doc, { create: { zone, joins } }, context)),
  }
}

/** Bu Ninik and her mentor, who both have the canvas and are both offline. */
export function twoPeople(canvas: CanvasBuilder = aCanvas()): { ninik: Person; mentor: Person } {
  const update = canvas.toUpdate()
  return { ninik: aPerson('ninik', update), mentor: aPerson('mentor', update) }
}

/** What the other lacks of one's work reaches the other. */
export function deliver(from: Person, to: Person): void {
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'wire')
}

/** Everybody receives everything. */
export function reconnect(...people: Person[]): void {
  const [first, ...others] = people
  if (!first) return
  for (const other of others) deliver(other, first)
  for (const other of others) deliver(first, other)
}

/** The zones in which a note lies: exactly one for a live note. */
export const zonesHolding = (view: CanvasView, note: string): ZoneId[] =>
  ZONE_IDS.filter((zone) => view.zones[zone].some((id) => id === note))
