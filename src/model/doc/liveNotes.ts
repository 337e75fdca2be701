import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { Note } from '../note.ts'
import { readNote } from './readNote.ts'
import type { SharedNote } from './schema.ts'
import { sharedNote } from './schema.ts'

export type LiveNote = { id: NoteId; shared: SharedNote; note: Note }

/** Those of the notes that lie on the canvas, each once, in the order given. */
export function liveNotes(doc: Y.Doc, ids: readonly NoteId[]): LiveNote[] {
  return [...new Set(ids)].flatMap((id) => {
    const shared = sharedNote(doc, id)
    const read = shared && readNote(id, shared)
    return shared && read && !read.removed ? [{ id, shared, note: read.note }] : []
  })
}

export const isLive = (doc: Y.Doc, id: NoteId): boolean => liveNotes(doc, [id]).length > 0
