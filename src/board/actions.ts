/** The edits of this person, each with the words that follow it. */
import type { Messages } from '../i18n/id.ts'
import type { Destination } from '../model/doc/moveNote.ts'
import type { NoteId } from '../model/ids.ts'
import type { NoteColour } from '../model/note.ts'
import type { CanvasEdits, CanvasSession } from '../sync/session.ts'
import type { Toast } from '../ui/Toasts.tsx'
import type { RemoteChanges } from './remoteChanges.ts'

export type Actions = {
  /** False where the note is gone meanwhile, which was said. */
  move(note: NoteId, to: Destination): boolean
  /** A move whose end is out of sight: it is said, and can be taken back there. */
  moveAway(note: NoteId, to: Destination, zoneName: string): boolean
  recolour(note: NoteId, colour: NoteColour): void
  remove(note: NoteId): void
  restore(note: NoteId): boolean
  undo(): void
  redo(): void
  /** Offers to take back what was just done. */
  offerUndo(toast: Pick<Toast, 'icon' | 'text'>, otherwise: (edits: CanvasEdits) => void): void
}

export function createActions(
  session: CanvasSession,
  changes: RemoteChanges,
  toast: (toast: Toast) => void,
  messages: Messages,
): Actions {
  const words = messages.board
  const change = <T>(edit: (edits: CanvasEdits) => T, refused: T): T => {
    const edits = session.edits()
    return edits ? changes.mine(() => edit(edits)) : refused
  }
  const gone = () => toast({ icon: 'trash', text: words.goneMeanwhile })
  const step = (direction: 'undo' | 'redo') => {
    const outcome = change((edits) => edits[direction](), 'nothing')
    if (outcome === 'overtaken') toast({ icon: direction, text: words.undone.overtaken })
  }

  const actions: Actions = {
    move(note, to) {
      const moved = change((edits) => edits.moveNote(note, to), false)
      if (!moved) gone()
      return moved
    },
    moveAway(note, to, zoneName) {
      const before = session.view().notes.get(note)?.place.zone
      if (!actions.move(note, to)) return false
      actions.offerUndo({ icon: 'check', text: words.moved(zoneName) }, (edits) => {
        if (before) edits.moveNote(note, { zone: before })
      })
      return true
    },
    recolour(note, colour) {
      const there = session.view().notes.get(note)
      if (!there) return gone()
      if (there.colour !== colour) change((edits) => edits.recolourNote(note, colour), false)
    },
    remove(note) {
      if (!change((edits) => edits.removeNote(note), false)) return gone()
      actions.offerUndo({ icon: 'trash', text: words.removed }, (edits) => edits.restoreNote(note))
    },
    restore: (note) => change((edits) => edits.restoreNote(note), false),
    undo: () => step('undo'),
    redo: () => step('redo'),
    offerUndo(shown, otherwise) {
      // Undo takes back the latest step: right only while nothing has been done since.
      let latest = true
      const stop = session.subscribeHistory(() => {
        latest = false
        stop()
      })
      toast({
        ...shown,
        action: {
          label: words.undo,
          icon: 'undo',
          onPress() {
            stop()
            if (latest) actions.undo()
            else change(otherwise, undefined)
          },
        },
      })
    },
  }
  return actions
}
