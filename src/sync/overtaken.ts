/**
 * Names those who overtook. Their changes arrive with a Yjs client id; who that is, the server says a moment later, so a
 * loss is told when it is known, or after a second without a name.
 */
import type * as Y from 'yjs'
import type { LostWrite } from '../model/doc/overtaken.ts'
import { openOvertakenWatch, typistOf } from '../model/doc/overtaken.ts'
import type { NoteId, SeatId } from '../model/ids.ts'
import type { Overtaken, Tick } from './session.ts'

export type AroundEdits = {
  /** Who is connected under a Yjs client id, as far as the server has said. */
  seatOf(client: number): SeatId | null
  subscribePeople(listener: () => void): () => void
  /** Whether the server has what was done to a note. */
  tickOf(note: NoteId): Tick
}

export type OpenOvertaken = {
  subscribe(listener: (lost: Overtaken) => void): () => void
  close(): void
}

/** The server announces people at most each 50 ms. */
const NAMED_WITHIN_MS = 1_000

type Waiting = { lost: LostWrite; timer: ReturnType<typeof setTimeout> }

export function openOvertaken(
  doc: Y.Doc,
  self: SeatId,
  now: () => number,
  around: AroundEdits,
): OpenOvertaken {
  const watch = openOvertakenWatch(doc, now, (note) => around.tickOf(note) === 'stored')
  const listeners = new Set<(lost: Overtaken) => void>()
  const waiting = new Set<Waiting>()

  const seatOf = (client: number) => around.seatOf(client) ?? typistOf(doc, client)
  const tell = (each: Waiting, by: SeatId | null) => {
    clearTimeout(each.timer)
    waiting.delete(each)
    // What one did on another device took nothing from anybody.
    if (by === self) return
    const { note, what } = each.lost
    for (const listener of listeners) listener({ note, what, by })
  }
  const tellNamed = () => {
    for (const each of waiting) {
      const by = seatOf(each.lost.to)
      if (by !== null) tell(each, by)
    }
  }
  watch.subscribe((lost) => {
    const each: Waiting = {
      lost,
      timer: setTimeout(() => tell(each, seatOf(lost.to)), NAMED_WITHIN_MS),
    }
    waiting.add(each)
    tellNamed()
  })
  const stop = around.subscribePeople(tellNamed)
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      stop()
      watch.close()
      for (const { timer } of waiting) clearTimeout(timer)
      waiting.clear()
      listeners.clear()
    },
  }
}
