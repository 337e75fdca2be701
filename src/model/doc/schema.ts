/**
 * The shared shape of a canvas document. Version 1.1.
 *
 * root map `canvas`  schema: { major, minor }   written once by the server as it makes the room
 *                    thisWeek: NoteId | null          the strategy done first
 * root map `notes`   NoteId -> Y.Map            one entry a note, never deleted by a client
 *   text       Y.Text
 *   place      { zone, rank }                    one plain value: concurrent moves end in one whole place
 *   colour     NoteColour
 *   speaker    SeatId | null                     whose words
 *   typist     SeatId | null                     who typed them
 *   tags       string[]                          at most 5
 *   finding    boolean
 *   origin     NoteId | null                     the note it was taken from, never a taken one
 *   joins      NoteId[]                          of a strategy: the SWOT notes it combines
 *   example    boolean
 *   createdAt  ms
 *   editedAt   ms
 *   removed    { by, at } | null                 deleting sets it, so a concurrent edit is never swallowed
 *
 * Invariants: root types only, made by name, so that no two devices can create rival containers. A note is made whole in
 * one transaction under a fresh id. Nothing is ever moved by delete-and-insert. Readers take any bytes (readNote.ts).
 *
 * History: 1.0 first shape. 1.1 `joins` and `thisWeek`, read with a default.
 */
import * as Y from 'yjs'

export const SCHEMA_MAJOR = 1
export const SCHEMA_MINOR = 1

export type SharedNote = Y.Map<unknown>

export const notesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('notes')
export const canvasSettingsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('canvas')

/** The shared note under an id, or null where there is none or something else lies there. */
export function sharedNote(doc: Y.Doc, id: string): SharedNote | null {
  const found = notesOf(doc).get(id)
  return found instanceof Y.Map ? found : null
}

/** Null for anything but plain text: `Y.XmlText` is a `Y.Text` too, but reads as markup. */
export const sharedText = (note: SharedNote): Y.Text | null => {
  const text = note.get('text')
  return text instanceof Y.Text && !(text instanceof Y.XmlText) ? text : null
}

/** One write of a key: who made it (a Yjs client id), and a name that no other write has. */
export type Write = { client: number; id: string }

/** The writes that a shared map's keys show now. Yjs knows them, but opens no public door to them. */
export function writesOf(map: Y.Map<unknown>): Map<string, Write> {
  const writes = new Map<string, Write>()
  for (const [key, { id }] of map._map) {
    writes.set(key, { client: id.client, id: `${id.client}:${id.clock}` })
  }
  return writes
}

/** True when a newer program wrote this document: it may be shown and must not be written. */
export function isNewerSchema(settings: Y.Map<unknown>): boolean {
  const schema = settings.get('schema')
  if (typeof schema !== 'object' || schema === null) return false
  const major = (schema as Record<string, unknown>).major
  return typeof major === 'number' && major > SCHEMA_MAJOR
}

/** Marks a new room's schema. The server alone calls it, once, as it makes the room. */
export function stampSchema(settings: Y.Map<unknown>): void {
  settings.set('schema', { major: SCHEMA_MAJOR, minor: SCHEMA_MINOR })
}

/** The origin of every local edit, so that undo, receipts and tests can tell it from what came over the wire. */
export const LOCAL_EDIT = 'local-edit'
