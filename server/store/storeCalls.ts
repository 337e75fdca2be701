/**
 * What goes between the server and the thread that owns the database. Calls are answered in the order in which they were
 * made, but for backups. Updates travel as one piece of memory: handing them over one by one takes longer than writing them.
 */
import type { RoomName } from '../../src/protocol/roomName.ts'
import type { PackedParts } from '../packedParts.ts'
import { pack, unpack } from '../packedParts.ts'
import type { DataFileError } from './dataFile.ts'
import type { Changes, Damage, Store, StoredRoom } from './store.ts'
import { DamagedRoom, DamagedRow } from './store.ts'

export type StoreCalls = Omit<Store, 'commit' | 'loadRoom'> & {
  commit(changes: PackedChanges): Promise<void>
  loadRoom(room: RoomName): Promise<PackedRoom | null>
}
export type Call = { id: number; name: keyof StoreCalls; args: unknown[] }
export type Answer = { id: number; value: unknown } | { id: number; failure: Failure }
export type Told = { opened: DataFileError | null } | { damage: Damage } | Answer

/** An error as it crosses over: of its own kinds nothing but words would be left. */
export type Failure =
  | { type: 'damagedRoom'; room: RoomName; what: string }
  | { type: 'damagedRow'; what: string }
  | { type: 'other'; message: string; errcode: number | null }

export function failureOf(cause: unknown): Failure {
  if (cause instanceof DamagedRoom) {
    return { type: 'damagedRoom', room: cause.room, what: cause.what }
  }
  if (cause instanceof DamagedRow) return { type: 'damagedRow', what: cause.what }
  const message = cause instanceof Error ? cause.message : String(cause)
  const errcode = cause instanceof Error && 'errcode' in cause ? Number(cause.errcode) : null
  return { type: 'other', message, errcode }
}

export function errorOf(failure: Failure): Error {
  if (failure.type === 'damagedRoom') return new DamagedRoom(failure.room, failure.what)
  if (failure.type === 'damagedRow') return new DamagedRow(failure.what)
  const { message, errcode } = failure
  return errcode === null ? new Error(message) : Object.assign(new Error(message), { errcode })
}

export type PackedChanges = Omit<Changes, 'updates'> & {
  updatesOf: readonly RoomName[]
  updates: PackedParts
}

export function packChanges({ updates = [], ...rest }: Changes): PackedChanges {
  return {
    ...rest,
    updatesOf: updates.map(({ room }) => room),
    updates: pack(updates.map(({ bytes }) => bytes)),
  }
}

export function unpackChanges({ updatesOf, updates, ...rest }: PackedChanges): Changes {
  const parts = unpack(updates)
  return {
    ...rest,
    updates: updatesOf.flatMap((room, i) => (parts[i] ? [{ room, bytes: parts[i] }] : [])),
  }
}

export type PackedRoom = Omit<StoredRoom, 'updates'> & { updates: PackedParts }

export const packRoom = (stored: StoredRoom): PackedRoom => ({
  ...stored,
  updates: pack(stored.updates),
})

export const unpackRoom = (packed: PackedRoom): StoredRoom => ({
  ...packed,
  updates: unpack(packed.updates),
})
