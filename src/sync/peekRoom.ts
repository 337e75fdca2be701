import * as Y from 'yjs'
import type { CanvasView } from '../model/canvas.ts'
import { readCanvas } from '../model/doc/readCanvas.ts'
import type { Device, RoomKey } from '../storage/device.ts'
import { mergeRows } from '../storage/mergeRows.ts'

export type Peek = {
  view: CanvasView
  /** Notes written here that the server has not receipted yet. */
  waitingNotes: number
}

/** A canvas as this device holds it, without connecting: for the list of one's canvases. */
export async function peekRoom(device: Device, key: RoomKey): Promise<Peek> {
  const { updates, waiting } = await device.rooms.load(key)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, mergeRows(updates.map((update) => ({ update }))).state.update)
  const view = readCanvas(doc)
  doc.destroy()
  return { view, waitingNotes: new Set(waiting.flatMap(({ notes }) => notes)).size }
}
