/**
 * Tells a person whose move, colour or list gave way to another's, made at the same time. Yjs lets one of two concurrent writes
 * win, the same one everywhere, and says nothing.
 *
 * Every write of a key names the one that it replaced (`origin`). Go back from the one that is shown through all that came
 * with it: where that leads to ours, its writer knew ours; where it passes ours by, it was made without and only won.
 */
import * as Y from 'yjs'
import type { NoteId, SeatId } from '../ids.ts'
import type { Note } from '../note.ts'
import { readNote } from './readNote.ts'
import { notesOf } from './schema.ts'

const TOLD = ['place', 'colour', 'tags', 'finding', 'joins'] as const
type Told = (typeof TOLD)[number]

export type LostWrite = {
  note: NoteId
  what: Told
  /** The Yjs client id that won. */
  to: number
}

export type OvertakenWatch = {
  subscribe(listener: (lost: LostWrite) => void): () => void
  close(): void
}

/** Whoever has gone on to other things needs no word about it. */
const REMEMBERED_MS = 60_000

type OwnWrite = { id: Y.ID; wanted: string; atMs: number }

/** @param isSeen Whether others can have seen what was done to a note: before that no minute begins. */
export function openOvertakenWatch(
  doc: Y.Doc,
  now: () => number,
  isSeen: (note: NoteId) => boolean,
): OvertakenWatch {
  const notes = notesOf(doc)
  const listeners = new Set<(lost: LostWrite) => void>()
  const own = new Map<string, OwnWrite>()

  const check = (shared: Y.Map<unknown>, id: NoteId, what: Told, transaction: Y.Transaction) => {
    const name = `${id} ${what}`
    const shown = shared._map.get(what)
    const read = readNote(id, shared)
    if (!shown || !read) return
    const wanted = wantedIn(read.note, what)
    if (transaction.local) {
      own.set(name, { id: shown.id, wanted, atMs: now() })
      return
    }
    const mine = own.get(name)
    if (!mine || Y.compareIDs(shown.id, mine.id)) return
    own.delete(name)
    const winner = winnerOver(mine.id, shown, transaction)
    if (!winner || read.removed || wanted === mine.wanted) return
    if (isSeen(id) && now() - mine.atMs > REMEMBERED_MS) return
    for (const listener of listeners) listener({ note: id, what, to: winner.id.client })
  }

  const onNotes = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    for (const event of events) {
      if (!(event instanceof Y.YMapEvent) || event.target.parent !== notes) continue
      for (const what of TOLD) {
        if (!event.keysChanged.has(what)) continue
        check(event.target, String(event.path[0]) as NoteId, what, transaction)
      }
    }
  }
  notes.observeDeep(onNotes)
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      notes.unobserveDeep(onNotes)
      listeners.clear()
    },
  }
}

/** Two who wanted it in the same zone, or in the same colour, both have what they wanted. */
const wantedIn = (note: Note, what: Told): string =>
  what === 'place' ? note.place.zone : String(note[what])

/** The write that came with this transaction and took the place of ours unknowingly; null: whoever wrote knew ours. */
function winnerOver(mine: Y.ID, shown: Y.Item, { doc, beforeState }: Y.Transaction): Y.Item | null {
  let winner = shown
  for (;;) {
    const replaced = winner.origin
    if (!replaced) return winner
    if (Y.compareIDs(replaced, mine)) return null
    if (replaced.clock < (beforeState.get(replaced.client) ?? 0)) return winner
    const item = Y.getItem(doc.store, replaced)
    if (!(item instanceof Y.Item)) return winner
    winner = item
  }
}

/** Who put notes onto this canvas under a Yjs client id: the server takes nobody's name but the writer's own. */
export function typistOf(doc: Y.Doc, client: number): SeatId | null {
  for (const [id, entry] of notesOf(doc)) {
    if (!(entry instanceof Y.Map) || entry._map.get('typist')?.id.client !== client) continue
    const typist = readNote(id, entry)?.note.typist
    if (typist) return typist
  }
  return null
}
