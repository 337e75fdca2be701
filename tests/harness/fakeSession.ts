/** A canvas session over a real document, without a socket or a disk, with a second person at hand. For looking only. */
import * as Y from 'yjs'
import type { EditContext } from '../../src/model/doc/edit.ts'
import { openCanvasReader } from '../../src/model/doc/readCanvas.ts'
import { removalOf } from '../../src/model/doc/removeNote.ts'
import type { NoteId, SeatId } from '../../src/model/ids.ts'
import { newNoteId } from '../../src/model/ids.ts'
import type { Where } from '../../src/protocol/awareness.ts'
import { openCanvasEdits } from '../../src/sync/canvasEdits.ts'
import type { CanvasSession, PersonHere, RoomStatus, Tick } from '../../src/sync/session.ts'

export type FakeRoom = {
  session: CanvasSession
  doc: Y.Doc
  /** A second person's document and edits, joined to the first. */
  other: ReturnType<typeof openCanvasEdits> & { doc: Y.Doc }
  otherContext: EditContext
  setStatus(change: Partial<RoomStatus>): void
  setPeople(people: readonly PersonHere[]): void
  setOtherWhere(seat: string, where: Where | null): void
  where(): Where | null
}

const SELF = 'seat-self' as SeatId

export function createFakeRoom(options: { readOnly: boolean; people: PersonHere[] }): FakeRoom {
  const doc = new Y.Doc()
  const otherDoc = new Y.Doc()
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'wire') Y.applyUpdate(otherDoc, update, 'wire')
  })
  otherDoc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'wire') Y.applyUpdate(doc, update, 'wire')
  })
  const reader = openCanvasReader(doc)
  const own = openCanvasEdits(doc, SELF, reader.view)
  const otherReader = openCanvasReader(otherDoc)
  const other = {
    ...openCanvasEdits(otherDoc, 'seat-s' as SeatId, otherReader.view),
    doc: otherDoc,
  }

  let status: RoomStatus = {
    connection: { type: 'connected' },
    loaded: true,
    keeps: true,
    kept: true,
    cannotKeep: false,
    waitingNotes: 0,
    stored: true,
  }
  let people: readonly PersonHere[] = options.people
  let myWhere: Where | null = null
  const statusListeners = new Set<() => void>()
  const peopleListeners = new Set<() => void>()
  const tickListeners = new Set<() => void>()
  const ticks = new Map<NoteId, Tick>()
  const tell = (listeners: Set<() => void>) => {
    for (const listener of listeners) listener()
  }
  const setTick = (note: NoteId, tick: Tick) => {
    ticks.set(note, tick)
    tell(tickListeners)
  }
  let before = reader.view()
  reader.subscribe(() => {
    const after = reader.view()
    for (const [id, note] of after.notes) {
      if (before.notes.get(id) === note || !local) continue
      setTick(id, 'kept')
      setTimeout(() => status.connection.type === 'connected' && setTick(id, 'stored'), 600)
    }
    before = after
  })
  let local = false
  doc.on('beforeTransaction', (transaction: Y.Transaction) => {
    local = transaction.local
  })

  const session: CanvasSession = {
    seat: SELF,
    status: () => status,
    subscribeStatus: listen(statusListeners),
    people: () => people,
    subscribePeople: listen(peopleListeners),
    retry: () => {},
    close: () => {},
    view: reader.view,
    subscribe: reader.subscribe,
    edits: () => (options.readOnly ? null : own.edits),
    subscribeHistory: own.subscribeHistory,
    tickOf: (note) => ticks.get(note) ?? 'stored',
    subscribeTicks: listen(tickListeners),
    subscribeOvertaken: own.subscribeOvertaken,
    removalOf: (note) => removalOf(doc, note),
    setWhere: (where) => {
      myWhere = where
    },
  }
  return {
    session,
    doc,
    other,
    otherContext: {
      seat: 'seat-s' as SeatId,
      now: Date.now,
      random: Math.random,
      newNoteId: () => newNoteId(),
    },
    setStatus(change) {
      status = { ...status, ...change }
      tell(statusListeners)
    },
    setPeople(next) {
      people = next
      tell(peopleListeners)
    },
    setOtherWhere(seat, where) {
      people = people.map((person) => (person.seat === seat ? { ...person, where } : person))
      tell(peopleListeners)
    },
    where: () => myWhere,
  }
}

const listen = (listeners: Set<() => void>) => (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
