/**
 * What the server keeps on disk, and the only way to it. Everything is asynchronous, so that another database can stand
 * here later. Two promises matter most:
 *
 *   - `commit` writes all of its changes or none, and returns once they are on disk (power may fail the next moment);
 *   - `loadRoom` returns exactly the bytes that were committed. Where rows are rotten or missing it returns the room as it
 *     last was without them, marks it as damaged, and keeps aside what it found: damaged rows are never presented as good.
 *
 * Secrets come in as SHA-256 hashes only.
 */
import type { CanvasId, SeatId, WorkshopId } from '../../src/model/ids.ts'
import type { Result } from '../../src/model/result.ts'
import type { Role } from '../../src/model/roles.ts'
import type { JoinCode } from '../../src/protocol/joinCode.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import type { BackupError } from '../backup/writeBackup.ts'

/** Who owns the client ids under which the server itself writes. No seat can have this id. */
export const SERVER_SEAT = 'server' as SeatId

export type JoinCodeRecord = { code: JoinCode; open: boolean; expiresAtMs: number }
export type WorkshopRecord = { id: WorkshopId; createdAtMs: number; joinCode: JoinCodeRecord }

export type SeatRecord = {
  id: SeatId
  workshop: WorkshopId
  role: Role
  /** The one canvas of a seat that is not a facilitator's. */
  canvas: CanvasId | null
  name: string
  business: string
  joinedAtMs: number | null
}

export type CapabilityRecord = {
  /** Names it for revoking; not the secret, nor derived from it. */
  id: string
  seat: SeatId
  createdAtMs: number
  lastUsedAtMs: number | null
  revokedAtMs: number | null
}
export type NewCapability = { id: string; hash: Uint8Array; seat: SeatId; createdAtMs: number }

export type NewUpdate = { room: RoomName; bytes: Uint8Array }
export type NewOwner = { room: RoomName; seat: SeatId; clients: readonly number[] }

/** Clocks on record by room and client, each with its owner. */
export type Reached = readonly { room: RoomName; client: number; clock: number; seat: SeatId }[]

/** Everything that is written in one transaction, in this order. */
export type Changes = {
  workshops?: readonly WorkshopRecord[]
  seats?: readonly SeatRecord[]
  rooms?: readonly { name: RoomName; workshop: WorkshopId }[]
  capabilities?: readonly NewCapability[]
  renamed?: readonly { seat: SeatId; name: string; business: string }[]
  joined?: readonly { seat: SeatId; atMs: number }[]
  used?: readonly { capability: string; atMs: number }[]
  owners?: readonly NewOwner[]
  updates?: readonly NewUpdate[]
  /** How far edits once got in rooms that have lost them: on record, and the rooms marked as lacking something. */
  behind?: Reached
  /** Rooms that fell back and have again all that they once had. */
  mended?: readonly RoomName[]
}

export type StoredRoom = {
  /** A whole document as one update, or null while there are only rows. */
  state: Uint8Array | null
  /** What came after the state, oldest first. */
  updates: readonly Uint8Array[]
  /** Number of the last row in `updates`: what a new state made from all this covers. */
  lastRow: number
  owners: ReadonlyMap<number, SeatId>
  /**
   * How far each client's structs ever reached on this disk. In a room that fell back this may be further than what is
   * left: so far, and no further, somebody else may bring them again.
   */
  clocks: ReadonlyMap<number, number>
  /** Since when the room lacks something that it once had; null: it has everything. */
  damagedAtMs: number | null
}

/** A damage that was met just now. */
export type Damage = {
  room: RoomName
  reason: string
  /** `olderState`: nothing is lost, an older state and its rows serve. `fellBack`: that many rows could not be kept. */
  outcome: 'olderState' | 'fellBack'
  lostRows: number
}

export interface Store {
  commit(changes: Changes): Promise<void>

  roomNames(): Promise<RoomName[]>
  /** Null where there is no such room. @throws DamagedRoom where not even falling back is possible */
  loadRoom(room: RoomName): Promise<StoredRoom | null>
  /**
   * Puts a state in place of all rows up to `lastRow`, in one transaction. The state before it stays with the rows that came
   * after it, until the next one: by then this one has been read back.
   */
  compactRoom(room: RoomName, state: Uint8Array, lastRow: number): Promise<void>

  seat(seat: SeatId): Promise<SeatRecord | null>
  /** In the order in which they were added. */
  seatsOf(workshop: WorkshopId): Promise<SeatRecord[]>
  /** Takes a seat for its first comer: false where somebody has it already. Both writes or none. */
  claimSeat(capability: NewCapability, atMs: number): Promise<boolean>

  /** Revoked ones are found too, so that their holder can be told. */
  capabilityByHash(
    hash: Uint8Array,
  ): Promise<{ capability: CapabilityRecord; seat: SeatRecord } | null>
  capabilitiesOf(workshop: WorkshopId): Promise<CapabilityRecord[]>
  revoke(capabilities: readonly string[], atMs: number): Promise<void>

  workshop(workshop: WorkshopId): Promise<WorkshopRecord | null>
  /** The workshop whose open, unexpired code this is. */
  workshopByJoinCode(code: JoinCode, nowMs: number): Promise<WorkshopRecord | null>
  /** False where another workshop has this code open now. */
  setJoinCode(workshop: WorkshopId, joinCode: JoinCodeRecord, nowMs: number): Promise<boolean>

  /** Copies everything that is committed into one new file, while it is written to. */
  backup(file: string): Promise<Result<void, BackupError>>
  /** How far the edits of all rooms have ever got, and whose they are. */
  reached(): Promise<Reached>
  /** Marks the rooms that are behind as lacking something. Returns how many. */
  markBehind(reached: Reached): Promise<number>

  /**
   * What the server signs with: the same for the life of the data, and in its backups. Where it can't be read any more, one
   * for this run: what was signed before is nobody's then.
   */
  secret(): Promise<Uint8Array>

  /** Writes more than a little and takes it away again. Fails where the disk is full or takes no writes. */
  probe(): Promise<void>

  close(): Promise<void>
}

/** A seat, a link or a workshop whose row is not what was written. */
export class DamagedRow extends Error {
  readonly what: string
  constructor(what: string) {
    super(`a row of ${what} is rotten`)
    this.name = 'DamagedRow'
    this.what = what
  }
}

/** What is stored is not what was written, and there is no way around it. */
export class DamagedRoom extends Error {
  readonly room: RoomName
  readonly what: string
  constructor(room: RoomName, what: string) {
    super(`room ${room}: ${what}`)
    this.name = 'DamagedRoom'
    this.room = room
    this.what = what
  }
}
