import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { Removal } from '../note.ts'
import type { Step } from './change.ts'
import { appearanceOf } from './change.ts'
import type { EditContext } from './edit.ts'
import { edit } from './edit.ts'
import { readNote } from './readNote.ts'
import { sharedNote } from './schema.ts'

/** Takes a note off the canvas by a mark: what others type meanwhile stays in it and comes back with it. */
export function removeNote(doc: Y.Doc, noteId: NoteId, context: EditContext): Step | null {
  const shared = sharedNote(doc, noteId)
  const read = shared && readNote(noteId, shared)
  if (!shared || !read || read.removed) return null
  const as = appearanceOf(shared)
  const mark: Removal = { by: context.seat, atMs: context.now() }
  edit(doc, () => shared.set('removed', { by: mark.by, at: mark.atMs }))
  return [{ type: 'removed', note: noteId, mark, as }]
}

/** Brings back a note, whoever removed it. */
export function restoreNote(doc: Y.Doc, noteId: NoteId): Step | null {
  const shared = sharedNote(doc, noteId)
  if (!shared || !removalOf(doc, noteId)) return null
  edit(doc, () => shared.set('removed', null))
  return [{ type: 'appeared', note: noteId, as: appearanceOf(shared) }]
}

/** Who removed a note and when; null while it lies on the canvas (or never did). */
export const removalOf = (doc: Y.Doc, noteId: NoteId): Removal | null =>
  readNote(noteId, sharedNote(doc, noteId))?.removed ?? null
