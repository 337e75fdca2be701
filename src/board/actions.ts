/** The edits of this person, each with the words that follow it. */
import type { Messages } from '../i18n/id.ts'
import type { Destination } from '../model/doc/moveNote.ts'
import type { NoteId } from '../model/ids.ts'
import type { NoteColour } from '../model/note.ts'
import type { ZoneId } from '../model/zones.ts'
import { zoneById } from '../model/zones.ts'
import type { AddRefusal, CanvasEdits, CanvasSession, Overtaken } from '../sync/session.ts'
import type { Toast } from '../ui/Toasts.tsx'
import { areTaken } from './bring.ts'
import type { RemoteChanges } from './remoteChanges.ts'

/** One note, or several that one command is for: one step of undo either way. */
type Notes = NoteId | readonly NoteId[]

export type Actions = {
  /** Moves, or takes linked copies where it goes to another tab. What lies there now; none where all are gone, which was said. */
  put(notes: Notes, to: Destination): readonly NoteId[]
  /** The same, its end out of sight: it is said, and can be taken back there. */
  putAway(notes: Notes, to: Destination, zoneName: string): readonly NoteId[]
  /** False where the note is gone meanwhile, which was said. */
  move(note: NoteId, to: Destination): boolean
  moveAway(note: NoteId, to: Destination, zoneName: string): boolean
  /** Linked copies, wherever they come from; it is said. */
  take(notes: Notes, to: Destination, zoneName: string): readonly NoteId[]
  recolour(notes: Notes, colour: NoteColour): void
  remove(notes: Notes): void
  restore(note: NoteId): boolean
  duplicate(notes: Notes): readonly NoteId[]
  tag(notes: Notes, change: { add?: string; remove?: string }): void
  setFinding(notes: Notes, finding: boolean): void
  /** Which SWOT notes a strategy joins. */
  join(note: NoteId, joins: readonly NoteId[]): void
  chooseThisWeek(note: NoteId | null): void
  /** One note a line. */
  addLines(lines: readonly string[], to: Destination): readonly NoteId[]
  /** Does again what somebody else's hand has overtaken. */
  again(lost: Overtaken): void
  undo(): void
  redo(): void
  /** Offers to take back what was just done. */
  offerUndo(toast: Pick<Toast, 'icon' | 'text'>, otherwise: (edits: CanvasEdits) => void): void
}

const listOf = (notes: Notes): readonly NoteId[] => (typeof notes === 'string' ? [notes] : notes)

export function createActions(
  session: CanvasSession,
  changes: RemoteChanges,
  toast: (toast: Toast) => void,
  messages: Messages,
  onRefused: (reason: AddRefusal) => void,
): Actions {
  const words = messages.board
  /** Where this person last put a note, and on what paper: for doing it again. */
  const places = new Map<NoteId, Destination>()
  const colours = new Map<NoteId, NoteColour>()

  const change = <T>(edit: (edits: CanvasEdits) => T, refused: T): T => {
    const edits = session.edits()
    return edits ? changes.mine(() => edit(edits)) : refused
  }
  const gone = () => toast({ icon: 'trash', text: words.goneMeanwhile })
  const added = (outcome: readonly NoteId[] | { refused: AddRefusal }): readonly NoteId[] => {
    if (!('refused' in outcome)) return outcome
    onRefused(outcome.refused)
    return []
  }
  const step = (direction: 'undo' | 'redo') => {
    const outcome = change((edits) => edits[direction](), 'nothing')
    if (outcome === 'overtaken') toast({ icon: direction, text: words.undone.overtaken })
  }
  const reached = (notes: readonly NoteId[]): readonly NoteId[] => {
    if (notes.length === 0) gone()
    return notes
  }

  const actions: Actions = {
    put(notes, to) {
      const list = listOf(notes)
      if (areTaken(session.view(), list, to.zone)) {
        return added(change((edits) => edits.takeNotes(list, to), []))
      }
      for (const note of list) places.set(note, to)
      return reached(change((edits) => edits.moveNotes(list, to), []))
    },
    putAway(notes, to, zoneName) {
      const list = listOf(notes)
      const taken = areTaken(session.view(), list, to.zone)
      const before = new Map(
        list.map((note) => [note, session.view().notes.get(note)?.place.zone] as const),
      )
      const there = actions.put(list, to)
      if (there.length === 0) return there
      const text = taken ? words.taken(zoneName) : words.moved(zoneName, there.length)
      actions.offerUndo({ icon: 'check', text }, (edits) => {
        if (taken) edits.removeNotes(there)
        else putBack(edits, before)
      })
      return there
    },
    move: (note, to) => actions.put(note, to).length > 0,
    moveAway: (note, to, zoneName) => actions.putAway(note, to, zoneName).length > 0,
    take(notes, to, zoneName) {
      const taken = added(change((edits) => edits.takeNotes(listOf(notes), to), []))
      if (taken.length > 0) {
        actions.offerUndo({ icon: 'check', text: words.taken(zoneName) }, (edits) =>
          edits.removeNotes(taken),
        )
      }
      return taken
    },
    recolour(notes, colour) {
      const list = listOf(notes)
      for (const note of list) colours.set(note, colour)
      const other = list.filter((note) => session.view().notes.get(note)?.colour !== colour)
      if (other.length > 0) reached(change((edits) => edits.recolourNotes(other, colour), []))
    },
    remove(notes) {
      const removed = reached(change((edits) => edits.removeNotes(listOf(notes)), []))
      if (removed.length === 0) return
      const text = removed.length === 1 ? words.removed : words.removedSeveral(removed.length)
      actions.offerUndo({ icon: 'trash', text }, (edits) => edits.restoreNotes(removed))
    },
    restore: (note) => change((edits) => edits.restoreNotes([note]).length > 0, false),
    duplicate: (notes) => added(change((edits) => edits.duplicateNotes(listOf(notes)), [])),
    tag(notes, tags) {
      reached(change((edits) => edits.tagNotes(listOf(notes), tags), []))
    },
    setFinding(notes, finding) {
      reached(change((edits) => edits.setFinding(listOf(notes), finding), []))
    },
    join(note, joins) {
      if (!change((edits) => edits.joinNotes(note, joins), true)) gone()
    },
    chooseThisWeek(note) {
      if (!change((edits) => edits.setThisWeek(note), true)) gone()
    },
    addLines(lines, to) {
      const { colour } = zoneById(to.zone as ZoneId)
      const notes = lines.map((text) => ({ ...to, text, colour }))
      const there = added(change((edits) => edits.addNotes(notes), []))
      if (there.length > 0) {
        actions.offerUndo({ icon: 'note', text: words.addedSeveral(there.length) }, (edits) =>
          edits.removeNotes(there),
        )
      }
      return there
    },
    again({ note, what }) {
      const [place, colour] = [places.get(note), colours.get(note)]
      if (what === 'place' && place) actions.put(note, place)
      if (what === 'colour' && colour) actions.recolour(note, colour)
    },
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

/** Each to the zone it came from; together where they came from one. */
function putBack(edits: CanvasEdits, before: ReadonlyMap<NoteId, ZoneId | undefined>): void {
  const byZone = new Map<ZoneId, NoteId[]>()
  for (const [note, zone] of before) {
    if (zone) byZone.set(zone, [...(byZone.get(zone) ?? []), note])
  }
  for (const [zone, notes] of byZone) edits.moveNotes(notes, { zone })
}
