/** A person's edits on one canvas: the model's functions with this person, this clock and their undo around them. */
import type * as Y from 'yjs'
import type { CanvasView } from '../model/canvas.ts'
import { addNote } from '../model/doc/addNote.ts'
import type { Step } from '../model/doc/change.ts'
import type { EditContext } from '../model/doc/edit.ts'
import { createHistory } from '../model/doc/history.ts'
import { moveNote } from '../model/doc/moveNote.ts'
import { recolourNote } from '../model/doc/recolourNote.ts'
import { removeNote, restoreNote } from '../model/doc/removeNote.ts'
import { spliceBetween } from '../model/doc/splice.ts'
import type { TextSession } from '../model/doc/textSession.ts'
import { openTextSession } from '../model/doc/textSession.ts'
import type { SeatId } from '../model/ids.ts'
import { newNoteId } from '../model/ids.ts'
import { LIMITS } from '../model/limits.ts'
import { openDocumentSize } from './documentSize.ts'
import type { AddRefusal, CanvasEdits } from './session.ts'

export type OpenCanvasEdits = {
  edits: CanvasEdits
  subscribeHistory(listener: () => void): () => void
  /** Ends what is being written. */
  close(): void
}

/** Room that a note begun now may still take: a long one is about 30 KB. */
const ROOM_FOR_A_NOTE = 32 * 1024
/** In UTF-8, at most, for each unit of a string. */
const BYTES_A_SIGN = 3
/** The server refuses a whole connection over the limit, so we stop a little before it. */
const MARGIN = 2 * 1024

/** @param documentBytes The server's own limit, where it is known. */
export function openCanvasEdits(
  doc: Y.Doc,
  seat: SeatId,
  view: () => CanvasView,
  documentBytes: number = LIMITS.documentBytes,
): OpenCanvasEdits {
  const context: EditContext = {
    seat,
    now: Date.now,
    random: Math.random,
    newNoteId: () => newNoteId(),
  }
  const history = createHistory(doc, context)
  const size = openDocumentSize(doc)
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const stopHistory = history.subscribe(changed)
  let writing: TextSession | null = null

  const done = (step: Step | null): boolean => {
    if (step) history.push(step)
    return step !== null
  }
  const refusal = (): { refused: AddRefusal } | null => {
    if (view().notes.size >= LIMITS.notesOnCanvas) return { refused: 'canvasFull' }
    return size.isOver(documentBytes - ROOM_FOR_A_NOTE) ? { refused: 'canvasTooLarge' } : null
  }

  /** The model's session, with the canvas's limit before it and this person's history behind it. */
  const openWriting = (target: Parameters<CanvasEdits['writeIn']>[0]): TextSession => {
    const inner = openTextSession(doc, target, context)
    const session: TextSession = {
      ...inner,
      input(next, caret) {
        const { inserted } = spliceBetween(inner.shown(), next, caret)
        const bytes = inserted.length * BYTES_A_SIGN
        if (bytes > 0 && size.isOver(documentBytes - MARGIN - bytes)) return 'tooLong'
        const outcome = inner.input(next, caret)
        changed()
        return outcome
      },
      undo() {
        const undone = inner.undo()
        if (undone) changed()
        return undone
      },
      redo() {
        const redone = inner.redo()
        if (redone) changed()
        return redone
      },
      close() {
        if (writing === session) writing = null
        const step = inner.close()
        done(step)
        changed()
        return step
      },
    }
    return session
  }

  return {
    edits: {
      addNote(note) {
        const refused = refusal()
        if (refused) return refused
        const added = addNote(doc, note, context)
        history.push(added.step)
        return added.id
      },
      moveNote: (note, to) => done(moveNote(doc, note, to, context)),
      recolourNote: (note, colour) => done(recolourNote(doc, note, colour)),
      removeNote: (note) => done(removeNote(doc, note, context)),
      restoreNote: (note) => done(restoreNote(doc, note)),
      writeIn(target) {
        writing?.close()
        const refused = 'create' in target ? refusal() : null
        if (refused) return refused
        writing = openWriting(target)
        return writing
      },
      undo: () => (writing?.undo() ? 'done' : history.undo()),
      redo: () => (writing?.redo() ? 'done' : history.redo()),
      canUndo: () => (writing?.canUndo() ?? false) || history.canUndo(),
      canRedo: () => (writing?.canRedo() ?? false) || history.canRedo(),
    },
    subscribeHistory(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      writing?.close()
      stopHistory()
      size.close()
      listeners.clear()
    },
  }
}
