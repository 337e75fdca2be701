/** A person's edits on one canvas: the model's functions with this person, this clock and their undo around them. */
import type * as Y from 'yjs'
import type { CanvasView } from '../model/canvas.ts'
import type { NewNote } from '../model/doc/addNote.ts'
import { addNotes } from '../model/doc/addNote.ts'
import type { Step } from '../model/doc/change.ts'
import { duplicatesOf, takenFrom } from '../model/doc/copyNotes.ts'
import type { EditContext } from '../model/doc/edit.ts'
import { createHistory } from '../model/doc/history.ts'
import { joinNotes } from '../model/doc/joinNotes.ts'
import { markFinding } from '../model/doc/markFinding.ts'
import { moveNotes } from '../model/doc/moveNote.ts'
import { recolourNotes } from '../model/doc/recolourNote.ts'
import { removeNotes, restoreNotes } from '../model/doc/removeNote.ts'
import type { Edited } from '../model/doc/setField.ts'
import { spliceBetween } from '../model/doc/splice.ts'
import { tagNotes } from '../model/doc/tagNotes.ts'
import type { TextSession } from '../model/doc/textSession.ts'
import { openTextSession } from '../model/doc/textSession.ts'
import { setThisWeek } from '../model/doc/thisWeek.ts'
import type { NoteId, SeatId } from '../model/ids.ts'
import { newNoteId } from '../model/ids.ts'
import { LIMITS } from '../model/limits.ts'
import { openDocumentSize } from './documentSize.ts'
import type { AroundEdits } from './overtaken.ts'
import { openOvertaken } from './overtaken.ts'
import type { AddedNotes, AddRefusal, CanvasEdits, CanvasSession } from './session.ts'

export type OpenCanvasEdits = {
  edits: CanvasEdits
  subscribeHistory(listener: () => void): () => void
  subscribeOvertaken: CanvasSession['subscribeOvertaken']
  /** Ends what is being written. */
  close(): void
}

const ALONE: AroundEdits = {
  seatOf: () => null,
  subscribePeople: () => () => {},
  tickOf: () => 'stored',
}
/** Room that a note begun now may still take: a long one is about 30 KB. */
const ROOM_FOR_A_NOTE = 32 * 1024
/** In UTF-8, at most, for each unit of a string. */
const BYTES_A_SIGN = 3
/** The server refuses a whole connection over the limit, so we stop a little before it. */
const MARGIN = 2 * 1024

/** Measured: 251 for a note without words, 338 for one that was taken, is an example and a finding. */
const BYTES_A_NOTE = 340

/** At most, in the document. */
const bytesOf = ({
  text,
  tags = [],
  joins = [],
}: Pick<NewNote, 'text' | 'tags' | 'joins'>): number =>
  BYTES_A_NOTE + [text, ...tags, ...joins].join(' ').length * BYTES_A_SIGN

/**
 * @param documentBytes The server's own limit, where it is known.
 * @param around Who is connected, and what they can have seen.
 */
export function openCanvasEdits(
  doc: Y.Doc,
  seat: SeatId,
  view: () => CanvasView,
  documentBytes: number = LIMITS.documentBytes,
  around: AroundEdits = ALONE,
): OpenCanvasEdits {
  const context: EditContext = {
    seat,
    now: Date.now,
    random: Math.random,
    newNoteId: () => newNoteId(),
  }
  const history = createHistory(doc, context)
  const size = openDocumentSize(doc)
  const overtaken = openOvertaken(doc, seat, context.now, around)
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
  const all = ({ reached, step }: Edited): readonly NoteId[] => {
    history.push(step)
    return reached
  }
  const one = (edited: Edited): boolean => all(edited).length > 0

  const refusal = (notes: readonly Pick<NewNote, 'text'>[]): { refused: AddRefusal } | null => {
    if (view().notes.size + notes.length > LIMITS.notesOnCanvas) return { refused: 'canvasFull' }
    if (notes.some(({ text }) => text.length > LIMITS.noteTextLength)) {
      return { refused: 'noteTooLong' }
    }
    const room = Math.max(
      ROOM_FOR_A_NOTE,
      MARGIN + notes.reduce((sum, note) => sum + bytesOf(note), 0),
    )
    return size.isOver(documentBytes - room) ? { refused: 'canvasTooLarge' } : null
  }
  const add = (notes: readonly NewNote[]): AddedNotes =>
    refusal(notes) ?? all(addNotes(doc, notes, context))

  /** The model's session, with the canvas's limit before it and this person's history behind it. */
  const openWriting = (target: Parameters<CanvasEdits['writeIn']>[0]): TextSession => {
    const inner = openTextSession(doc, target, context)
    const session: TextSession = {
      ...inner,
      input(next, caret) {
        const { inserted, deleted } = spliceBetween(inner.shown(), next, caret)
        const bytes = (inserted.length - deleted) * BYTES_A_SIGN
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
        const added = add([note])
        return 'refused' in added ? added : (added[0] as NoteId)
      },
      addNotes: add,
      moveNote: (note, to) => one(moveNotes(doc, [note], to, context)),
      moveNotes: (notes, to) => all(moveNotes(doc, notes, to, context)),
      recolourNote: (note, colour) => one(recolourNotes(doc, [note], colour)),
      recolourNotes: (notes, colour) => all(recolourNotes(doc, notes, colour)),
      removeNote: (note) => one(removeNotes(doc, [note], context)),
      removeNotes: (notes) => all(removeNotes(doc, notes, context)),
      restoreNote: (note) => one(restoreNotes(doc, [note])),
      restoreNotes: (notes) => all(restoreNotes(doc, notes)),
      setFinding: (notes, finding) => all(markFinding(doc, notes, finding)),
      tagNotes: (notes, change) => all(tagNotes(doc, notes, change)),
      duplicateNotes: (notes) => add(duplicatesOf(doc, notes)),
      takeNotes: (notes, to) => add(takenFrom(doc, notes, to)),
      joinNotes: (note, joins) => one(joinNotes(doc, note, joins)),
      setThisWeek: (note) => done(setThisWeek(doc, note)),
      writeIn(target) {
        writing?.close()
        const refused = 'create' in target ? refusal([{ text: '' }]) : null
        if (refused) return refused
        writing = openWriting(target)
        return writing
      },
      undo: () => (writing?.undo() ? 'done' : history.undo()),
      redo: () => (writing?.redo() ? 'done' : history.redo()),
      latestStep: history.latest,
      undoStep: history.undoStep,
      holdsStep: history.holds,
      canUndo: () => (writing?.canUndo() ?? false) || history.canUndo(),
      canRedo: () => (writing?.canRedo() ?? false) || history.canRedo(),
    },
    subscribeHistory(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    subscribeOvertaken: overtaken.subscribe,
    close() {
      writing?.close()
      stopHistory()
      size.close()
      overtaken.close()
      listeners.clear()
    },
  }
}
