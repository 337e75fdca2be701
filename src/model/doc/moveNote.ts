import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { ZoneId } from '../zones.ts'
import type { Step } from './change.ts'
import type { EditContext } from './edit.ts'
import { edit } from './edit.ts'
import { placeIn } from './placeIn.ts'
import { readNote } from './readNote.ts'
import { sharedNote } from './schema.ts'

/** Behind which note; `null`: the head of the zone; left out: its end. */
export type Destination = { zone: ZoneId; after?: NoteId | null }

/**
 * Moves a note between zones or within one, by writing its one `place` value.
 * Null where there is nothing to move any more: somebody has removed the note meanwhile.
 */
export function moveNote(
  doc: Y.Doc,
  noteId: NoteId,
  to: Destination,
  context: EditContext,
): Step | null {
  const shared = sharedNote(doc, noteId)
  const read = shared && readNote(noteId, shared)
  if (!shared || !read || read.removed) return null
  const before = read.note.place
  const after = placeIn(doc, to.zone, to.after, context, noteId)
  edit(doc, () => shared.set('place', after))
  return [{ type: 'place', note: noteId, before, after }]
}
