import type * as Y from 'yjs'
import type { Later } from '../model/doc/readCanvas.ts'
import { openCanvasReader } from '../model/doc/readCanvas.ts'
import { readId, readThisWeek } from '../model/doc/readNote.ts'
import { removalOf } from '../model/doc/removeNote.ts'
import { canvasSettingsOf, notesOf } from '../model/doc/schema.ts'
import type { CanvasId } from '../model/ids.ts'
import type { Access } from '../model/roles.ts'
import { accessTo } from '../model/roles.ts'
import { canvasRoom } from '../protocol/roomName.ts'
import { openCanvasEdits } from './canvasEdits.ts'
import type { Room, RoomOptions } from './openRoom.ts'
import { openRoom } from './openRoom.ts'
import type { CanvasSession } from './session.ts'

export type CanvasOptions = RoomOptions & {
  canvas: CanvasId
  /** When others' changes are told to screens; left out: each at once. */
  others?: () => Later
}

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
  return canvasIn(room, options, access)
}

/** The canvas that a room holds. Closing it closes the room. */
export function canvasIn(
  room: Room,
  { seat, others }: CanvasOptions,
  access: Exclude<Access, 'none'>,
): OpenCanvas {
  const { doc, ...face } = room
  const reader = openCanvasReader(doc, others?.())
  const documentBytes = seat.limits?.documentBytes
  const own =
    access === 'write' ? openCanvasEdits(doc, seat.seat, reader.view, documentBytes, room) : null
  return {
    ...face,
    view: reader.view,
    subscribe: reader.subscribe,
    subscribeNote: reader.subscribeNote,
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

/** Ids of the notes that a transaction touched, in whatever depth; choosing this week's strategy touches that note. */
export function followNotes(doc: Y.Doc): (transaction: Y.Transaction) => Iterable<string> {
  const touched = new WeakMap<Y.Transaction, Set<string>>()
  const touch = (transaction: Y.Transaction, id: string) => {
    const ids = touched.get(transaction) ?? new Set()
    touched.set(transaction, ids.add(id))
  }
  const notes = notesOf(doc)
  notes.observeDeep((events, transaction) => {
    for (const event of events) {
      if (event.target === notes) for (const id of event.keys.keys()) touch(transaction, id)
      else touch(transaction, String(event.path[0]))
    }
  })
  const settings = canvasSettingsOf(doc)
  settings.observe((event, transaction) => {
    const chosen = readThisWeek(settings) ?? readId(event.keys.get('thisWeek')?.oldValue)
    if (chosen !== null) touch(transaction, chosen)
  })
  return (transaction) => touched.get(transaction) ?? []
}
