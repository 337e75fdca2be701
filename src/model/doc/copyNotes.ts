/** Notes made from notes. What is said stays the words of whoever said it, and an example stays one. */
import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { Note } from '../note.ts'
import type { NewNote } from './addNote.ts'
import { liveNotes } from './liveNotes.ts'
import type { Destination } from './placeIn.ts'

const copyOf = ({ text, colour, speaker, example }: Note) => ({ text, colour, speaker, example })

/** What was written, once more, right behind each: not that it is a finding, nor where it came from. */
export const duplicatesOf = (doc: Y.Doc, notes: readonly NoteId[]): NewNote[] =>
  liveNotes(doc, notes).map(({ id, note }) => ({
    ...copyOf(note),
    zone: note.place.zone,
    after: id,
    tags: note.tags,
  }))

/**
 * Linked copies for another tab: the originals stay. One that is taken from a taken note names the first of them, so that
 * every link leads to where the thought was born.
 */
export const takenFrom = (doc: Y.Doc, notes: readonly NoteId[], to: Destination): NewNote[] =>
  liveNotes(doc, notes).map(({ id, note }) => ({
    ...copyOf(note),
    ...to,
    origin: note.origin ?? id,
  }))
