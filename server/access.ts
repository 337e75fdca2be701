/** From a capability to what it opens. */
import { createHash } from 'node:crypto'
import type { SeatId } from '../src/model/ids.ts'
import { LONG_ID_LENGTH, randomId, systemRandomBytes } from '../src/model/ids.ts'
import type { Result } from '../src/model/result.ts'
import { err, ok } from '../src/model/result.ts'
import type { Access, RoomKind } from '../src/model/roles.ts'
import { accessTo } from '../src/model/roles.ts'
import { CAPABILITY_LENGTH, isCapability } from '../src/protocol/capability.ts'
import type { RoomAddress } from '../src/protocol/roomName.ts'
import type { CapabilityRecord, NewCapability, SeatRecord, Store } from './store/store.ts'

/** A capability that holds, and whose it is. */
export type Holder = { capability: CapabilityRecord; seat: SeatRecord }
export type HolderError = { type: 'linkUnknown' } | { type: 'linkRevoked' }

/** Only this stands in the store. A fast hash is enough for 131 random bits. */
export const hashOf = (capability: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(capability).digest())

export const newLongId = <T extends string>(): T => randomId(LONG_ID_LENGTH, systemRandomBytes) as T

/** The secret is in the answer to whoever asked for it, and nowhere else. */
export function mintCapability(
  seat: SeatId,
  nowMs: number,
): { secret: string; record: NewCapability } {
  const secret = randomId(CAPABILITY_LENGTH, systemRandomBytes)
  return { secret, record: { id: newLongId(), hash: hashOf(secret), seat, createdAtMs: nowMs } }
}

/** Malformed ones are hashed and looked up like any other: the answer tells nothing by its time. */
export async function findHolder(
  store: Store,
  token: string,
): Promise<Result<Holder, HolderError>> {
  const holder = await store.capabilityByHash(hashOf(token))
  if (!holder || !isCapability(token)) return err({ type: 'linkUnknown' })
  if (holder.capability.revokedAtMs !== null) return err({ type: 'linkRevoked' })
  return ok(holder)
}

/** What a seat may do in a room; none in every other workshop. */
export function accessOf(seat: SeatRecord, room: RoomAddress): Access {
  if (room.workshop !== seat.workshop) return 'none'
  const kind: RoomKind = room.kind
  return accessTo({ role: seat.role, canvas: seat.canvas }, kind, room.canvas)
}
