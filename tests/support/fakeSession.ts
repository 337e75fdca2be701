/** A canvas session over a real document, without a socket or a disk, with a second person at hand. */
import * as Y from 'yjs'
import { openCanvasReader } from '../../src/model/doc/readCanvas.ts'
import { removalOf } from '../../src/model/doc/removeNote.ts'
import type { SeatId } from '../../src/model/ids.ts'
import { openCanvasEdits } from '../../src/sync/canvasEdits.ts'
import type { CanvasSession, PersonHere, RoomStatus } from '../../src/sync/session.ts'

export type FakeRoom = {
  session: CanvasSession
  /** What a second person does on the same canvas. */
  other: ReturnType<typeof openCanvasEdits>
}

const SELF = 'seat-self' as SeatId
const OTHER = 'seat-s' as SeatId

const ALL_WELL: RoomStatus = {
  connection: { type: 'connected' },
  loaded: true,
  keeps: true,
  kept: true,
  cannotKeep: false,
  waitingNotes: 0,
  stored: true,
}

/** It never changes, so that nobody is ever told. */
const never = () => () => {}

export function createFakeRoom(options: {
  readOnly: boolean
  people: readonly PersonHere[]
}): FakeRoom {
  const doc = new Y.Doc()
  const otherDoc = new Y.Doc()
  join(doc, otherDoc)
  join(otherDoc, doc)
  const reader = openCanvasReader(doc)
  const own = openCanvasEdits(doc, SELF, reader.view)
  return {
    session: {
      seat: SELF,
      status: () => ALL_WELL,
      subscribeStatus: never,
      people: () => options.people,
      subscribePeople: never,
      retry() {},
      close() {},
      view: reader.view,
      subscribe: reader.subscribe,
      subscribeNote: reader.subscribeNote,
      edits: () => (options.readOnly ? null : own.edits),
      subscribeHistory: own.subscribeHistory,
      tickOf: () => 'stored',
      subscribeTick: never,
      subscribeOvertaken: own.subscribeOvertaken,
      removalOf: (note) => removalOf(doc, note),
      setWhere() {},
    },
    other: openCanvasEdits(otherDoc, OTHER, openCanvasReader(otherDoc).view),
  }
}

/** What is written in one stands in the other at once. */
function join(from: Y.Doc, to: Y.Doc): void {
  from.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'wire') Y.applyUpdate(to, update, 'wire')
  })
}
