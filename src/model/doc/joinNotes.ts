import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import { liveNotes } from './liveNotes.ts'
import type { Edited } from './setField.ts'
import { setField } from './setField.ts'

/** Says which notes a strategy combines: those of them that are there, at most four, and never itself. */
export function joinNotes(doc: Y.Doc, note: NoteId, joins: readonly NoteId[]): Edited {
  const there = liveNotes(doc, joins).map(({ id }) => id)
  const joined = there.filter((id) => id !== note).slice(0, LIMITS.joinsOfNote)
  return setField(doc, [note], 'joins', () => joined)
}
