import type * as Y from 'yjs'
import { openCanvasReader } from '../model/doc/readCanvas.ts'
import { removalOf } from '../model/doc/removeNote.ts'
import { notesOf } from '../model/doc/schema.ts'
import type { CanvasId } from '../model/ids.ts'
import { accessTo } from '../model/roles.ts'
import { canvasRoom } from '../protocol/roomName.ts'
import { openCanvasEdits } from './canvasEdits.ts'
import type { RoomOptions } from './openRoom.ts'
import { openRoom } from './openRoom.ts'
import type { CanvasSession } from './session.ts'

export type CanvasOptions = RoomOptions & { canvas: CanvasId }

export type OpenCanvas = Omit<CanvasSession, 'close'> & {
  /** Resolves when everything is on this device's disk, or could not be. */
  close(): Promise<void>
}

/**
 * Opens one canvas on this device: what is kept here is shown first, then the server is asked. Works without either.
 * @throws when the seat can't open that canvas at all: the caller read the wrong plan.
 */
export function openCanvas(options: CanvasOptions): OpenCanvas {
  const { seat, canvas } = options
  const access = accessTo(seat, 'canvas', canvas)
  if (access === 'none') throw new Error(`seat ${seat.seat} may not open canvas ${canvas}`)

  const room = openRoom(options, canvasRoom(seat.workshop, canvas), access, followNotes)
  const { doc, ...face } = room
  const reader = openCanvasReader(doc)
  const documentBytes = seat.limits?.documentBytes
  const own =
    access === 'write'
      ? openCanvasEdits(doc, seat.seat, reader.view, documentBytes, room.seatOf)
      : null
  return {
    ...face,
    view: reader.view,
    subscribe: reader.subscribe,
    edits: () => (own && !reader.view().readOnlySchema ? own.edits : null),
    subscribeHistory: own?.subscribeHistory ?? (() => () => {}),
    subscribeOvertaken: own?.subscribeOvertaken ?? (() => () => {}),
    removalOf: (note) => removalOf(doc, note),
    async close() {
      own?.close()
      reader.close()
      await room.close()
    },
  }
}

/** Ids of the notes that a transaction touched, in whatever depth. */
function followNotes(doc: Y.Doc): (transaction: Y.Transaction) => Iterable<string> {
  const touched = new WeakMap<Y.Transaction, Set<string>>()
  const notes = notesOf(doc)
  notes.observeDeep((events, transaction) => {
    const ids = new Set<string>()
    for (const event of events) {
      if (event.target === notes) for (const id of event.keys.keys()) ids.add(id)
      else ids.add(String(event.path[0]))
    }
    touched.set(transaction, ids)
  })
  return (transaction) => touched.get(transaction) ?? []
}
