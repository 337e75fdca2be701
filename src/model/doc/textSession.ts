/**
 * Writing in one note while others may write in it too. Strings and indexes only, so a textarea, a test or another
 * program can drive it.
 *
 * `shown` is what the writer's field holds. While an input method composes (all typing on Android does), the field must
 * not be touched: `hold` keeps remote changes back, and what is typed meanwhile is mapped onto the shared text.
 */
import * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import type { NewNote } from './addNote.ts'
import { addNote } from './addNote.ts'
import type { Appearance, Change, Step } from './change.ts'
import { appearanceOf } from './change.ts'
import type { EditContext } from './edit.ts'
import { edit } from './edit.ts'
import { readNote } from './readNote.ts'
import { removeNotes } from './removeNote.ts'
import { sharedNote, sharedText } from './schema.ts'
import type { Places } from './sharedPlaces.ts'
import { behind, placesAfter, placesOf, spliceShared } from './sharedPlaces.ts'
import type { Splice } from './splice.ts'
import { isNothing, spliceBetween } from './splice.ts'

/** The field's new content, and where an index of its old content lies in it: behind the same character. */
export type ShownChange = { text: string; mapIndex(index: number): number }

/** What is not taken is nowhere but in the field. `gone`: the note is no longer in the document, or the session is closed. */
export type InputOutcome = 'taken' | 'tooLong' | 'gone'

export type TextSession = {
  /** Null until the first character of a new note. */
  noteId(): NoteId | null
  shown(): string
  /**
   * The field holds something new. `tooLong` is not taken: the field should go back to `shown()`. A note that somebody
   * removed meanwhile comes back with what is written in it.
   * @param caret Where the caret stands in it.
   */
  input(next: string, caret?: number): InputOutcome
  hold(held: boolean): void
  /** The field must show something else: somebody wrote, or undo did. */
  subscribe(listener: (change: ShownChange) => void): () => void
  undo(): boolean
  redo(): boolean
  canUndo(): boolean
  canRedo(): boolean
  /** Ends the session. One left empty is removed. Returns what undo should take back, if anything. */
  close(): Step | null
}

/** Opens an existing note, or one to come: it arises with its first character. */
export function openTextSession(
  doc: Y.Doc,
  target: { note: NoteId } | { create: Omit<NewNote, 'text'> },
  context: EditContext,
): TextSession {
  const origin = { session: 'text' }
  const listeners = new Set<(change: ShownChange) => void>()
  const read = () => (noteId === null ? null : readNote(noteId, sharedNote(doc, noteId)))
  let noteId: NoteId | null = 'note' in target ? target.note : null
  let created: Appearance | null = null
  let text: Y.Text | null = null
  let undoManager: Y.UndoManager | null = null
  let stopFollowing = () => {}
  let held = false
  let wrote = false
  let changedElsewhere = false
  let closed = false

  const show = () => {
    if (held || !text) return
    const next = text.toString()
    const old = places
    const now = placesOf(text)
    places = now
    if (next === shown) return
    shown = next
    const mapIndex = (index: number) => {
      const at = behind(old, index)
      const found = now.findIndex((place) => place !== null && place >= at)
      return found < 0 ? next.length : found
    }
    for (const listener of listeners) listener({ text: next, mapIndex })
  }
  const follow = (followed: Y.Text) => {
    text = followed
    places = placesOf(followed)
    undoManager = new Y.UndoManager(followed, { trackedOrigins: new Set([origin]) })
    const onText = (event: Y.YTextEvent, transaction: Y.Transaction) => {
      places = placesAfter(places, event.delta)
      if (transaction.origin !== origin && transaction.origin !== undoManager)
        changedElsewhere = true
      if (transaction.origin !== origin) show()
    }
    followed.observe(onText)
    stopFollowing = () => {
      followed.unobserve(onText)
      if (undoManager) letGo(doc, undoManager)
    }
  }

  /**
   * The text to write into: the note's own, a new note's, or a fresh one where a stranger left something else. Made in a
   * transaction of its own: undo in the field then takes back the first character too.
   */
  const textToWrite = (): Y.Text | null => {
    if (text) return noteId !== null && textOf(doc, noteId) === text ? text : null
    if ('create' in target) {
      noteId = addNote(doc, { ...target.create, text: '' }, context).id
      const note = sharedNote(doc, noteId)
      created = note && appearanceOf(note)
    } else {
      edit(doc, () => sharedNote(doc, target.note)?.set('text', new Y.Text(shown)))
    }
    const fresh = noteId === null ? null : textOf(doc, noteId)
    if (fresh) follow(fresh)
    return fresh
  }
  const isTooLong = ({ deleted, inserted }: Splice) =>
    inserted.length > deleted &&
    (text?.length ?? shown.length) + inserted.length - deleted > LIMITS.noteTextLength

  const write = (shared: Y.Text, typed: Splice) =>
    doc.transact(() => {
      // Removed by another, or emptied and left by one: words from whoever is still in it bring it back.
      if (noteId !== null && read()?.removed) sharedNote(doc, noteId)?.set('removed', null)
      spliceShared(shared, places, typed)
    }, origin)

  let places: Places = []
  const existing = noteId === null ? null : textOf(doc, noteId)
  let shown = existing?.toString() ?? read()?.note.text ?? ''
  if (existing) follow(existing)
  const before = shown

  return {
    noteId: () => noteId,
    shown: () => shown,
    input(next, caret = next.length) {
      if (closed) return 'gone'
      const typed = spliceBetween(shown, next, caret)
      if (isNothing(typed)) return 'taken'
      if (isTooLong(typed)) return 'tooLong'
      const shared = textToWrite()
      if (!shared) return 'gone'
      const at = behind(places, typed.at)
      write(shared, typed)
      const inserted = Array.from({ length: typed.inserted.length }, (_, i) => at + i)
      const rest = places.slice(typed.at + typed.deleted)
      places = [...places.slice(0, typed.at), ...inserted, ...rest]
      shown = next
      wrote = true
      show()
      return 'taken'
    },
    hold(next) {
      held = next
      show()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    undo: () => undoManager?.undo() != null,
    redo: () => undoManager?.redo() != null,
    canUndo: () => undoManager?.canUndo() ?? false,
    canRedo: () => undoManager?.canRedo() ?? false,
    close() {
      if (closed) return null
      closed = true
      stopFollowing()
      listeners.clear()
      const left = read()
      if (noteId === null || !text || !left || left.removed) return null
      const id = noteId
      const after = text.toString()
      const words: Change[] = after === before ? [] : [{ type: 'text', note: id, before, after }]
      if (after.trim() === '' && (wrote || before.trim() === '')) {
        const removal = removeNotes(doc, [id], context)
        return created ? null : [...words, ...removal.step]
      }
      if (!wrote || after === before) return null
      edit(doc, () => sharedNote(doc, id)?.set('editedAt', context.now()))
      // Where another person wrote in it meanwhile, or an undo of something earlier did, taking the whole back would take
      // that too: no step.
      if (changedElsewhere) return null
      return created
        ? [{ type: 'appeared', note: id, mark: null, as: { ...created, text: after } }]
        : words
    },
  }
}

/** Words deleted here were held for undo: from now on they weigh nothing, as at the server. */
function letGo(doc: Y.Doc, undoManager: Y.UndoManager): void {
  const steps = [...undoManager.undoStack, ...undoManager.redoStack]
  const deleted = Y.mergeDeleteSets(steps.map((step) => step.deletions))
  undoManager.clear()
  undoManager.destroy()
  Y.tryGc(deleted, doc.store, doc.gcFilter)
}

function textOf(doc: Y.Doc, noteId: NoteId): Y.Text | null {
  const note = sharedNote(doc, noteId)
  return note && sharedText(note)
}
