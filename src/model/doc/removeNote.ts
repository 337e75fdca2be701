import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { Removal } from '../note.ts'
import type { Change } from './change.ts'
import { appearanceOf } from './change.ts'
import type { EditContext } from './edit.ts'
import { edit } from './edit.ts'
import { liveNotes } from './liveNotes.ts'
import { readNote } from './readNote.ts'
import { sharedNote } from './schema.ts'
import type { Edited } from './setField.ts'

/** Takes notes off the canvas by a mark: what others type meanwhile stays in them and comes back with them. */
export function removeNotes(doc: Y.Doc, notes: readonly NoteId[], context: EditContext): Edited {
  const mark: Removal = { by: context.seat, atMs: context.now() }
  const step = edit(doc, () =>
    liveNotes(doc, notes).map(({ id, shared }): Change & { note: NoteId } => {
      const as = appearanceOf(shared)
      shared.set('removed', { by: mark.by, at: mark.atMs })
      return { type: 'removed', note: id, mark, as }
    }),
  )
  return { reached: step.map(({ note }) => note), step }
}

/** Brings back notes, whoever removed them. */
export function restoreNotes(doc: Y.Doc, notes: readonly NoteId[]): Edited {
  const step = edit(doc, () =>
    [...new Set(notes)].flatMap((id): (Change & { note: NoteId })[] => {
      const shared = sharedNote(doc, id)
      const mark = removalOf(doc, id)
      if (!shared || !mark) return []
      shared.set('removed', null)
      return [{ type: 'appeared', note: id, mark, as: appearanceOf(shared) }]
    }),
  )
  return { reached: step.map(({ note }) => note), step }
}

/** Who removed a note and when; null while it lies on the canvas (or never did). */
export const removalOf = (doc: Y.Doc, noteId: NoteId): Removal | null =>
  readNote(noteId, sharedNote(doc, noteId))?.removed ?? null
