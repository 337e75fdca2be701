import * as Y from 'yjs'
import type { SeatId } from '../src/model/ids.ts'
import type { RoomName } from '../src/protocol/roomName.ts'
import type { Store } from './store/store.ts'
import { DamagedRoom } from './store/store.ts'

export type LoadedRoom = {
  doc: Y.Doc
  owners: Map<number, SeatId>
  /** Of the state and all rows after it. */
  bytes: number
  /** What came after the state. */
  tail: { rows: number; bytes: number }
  lastRow: number
}

/**
 * A room as it stands on disk; null where there is none. Through a document, not `mergeUpdates`, which takes a thousand
 * times as long for many rows. The caller destroys the document.
 * @throws DamagedRoom Where a row is missing or rotten. Nothing may be written to such a room.
 */
export async function loadRoom(store: Store, name: RoomName): Promise<LoadedRoom | null> {
  const stored = await store.loadRoom(name)
  if (!stored) return null
  const parts = stored.state ? [stored.state, ...stored.updates] : stored.updates
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part)
  })
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    doc.destroy()
    throw new DamagedRoom(name, 'a row is missing')
  }
  return {
    doc,
    owners: new Map(stored.owners),
    bytes: totalLength(parts),
    tail: { rows: stored.updates.length, bytes: totalLength(stored.updates) },
    lastRow: stored.lastRow,
  }
}

const totalLength = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, part) => sum + part.length, 0)
