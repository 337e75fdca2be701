import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { NoteColour } from '../note.ts'
import type { Step } from './change.ts'
import { edit } from './edit.ts'
import { readNote } from './readNote.ts'
import { sharedNote } from './schema.ts'

/** Null where the note is gone or has that colour already. */
export function recolourNote(doc: Y.Doc, noteId: NoteId, colour: NoteColour): Step | null {
  const shared = sharedNote(doc, noteId)
  const read = shared && readNote(noteId, shared)
  if (!shared || !read || read.removed || read.note.colour === colour) return null
  edit(doc, () => shared.set('colour', colour))
  return [{ type: 'colour', note: noteId, before: read.note.colour, after: colour }]
}
