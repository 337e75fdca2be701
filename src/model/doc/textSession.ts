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
import type { Step } from './change.ts'
import { appearanceOf } from './change.ts'
import type { EditContext } from './edit.ts'
import { edit } from './edit.ts'
import { removalOf, removeNote } from './removeNote.ts'
import { sharedNote, sharedText } from './schema.ts'
import { applySplice, isNothing, mapIndex, spliceBetween } from './splice.ts'

/** The field's new content, and where an index of its old content lies in it. */
export type ShownChange = { text: string; mapIndex(index: number): number }

export type TextSession = {
  /** Null until the first character of a new note. */
  noteId(): NoteId | null
  shown(): string
  /**
   * The field holds something new. `tooLong` is not taken: the field should go back to `shown()`.
   * @param caret Where the caret stands in it.
   */
  input(next: string, caret?: number): 'taken' | 'tooLong'
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
  let noteId: NoteId | null = 'note' in target ? target.note : null
  let text = noteId === null ? null : textOf(doc, noteId)
  const before = text?.toString() ?? ''
  let shown = before
  let held = false
  let othersWrote = false
  let undoManager: Y.UndoManager | null = null
  let stop = () => {}

  const show = () => {
    const next = text?.toString() ?? ''
    if (held || next === shown) return
    const splice = spliceBetween(shown, next)
    shown = next
    for (const listener of listeners) {
      listener({ text: next, mapIndex: (index) => mapIndex(index, splice) })
    }
  }
  const follow = (followed: Y.Text) => {
    text = followed
    undoManager = new Y.UndoManager(followed, { trackedOrigins: new Set([origin]) })
    const onText = (_: unknown, transaction: Y.Transaction) => {
      if (!transaction.local) othersWrote = true
      if (transaction.origin !== origin) show()
    }
    followed.observe(onText)
    stop = () => {
      followed.unobserve(onText)
      undoManager?.destroy()
    }
  }
  if (text) follow(text)

  const create = (first: string) => {
    if (!('create' in target)) return
    const added = addNote(doc, { ...target.create, text: first }, context)
    noteId = added.id
    const created = textOf(doc, added.id)
    if (created) follow(created)
    shown = first
  }

  return {
    noteId: () => noteId,
    shown: () => shown,
    input(next, caret = next.length) {
      if (next.length > LIMITS.noteTextLength) return 'tooLong'
      if (!text) {
        if (next !== '') create(next)
        return 'taken'
      }
      const typed = spliceBetween(shown, next, caret)
      if (isNothing(typed)) return 'taken'
      const missed = spliceBetween(shown, text.toString())
      const at = mapIndex(typed.at, missed)
      const end = Math.max(at, mapIndex(typed.at + typed.deleted, missed))
      const shared = text
      doc.transact(
        () => applySplice(shared, { at, deleted: end - at, inserted: typed.inserted }),
        origin,
      )
      shown = next
      show()
      return 'taken'
    },
    hold(next) {
      held = next
      if (!held) show()
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
      stop()
      listeners.clear()
      if (noteId === null || !text) return null
      const after = text.toString()
      const created = 'create' in target
      if (removalOf(doc, noteId)) return null
      if (after.trim() === '') {
        const removal = removeNote(doc, noteId, context)
        return created ? null : removal
      }
      if (after !== before) {
        const id = noteId
        edit(doc, () => sharedNote(doc, id)?.set('editedAt', context.now()))
      }
      // Where another person wrote in it meanwhile, taking the whole back would take theirs: no step.
      if (othersWrote) return null
      if (created) {
        const as = appearanceOf(doc, noteId)
        return as && [{ type: 'appeared', note: noteId, as }]
      }
      return after === before ? null : [{ type: 'text', note: noteId, before, after }]
    },
  }
}

function textOf(doc: Y.Doc, noteId: NoteId): Y.Text | null {
  const note = sharedNote(doc, noteId)
  return note && sharedText(note)
}
