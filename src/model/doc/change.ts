/**
 * What an edit did, as plain data, and how to take it back. A change is taken back only where the value is still the one
 * that was written, by the one who wrote it: an undo never takes away another person's work.
 *
 * `Y.UndoManager` is not used for these: on nested maps it loses fields when somebody else wrote concurrently
 * (yjs#472, yjs#514).
 */
import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { Note, Removal } from '../note.ts'
import { sameValue } from '../sameValue.ts'
import type { EditContext } from './edit.ts'
import { edit } from './edit.ts'
import { readNote, readThisWeek } from './readNote.ts'
import type { SharedNote, Write } from './schema.ts'
import { canvasSettingsOf, sharedNote, sharedText, writesOf } from './schema.ts'
import { placesOf, spliceShared } from './sharedPlaces.ts'
import { splicesBetween } from './splice.ts'

/** A note as it was at a moment. If somebody else has touched it since, it is not taken off the canvas by an undo. */
export type Appearance = { text: string; writes: ReadonlyMap<string, Write> }

/** Fields that hold one plain value, written whole. */
export type Field = 'place' | 'colour' | 'tags' | 'finding' | 'joins'
export type FieldChange = {
  [F in Field]: { type: F; note: NoteId; before: Note[F]; after: Note[F] }
}[Field]

export type Change =
  | FieldChange
  /** `mark`: under which it lay before; null: it is new. */
  | { type: 'appeared'; note: NoteId; mark: Removal | null; as: Appearance }
  | { type: 'removed'; note: NoteId; mark: Removal; as: Appearance }
  | { type: 'text'; note: NoteId; before: string; after: string }
  | { type: 'thisWeek'; before: NoteId | null; after: NoteId | null }

/** One press of undo takes back one step. */
export type Step = readonly Change[]

const sameMark = (a: Removal | null, b: Removal): boolean => a?.by === b.by && a.atMs === b.atMs

const textOf = (note: SharedNote): string => sharedText(note)?.toString() ?? ''

export const appearanceOf = (note: SharedNote): Appearance => ({
  text: textOf(note),
  writes: writesOf(note),
})

/** Every field is as it was or was written by `client`, and the words are the same. */
function isUntouched(note: SharedNote, as: Appearance, client: number): boolean {
  if (textOf(note) !== as.text) return false
  for (const [key, write] of writesOf(note)) {
    if (write.client !== client && write.id !== as.writes.get(key)?.id) return false
  }
  return true
}

const turnedRound = <C extends { before: unknown; after: unknown }>(change: C): C => ({
  ...change,
  before: change.after,
  after: change.before,
})

/** Takes a step back in one transaction. Returns the step that would bring it again, or null where nothing could be. */
export function revertStep(doc: Y.Doc, step: Step, context: EditContext): Step | null {
  const inverse = edit(doc, () =>
    [...step]
      .reverse()
      .flatMap(
        (change) =>
          (change.type === 'thisWeek'
            ? revertThisWeek(doc, change)
            : revertChange(doc, change, context)) ?? [],
      ),
  )
  return inverse.length > 0 ? inverse : null
}

function revertThisWeek(doc: Y.Doc, change: Extract<Change, { type: 'thisWeek' }>): Change | null {
  const settings = canvasSettingsOf(doc)
  const mine = writesOf(settings).get('thisWeek')?.client === doc.clientID
  if (!mine || readThisWeek(settings) !== change.after) return null
  settings.set('thisWeek', change.before)
  return turnedRound(change)
}

function revertChange(
  doc: Y.Doc,
  change: Exclude<Change, { type: 'thisWeek' }>,
  context: EditContext,
): Change | null {
  const shared = sharedNote(doc, change.note)
  const read = shared && readNote(change.note, shared)
  if (!shared || !read) return null
  const { note, removed } = read

  if (change.type === 'removed') {
    if (!sameMark(removed, change.mark)) return null
    shared.set('removed', null)
    return { ...change, type: 'appeared' }
  }
  if (removed) return null
  switch (change.type) {
    case 'appeared': {
      if (!isUntouched(shared, change.as, doc.clientID)) return null
      // Under another's mark it would be a removal in their name, which the server refuses.
      const own = change.mark?.by === context.seat ? change.mark : null
      const mark = own ?? { by: context.seat, atMs: context.now() }
      shared.set('removed', { by: mark.by, at: mark.atMs })
      return { ...change, type: 'removed', mark }
    }
    case 'text': {
      const text = sharedText(shared)
      if (text?.toString() !== change.after) return null
      // Letter by letter: what is put there anew stands twice where another undid the same.
      for (const splice of splicesBetween(change.after, change.before)) {
        spliceShared(text, placesOf(text), splice)
      }
      return turnedRound(change)
    }
    default: {
      const mine = writesOf(shared).get(change.type)?.client === doc.clientID
      if (!mine || !sameValue(note[change.type], change.after)) return null
      shared.set(change.type, change.before)
      return turnedRound(change)
    }
  }
}
