/** The edits of this person, each with the words that follow it. */
import type { Messages } from '../i18n/id.ts'
import type { Step } from '../model/doc/change.ts'
import type { Destination } from '../model/doc/moveNote.ts'
import type { NoteId } from '../model/ids.ts'
import { LIMITS } from '../model/limits.ts'
import type { Note, NoteColour } from '../model/note.ts'
import type { ZoneId } from '../model/zones.ts'
import { zoneById } from '../model/zones.ts'
import type { AddRefusal, CanvasEdits, CanvasSession, Overtaken } from '../sync/session.ts'
import type { Toast } from '../ui/toastStack.ts'
import { areTaken, isThere } from './bring.ts'
import type { RemoteChanges } from './remoteChanges.ts'
import { shortWords } from './shortWords.ts'

/** One note, or several that one command is for: one step of undo either way. */
type Notes = NoteId | readonly NoteId[]

export type Actions = {
  /** Moves, or takes linked copies where it goes to another tab. What lies there now; none where all are gone, which was said. */
  put(notes: Notes, to: Destination): readonly NoteId[]
  /** The same, its end out of sight: it is said, and can be taken back there. */
  putAway(notes: Notes, to: Destination, zoneName: string): readonly NoteId[]
  /** False where the note is gone meanwhile, which was said. */
  move(note: NoteId, to: Destination): boolean
  /** Linked copies, wherever they come from; it is said. */
  take(notes: Notes, to: Destination, said: string): readonly NoteId[]
  recolour(notes: Notes, colour: NoteColour): void
  remove(notes: Notes): void
  duplicate(notes: Notes): readonly NoteId[]
  /** Which of them have no room for one more is said. */
  tag(notes: Notes, change: { add?: string; remove?: string }): void
  setFinding(notes: Notes, finding: boolean): void
  /** Which SWOT notes a strategy joins. */
  join(note: NoteId, joins: readonly NoteId[]): void
  chooseThisWeek(note: NoteId | null): void
  /** One note a line; in a strategy cell all join the same pair. */
  addLines(
    lines: readonly string[],
    to: Destination & { joins?: readonly NoteId[] },
  ): readonly NoteId[]
  /** Does again what somebody else's hand has overtaken. */
  again(lost: Overtaken): void
  /** Says that somebody else removed them, from under the pen or out of the hand, and offers to bring them back. */
  sayRemoved(notes: Notes, who: string, onBack?: () => void): void
  /** The same of notes that were worked on a moment ago, by their words. */
  sayLost(notes: readonly Note[], who: string): void
  undo(): void
  redo(): void
  /** Says what was just done, and offers to take back that alone. */
  offerUndo(said: Said): void
}

type Said = Pick<Toast, 'icon' | 'text'>

/** In one sentence. */
const MOST_NAMED = 3

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
  const noRoom = (notes: readonly Note[]): string => {
    const named = notes.slice(0, MOST_NAMED).map(({ text }) => shortWords(text, words.note.empty))
    return words.tagging.noRoom(named, notes.length - named.length, LIMITS.tagsOnNote)
  }
  const added = (outcome: readonly NoteId[] | { refused: AddRefusal }): readonly NoteId[] => {
    if (!('refused' in outcome)) return outcome
    onRefused(outcome.refused)
    return []
  }
  const step = (direction: 'undo' | 'redo') => {
    const outcome = change((edits) => edits[direction](), 'nothing')
    if (outcome === 'overtaken') toast({ icon: direction, text: words.undone.overtaken })
  }
  const latest = () => session.edits()?.latestStep() ?? null
  const someAreGone = (notes: readonly NoteId[]) =>
    notes.some((id) => !session.view().notes.has(id))
  const undoStep = (only: Step) => {
    const outcome = change((edits) => edits.undoStep(only), 'nothing')
    if (outcome === 'overtaken') toast({ icon: 'undo', text: words.undone.changedSince })
  }
  /** @param isWanted False once somebody else's hand has left nothing to take back. */
  const offer = (said: Said, only: Step | null, isWanted = () => true) => {
    const action = only && {
      label: words.undo,
      icon: 'undo',
      kind: 'undo' as const,
      holds: {
        now: () => (session.edits()?.holdsStep(only) ?? false) && isWanted(),
        subscribe(listener: () => void) {
          const stops = [session.subscribeHistory(listener), session.subscribe(listener)]
          return () => {
            for (const stop of stops) stop()
          }
        },
      },
      onPress: () => undoStep(only),
    }
    toast(action ? { ...said, action } : said)
  }
  /** An edit that is said; one that changed nothing (it lay there already) has nothing to take back. */
  const tell = (
    edit: () => readonly NoteId[],
    wordsOf: (there: readonly NoteId[]) => Said,
    isWanted?: (there: readonly NoteId[]) => boolean,
  ): readonly NoteId[] => {
    const before = latest()
    const there = edit()
    const after = latest()
    if (there.length > 0) {
      offer(wordsOf(there), after === before ? null : after, isWanted && (() => isWanted(there)))
    }
    return there
  }
  const take = (notes: readonly NoteId[], to: Destination): readonly NoteId[] => {
    const news = notes.filter((note) => !isThere(session.view(), note, to.zone))
    if (news.length > 0) return added(change((edits) => edits.takeNotes(news, to), []))
    toast({ icon: 'check', text: words.takenAlready })
    return []
  }
  const reached = (notes: readonly NoteId[]): readonly NoteId[] => {
    if (notes.length === 0) gone()
    return notes
  }

  const offerBack = (text: string, notes: readonly NoteId[], onBack?: () => void) =>
    toast({
      icon: 'trash',
      text,
      action: {
        label: words.restored,
        icon: 'undo',
        holds: { now: () => someAreGone(notes), subscribe: session.subscribe },
        onPress() {
          if (change((edits) => edits.restoreNotes(notes), []).length > 0) onBack?.()
        },
      },
    })

  const actions: Actions = {
    put(notes, to) {
      const list = listOf(notes)
      if (areTaken(session.view(), list, to.zone)) return take(list, to)
      for (const note of list) places.set(note, to)
      return reached(change((edits) => edits.moveNotes(list, to), []))
    },
    putAway(notes, to, zoneName) {
      const list = listOf(notes)
      const taken = areTaken(session.view(), list, to.zone)
      return tell(
        () => actions.put(list, to),
        ({ length }) => ({
          icon: 'check',
          text: taken ? words.taken(zoneName) : words.moved(zoneName, length),
        }),
      )
    },
    move: (note, to) => actions.put(note, to).length > 0,
    take(notes, to, said) {
      return tell(
        () => take(listOf(notes), to),
        () => ({ icon: 'check', text: said }),
      )
    },
    recolour(notes, colour) {
      const list = listOf(notes)
      for (const note of list) colours.set(note, colour)
      const other = list.filter((note) => session.view().notes.get(note)?.colour !== colour)
      if (other.length > 0) reached(change((edits) => edits.recolourNotes(other, colour), []))
    },
    remove(notes) {
      tell(
        () => reached(change((edits) => edits.removeNotes(listOf(notes)), [])),
        ({ length }) => ({
          icon: 'trash',
          text: length === 1 ? words.removed : words.removedSeveral(length),
        }),
        someAreGone,
      )
    },
    duplicate: (notes) => added(change((edits) => edits.duplicateNotes(listOf(notes)), [])),
    tag(notes, tags) {
      const list = listOf(notes)
      const tagged = change((edits) => edits.tagNotes(list, tags), [])
      const there = list.flatMap((id) => session.view().notes.get(id) ?? [])
      const full = there.filter(({ id }) => !tagged.includes(id))
      if (there.length === 0) gone()
      else if (full.length > 0) toast({ icon: 'tag', text: noRoom(full) })
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
      return tell(
        () => added(change((edits) => edits.addNotes(notes), [])),
        ({ length }) => ({ icon: 'note', text: words.addedSeveral(length) }),
      )
    },
    again({ note, what }) {
      const [place, colour] = [places.get(note), colours.get(note)]
      if (what === 'place' && place) actions.put(note, place)
      if (what === 'colour' && colour) actions.recolour(note, colour)
    },
    sayRemoved(notes, who, onBack) {
      const list = listOf(notes)
      changes.toldOf(list)
      offerBack(words.removedByOther(who, list.length), list, onBack)
    },
    sayLost(notes, who) {
      const [first] = notes
      if (!first) return
      const note = shortWords(first.text, words.note.empty)
      const list = notes.map(({ id }) => id)
      offerBack(words.overtaken.removed(who, note, list.length - 1), list)
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    offerUndo: (said) => offer(said, latest()),
  }
  return actions
}
