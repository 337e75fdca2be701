/** Who holds the pen: at most one note is being written in on this screen. */
import type { NewNote } from '../model/doc/addNote.ts'
import type { TextSession } from '../model/doc/textSession.ts'
import type { NoteId } from '../model/ids.ts'
import type { Removal } from '../model/note.ts'
import type { ZoneId } from '../model/zones.ts'
import type { AddRefusal, CanvasSession } from '../sync/session.ts'
import type { Cell } from './cell.ts'
import { createCell } from './cell.ts'
import type { RemoteChanges } from './remoteChanges.ts'
import type { Point } from './spatial.ts'

/** `at`: where on the screen a note was pressed. */
type WriteTarget = { note: NoteId; at?: Point } | { create: Omit<NewNote, 'text'> }

export type Writing = {
  /** Stays the same from the empty draft to the note that it becomes, so that its field stays in place. */
  key: string
  text: TextSession
  isNew: boolean
  /** Null until the first character of a new one. */
  noteId: NoteId | null
  /** Where a new one is going to lie. */
  zone: ZoneId
  after: NoteId | null | undefined
  colour: NewNote['colour']
  /** What a new strategy joins. */
  joins: readonly NoteId[]
  /** Where its words were pressed, so that the caret stands there; null: at their end. */
  at: Point | null
  /** Somebody else removed the note: the field stays in its place, and the next letter brings the note back. */
  isGone: boolean
}

export type WriterEvents = {
  onRefused(reason: AddRefusal): void
  /** All its words were deleted and the field closed: the note went with them. */
  onEmptied(note: NoteId): void
  /** Somebody else removed the note under the pen. The field stays open. */
  onTakenAway(note: NoteId, removal: Removal): void
}

export type Writer = {
  cell: Cell<Writing | null>
  open(target: WriteTarget): Writing | null
  /** To be called after each change of the field: a draft may have become a note. */
  typed(): void
  close(): void
  /** Watches for the note being taken away and coming back; the returned function closes the field and stops watching. */
  start(): () => void
}

export function createWriter(
  session: CanvasSession,
  changes: RemoteChanges,
  events: WriterEvents,
): Writer {
  const cell = createCell<Writing | null>(null)
  let counter = 0
  /** Where the note under the pen lay while it was last on the canvas. */
  let lay: Pick<Writing, 'zone' | 'after'> | null = null

  const placeOf = (noteId: NoteId): typeof lay => {
    const { notes, zones } = session.view()
    const zone = notes.get(noteId)?.place.zone
    if (!zone) return null
    return { zone, after: zones[zone][zones[zone].indexOf(noteId) - 1] ?? null }
  }

  const close = () => {
    const writing = cell.get()
    if (!writing) return
    const { noteId } = writing
    const wasThere = noteId !== null && session.view().notes.has(noteId)
    // First: an emptied note leaves the canvas as the session ends, and nobody has taken it away.
    cell.set(null)
    changes.mine(() => writing.text.close())
    const emptied = wasThere && !session.view().notes.has(noteId)
    if (emptied && !writing.isNew) events.onEmptied(noteId)
  }

  const open = (target: WriteTarget): Writing | null => {
    close()
    const edits = session.edits()
    if (!edits) return null
    const opened = edits.writeIn(target)
    if ('refused' in opened) {
      events.onRefused(opened.refused)
      return null
    }
    const existing = 'note' in target ? session.view().notes.get(target.note) : undefined
    if ('note' in target && !existing) {
      opened.close()
      return null
    }
    counter += 1
    const writing: Writing = {
      key: existing?.id ?? `draft-${counter}`,
      text: opened,
      isNew: !existing,
      noteId: existing?.id ?? null,
      zone: 'create' in target ? target.create.zone : (existing?.place.zone ?? 'tray'),
      after: 'create' in target ? target.create.after : undefined,
      colour: 'create' in target ? target.create.colour : existing?.colour,
      joins: ('create' in target && target.create.joins) || [],
      at: ('note' in target && target.at) || null,
      isGone: false,
    }
    lay = existing ? placeOf(existing.id) : null
    cell.set(writing)
    return writing
  }

  const typed = () => {
    const writing = cell.get()
    const noteId = writing?.text.noteId() ?? null
    if (!writing || writing.noteId === noteId) return
    lay = noteId && placeOf(noteId)
    cell.set({ ...writing, noteId })
  }

  const onView = () => {
    const writing = cell.get()
    const noteId = writing?.noteId
    if (!noteId) return
    const lies = placeOf(noteId)
    if (lies) {
      lay = lies
      if (writing.isGone) cell.set({ ...writing, isGone: false })
      return
    }
    if (writing.isGone) return
    const removal = session.removalOf(noteId)
    if (!removal) return close()
    cell.set({ ...writing, ...lay, isGone: true })
    events.onTakenAway(noteId, removal)
  }

  return {
    cell,
    open,
    typed,
    close,
    start() {
      const stop = session.subscribe(onView)
      return () => {
        stop()
        close()
      }
    },
  }
}
