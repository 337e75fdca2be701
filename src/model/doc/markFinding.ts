import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { Edited } from './setField.ts'
import { setField } from './setField.ts'

/** Says of notes that they are something newly discovered, or no longer. */
export const markFinding = (doc: Y.Doc, notes: readonly NoteId[], finding: boolean): Edited =>
  setField(doc, notes, 'finding', () => finding)
