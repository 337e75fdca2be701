import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { NoteColour } from '../note.ts'
import type { Edited } from './setField.ts'
import { setField } from './setField.ts'

export const recolourNotes = (doc: Y.Doc, notes: readonly NoteId[], colour: NoteColour): Edited =>
  setField(doc, notes, 'colour', () => colour)
