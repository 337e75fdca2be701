import type { SeatId } from '../src/model/ids.ts'
import type { RoomName } from '../src/protocol/roomName.ts'
import { parseRoomName } from '../src/protocol/roomName.ts'
import { DocumentBytes } from './documentBytes.ts'
import { inTurns } from './inTurns.ts'
import type { Tail } from './longTail.ts'
import { tailOf } from './longTail.ts'
import type { Store } from './store/store.ts'
import { DamagedRoom } from './store/store.ts'

export type LoadedRoom = {
  document: DocumentBytes
  owners: Map<number, SeatId>
  /** How far each client's structs once got, where the room lacks some of them; null: it lacks nothing. */
  lost: ReadonlyMap<number, number> | null
  /** What came after the state. */
  tail: Tail
}

/**
 * A room as it stands on disk; null where there is none.
 * @throws DamagedRoom Where a row is missing or rotten. Nothing may be written to such a room.
 */
export async function loadRoom(store: Store, name: RoomName): Promise<LoadedRoom | null> {
  const stored = await store.loadRoom(name)
  if (!stored) return null
  const parts = stored.state ? [stored.state, ...stored.updates] : stored.updates
  return {
    document: await readParts(name, parts),
    owners: new Map(stored.owners),
    lost: stored.damagedAtMs === null ? null : stored.clocks,
    tail: tailOf(stored.updates),
  }
}

async function readParts(name: RoomName, parts: readonly Uint8Array[]): Promise<DocumentBytes> {
  const document = new DocumentBytes(parseRoomName(name)?.kind ?? 'canvas')
  try {
    await inTurns(document.read(parts))
    return document
  } catch (cause) {
    if (cause instanceof RangeError) throw new DamagedRoom(name, 'a row is missing')
    throw cause
  }
}
