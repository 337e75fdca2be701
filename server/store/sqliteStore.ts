/** The store on one SQLite file: write-ahead log, `synchronous = FULL`, every row with a checksum and a format byte. */
import { timingSafeEqual } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { SeatId } from '../../src/model/ids.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import { checksumOf, FORMAT_V1 } from './checksum.ts'
import type { Row } from './rows.ts'
import { bytes, number, readCapability, readSeat, readWorkshop, text } from './rows.ts'
import type { Statements } from './statements.ts'
import { prepareStatements } from './statements.ts'
import type { Changes, NewCapability, Store, StoredRoom } from './store.ts'
import { DamagedRoom } from './store.ts'
import { inTransaction } from './transaction.ts'

/** Takes the database over and closes it. */
export function openSqliteStore(database: DatabaseSync): Store {
  const run = prepareStatements(database)
  return {
    commit: async (changes) => inTransaction(database, () => write(run, changes)),

    loadRoom: async (room) => loadRoom(run, room),
    compactRoom: async (room, state, lastRow) =>
      inTransaction(database, () => {
        const found = run.room.get(room)
        if (!found) throw new Error(`no such room: ${room}`)
        const id = number(found, 'number')
        run.putState.run(id, lastRow, FORMAT_V1, checksumOf(FORMAT_V1, state), state)
        run.deleteUpdates.run(id, lastRow)
      }),

    seat: async (seat) => first(run.seat.get(seat), readSeat),
    seatsOf: async (workshop) => run.seatsOf.all(workshop).map(readSeat),
    claimSeat: async (capability, atMs) =>
      inTransaction(database, () => {
        const taken = run.markJoined.run(atMs, capability.seat).changes === 0
        if (!taken) addCapability(run, capability)
        return !taken
      }),

    capabilityByHash: async (hash) => {
      const row = run.capabilityByHash.get(hash)
      if (!row || !timingSafeEqual(bytes(row, 'hash'), hash)) return null
      return { capability: readCapability(row), seat: readSeat(row) }
    },
    capabilitiesOf: async (workshop) => run.capabilitiesOf.all(workshop).map(readCapability),
    revoke: async (capabilities, atMs) =>
      inTransaction(database, () => {
        for (const capability of capabilities) run.revoke.run(atMs, capability)
      }),

    workshop: async (workshop) => first(run.workshop.get(workshop), readWorkshop),
    workshopByJoinCode: async (code, nowMs) =>
      first(run.workshopByJoinCode.get(code, nowMs), readWorkshop),
    setJoinCode: async (workshop, { code, open, expiresAtMs }, nowMs) =>
      inTransaction(database, () => {
        run.closeExpiredCodes.run(nowMs)
        const holder = run.codeHolder.get(code)
        if (open && holder && holder.id !== workshop) return false
        run.setJoinCode.run(code, Number(open), expiresAtMs, workshop)
        return true
      }),

    close: async () => {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      database.close()
    },
  }
}

const first = <T>(row: Row | undefined, read: (row: Row) => T): T | null => (row ? read(row) : null)

function addCapability(run: Statements, { id, hash, seat, createdAtMs }: NewCapability): void {
  run.addCapability.run(id, hash, seat, createdAtMs)
}

function write(run: Statements, changes: Changes): void {
  for (const { id, createdAtMs, joinCode } of changes.workshops ?? []) {
    run.closeExpiredCodes.run(createdAtMs)
    const { code, open, expiresAtMs } = joinCode
    run.addWorkshop.run(id, createdAtMs, code, Number(open), expiresAtMs)
  }
  for (const seat of changes.seats ?? []) {
    const { id, workshop, role, canvas, name, business, joinedAtMs } = seat
    run.addSeat.run(id, workshop, role, canvas, name, business, joinedAtMs)
  }
  for (const room of changes.rooms ?? []) run.addRoom.run(room.name, room.workshop)
  for (const capability of changes.capabilities ?? []) addCapability(run, capability)
  for (const { seat, name, business } of changes.renamed ?? []) run.rename.run(name, business, seat)
  for (const { seat, atMs } of changes.joined ?? []) run.markJoined.run(atMs, seat)
  for (const { capability, atMs } of changes.used ?? []) run.markUsed.run(atMs, capability)
  for (const { room, client, seat } of changes.owners ?? []) run.addOwner.run(room, client, seat)
  for (const update of changes.updates ?? []) {
    run.addUpdate.run(update.room, FORMAT_V1, checksumOf(FORMAT_V1, update.bytes), update.bytes)
  }
}

function loadRoom(run: Statements, room: RoomName): StoredRoom | null {
  const found = run.room.get(room)
  if (!found) return null
  const id = number(found, 'number')
  const state = run.state.get(id)
  const rows = run.updates.all(id)
  const owners = new Map<number, SeatId>()
  for (const row of run.owners.all(id))
    owners.set(number(row, 'client'), text(row, 'seat') as SeatId)
  return {
    state: state ? checkedBytes(room, state) : null,
    updates: rows.map((row) => checkedBytes(room, row)),
    lastRow: Math.max(
      state ? number(state, 'last_row') : 0,
      ...rows.slice(-1).map((row) => number(row, 'number')),
    ),
    owners,
  }
}

function checkedBytes(room: RoomName, row: Row): Uint8Array {
  const format = number(row, 'format')
  if (format !== FORMAT_V1) throw new DamagedRoom(room, `a row of unknown format ${format}`)
  const content = bytes(row, 'bytes')
  if (checksumOf(format, content) !== number(row, 'checksum')) {
    throw new DamagedRoom(room, "a row's checksum does not hold")
  }
  return content
}
