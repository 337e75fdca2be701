/**
 * What an edit did, as plain data, and how to take it back. A change is taken back only where the value is still the one
 * that was written: an undo never takes away another person's work.
 *
 * `Y.UndoManager` is not used for these: on nested maps it loses fields when somebody else wrote concurrently
 * (yjs#472, yjs#514).
 */
import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { NoteColour, Place, Removal } from '../note.ts'
import type { EditContext } from './edit.ts'
import { edit } from './edit.ts'
import { readNote } from './readNote.ts'
import { sharedNote, sharedText } from './schema.ts'
import { applySplice, spliceBetween } from './splice.ts'

/** A note's words, place and colour when it came onto the canvas: if somebody changed them, its undo is refused. */
type Appearance = { text: string; place: Place; colour: NoteColour }

export type Change =
  | { type: 'appeared'; note: NoteId; as: Appearance }
  | { type: 'removed'; note: NoteId; mark: Removal }
  | { type: 'place'; note: NoteId; before: Place; after: Place }
  | { type: 'colour'; note: NoteId; before: NoteColour; after: NoteColour }
  | { type: 'text'; note: NoteId; before: string; after: string }

/** One press of undo takes back one step. */
export type Step = readonly Change[]

export const samePlace = (a: Place, b: Place): boolean => a.zone === b.zone && a.rank === b.rank

const sameMark = (a: Removal | null, b: Removal): boolean => a?.by === b.by && a.atMs === b.atMs

/** The note now, as it would be remembered for a later undo of its appearance. */
export function appearanceOf(doc: Y.Doc, note: NoteId): Appearance | null {
  const read = readNote(note, sharedNote(doc, note))
  return read && { text: read.note.text, place: read.note.place, colour: read.note.colour }
}

/** Takes a step back in one transaction. Returns the step that would bring it again, or null where nothing could be. */
export function revertStep(doc: Y.Doc, step: Step, context: EditContext): Step | null {
  const inverse = edit(doc, () =>
    [...step].reverse().flatMap((change) => revertChange(doc, change, context) ?? []),
  )
  return inverse.length > 0 ? inverse : null
}

function revertChange(doc: Y.Doc, change: Change, context: EditContext): Change | null {
  const shared = sharedNote(doc, change.note)
  const read = shared && readNote(change.note, shared)
  if (!shared || !read) return null
  const { note, removed } = read

  if (change.type === 'removed') {
    if (!sameMark(removed, change.mark)) return null
    shared.set('removed', null)
    const as = appearanceOf(doc, change.note)
    return as && { type: 'appeared', note: change.note, as }
  }
  if (removed) return null
  switch (change.type) {
    case 'appeared': {
      const { as } = change
      const untouched =
        note.text === as.text && samePlace(note.place, as.place) && note.colour === as.colour
      if (!untouched) return null
      const mark = { by: context.seat, atMs: context.now() }
      shared.set('removed', { by: mark.by, at: mark.atMs })
      return { type: 'removed', note: change.note, mark }
    }
    case 'place':
      if (!samePlace(note.place, change.after)) return null
      shared.set('place', { ...change.before })
      return { ...change, before: change.after, after: change.before }
    case 'colour':
      if (note.colour !== change.after) return null
      shared.set('colour', change.before)
      return { ...change, before: change.after, after: change.before }
    case 'text': {
      const text = sharedText(shared)
      if (!text || note.text !== change.after) return null
      applySplice(text, spliceBetween(change.after, change.before))
      return { ...change, before: change.after, after: change.before }
    }
  }
}
