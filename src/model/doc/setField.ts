import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { Note } from '../note.ts'
import { sameValue } from '../sameValue.ts'
import type { Field, FieldChange, Step } from './change.ts'
import { edit } from './edit.ts'
import { liveNotes } from './liveNotes.ts'

/** What an edit of several notes came to. */
export type Edited = {
  /** The notes that are now as they should be, in the order given; those that are gone are not among them. */
  reached: readonly NoteId[]
  step: Step
}

/** Writes one field of several notes, in one transaction. @param valueFor Undefined: this note can't take it. */
export function setField<F extends Field>(
  doc: Y.Doc,
  notes: readonly NoteId[],
  field: F,
  valueFor: (note: Note) => Note[F] | undefined,
): Edited {
  const reached: NoteId[] = []
  const step: FieldChange[] = []
  edit(doc, () => {
    for (const { id, shared, note } of liveNotes(doc, notes)) {
      const after = valueFor(note)
      if (after === undefined) continue
      reached.push(id)
      if (sameValue(note[field], after)) continue
      shared.set(field, after)
      step.push({ type: field, note: id, before: note[field], after } as FieldChange)
    }
  })
  return { reached, step }
}
