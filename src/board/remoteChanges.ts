/**
 * What other people just changed, note by note, so that a ring in their colour can say so. Own edits are told apart by
 * running them inside `mine`, and by their tick: what this device has yet to send is its own.
 */
import type { CanvasView } from '../model/canvas.ts'
import type { NoteId } from '../model/ids.ts'
import { createKeyedListeners } from '../model/keyedListeners.ts'
import type { Note } from '../model/note.ts'
import type { CanvasSession, PersonHere } from '../sync/session.ts'

/** `colour` null: somebody, but nobody can say who. */
export type Ring = { colour: PersonHere['colour'] | null; serial: number }
export type News = { added: number; changed: number; removed: number }

export type RemoteChanges = {
  start(): () => void
  /** Runs an edit of this person's own. */
  mine<T>(edit: () => T): T
  subscribe(note: NoteId, listener: (ring: Ring) => void): () => void
  /** The ring of a note that has only just come onto the screen. */
  recent(note: NoteId): Ring | null
  subscribeNews(listener: (news: News) => void): () => void
  /**
   * Notes are gone, not by an edit of this person's own on this screen, that they worked on a moment ago, or at any time if
   * nobody could see it: the server has it not yet.
   */
  subscribeLost(listener: (notes: readonly Note[]) => void): () => void
  /** Of their loss somebody tells already, who had them under the pen or in the hand. */
  toldOf(notes: readonly NoteId[]): void
}

/** The first moments belong to loading and to what happened while one was away. */
const QUIET_MS = 1_500
const RECENT_MS = 1_500
/** Whoever has gone on to other things needs no word about it. */
const WORKED_ON_MS = 60_000
const TOLD = Number.NEGATIVE_INFINITY
/** More than this at once is a reconnection, not a hand. */
const MOST_RINGS = 8

/** @param now ms on any clock that only goes forward. */
export function createRemoteChanges(
  session: CanvasSession,
  now = () => performance.now(),
): RemoteChanges {
  const listeners = createKeyedListeners<[Ring]>()
  const newsListeners = new Set<(news: News) => void>()
  const lostListeners = new Set<(notes: readonly Note[]) => void>()
  const workedOnAt = new Map<NoteId, number>()
  const recent = new Map<NoteId, Ring>()
  let previous = session.view()
  let depth = 0
  let serial = 0
  let quietUntil = Number.POSITIVE_INFINITY

  const onView = () => {
    const before = previous
    previous = session.view()
    const { touched, gone, news } = difference(before, previous)
    const theirs: NoteId[] = []
    for (const note of touched) {
      if (depth === 0 && session.tickOf(note) === 'stored') theirs.push(note)
      else workedOnAt.set(note, now())
    }
    if (depth > 0) return
    const lost = gone.filter(isLost)
    // Once everybody has heard of this change: whoever tells of it has said so by then.
    if (lost.length > 0) queueMicrotask(() => tellOf(lost))
    if (now() < quietUntil || session.status().connection.type !== 'connected') return
    if (theirs.length + news.removed === 0) return
    for (const listener of newsListeners) listener(news)
    if (theirs.length > MOST_RINGS) return
    for (const note of theirs) show(note)
  }
  const isLost = ({ id }: Note) => {
    const at = workedOnAt.get(id) ?? 0
    if (at === TOLD) return false
    return session.tickOf(id) !== 'stored' || (workedOnAt.has(id) && now() - at < WORKED_ON_MS)
  }
  const tellOf = (lost: readonly Note[]) => {
    const untold = lost.filter(({ id }) => workedOnAt.get(id) !== TOLD)
    for (const { id } of lost) workedOnAt.delete(id)
    if (untold.length > 0) for (const listener of lostListeners) listener(untold)
  }
  const show = (note: NoteId) => {
    serial += 1
    const ring = { colour: whoChanged(session.people(), previous, note), serial }
    recent.set(note, ring)
    setTimeout(() => {
      if (recent.get(note) === ring) recent.delete(note)
    }, RECENT_MS)
    listeners.tell(note, ring)
  }

  return {
    start() {
      previous = session.view()
      quietUntil = now() + QUIET_MS
      return session.subscribe(onView)
    },
    mine(edit) {
      depth += 1
      try {
        return edit()
      } finally {
        depth -= 1
      }
    },
    subscribe: listeners.subscribe,
    recent: (note) => recent.get(note) ?? null,
    subscribeNews(listener) {
      newsListeners.add(listener)
      return () => newsListeners.delete(listener)
    },
    subscribeLost(listener) {
      lostListeners.add(listener)
      return () => lostListeners.delete(listener)
    },
    toldOf(notes) {
      for (const note of notes) workedOnAt.set(note, TOLD)
    },
  }
}

type Difference = { touched: NoteId[]; gone: Note[]; news: News }

/** Unchanged notes keep their identity between views, so that comparing is cheap. */
function difference(before: CanvasView, after: CanvasView): Difference {
  const touched: NoteId[] = []
  const gone: Note[] = []
  let added = 0
  for (const [id, note] of after.notes) {
    const old = before.notes.get(id)
    if (old === note) continue
    if (!old) added += 1
    touched.push(id)
  }
  for (const [id, note] of before.notes) if (!after.notes.has(id)) gone.push(note)
  return { touched, gone, news: { added, changed: touched.length - added, removed: gone.length } }
}

/** Who writes in that note; else who is in its zone; else the only other person looking. */
function whoChanged(people: readonly PersonHere[], view: CanvasView, note: NoteId): Ring['colour'] {
  const others = people.filter((person) => !person.self && person.where !== null)
  const zone = view.notes.get(note)?.place.zone
  const inZone = others.filter((person) => person.where?.zone === zone)
  const person =
    others.find((each) => each.where?.note === note) ??
    (inZone.length === 1 ? inZone[0] : others.length === 1 ? others[0] : undefined)
  return person?.colour ?? null
}
