/** The store on one SQLite file: write-ahead log, `synchronous = FULL`, every row checked as it is read. */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { SeatId, WorkshopId } from '../../src/model/ids.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import { writeBackup } from '../backup/writeBackup.ts'
import { openCheckpoints } from './checkpoints.ts'
import { SECRET_BYTES } from './migrations/0003-secret.ts'
import type { Head, RoomLog } from './roomLog.ts'
import {
  appendUpdates,
  compact,
  fallBack,
  findRoom,
  headOf,
  isCorrupt,
  markBehind,
  readLog,
} from './roomLog.ts'
import type { Row } from './rows.ts'
import {
  bytes,
  isSoundRow,
  number,
  readCapability,
  readSeat,
  readWorkshop,
  sound,
  text,
} from './rows.ts'
import type { Statements } from './statements.ts'
import { prepareStatements } from './statements.ts'
import type { Changes, Damage, NewCapability, Store, StoredRoom } from './store.ts'
import { DamagedRoom } from './store.ts'
import { inTransaction } from './transaction.ts'

type StoreOptions = {
  now?: () => number
  /** Told once for each damage, as it is met. */
  onDamage?: (damage: Damage) => void
}

/** A whole canvas fits in it: once it was written, those who come back can be taken in. */
const PROBE_BYTES = 512 * 1024

/** Takes the database over and closes it. */
export function openSqliteStore(
  database: DatabaseSync,
  { now = Date.now, onDamage = () => {} }: StoreOptions = {},
): Store {
  const run = prepareStatements(database)
  const checkpoints = openCheckpoints(database)
  /** Rooms whose rotten state is told of: it stays until the next one is made. */
  const told = new Set<RoomName>()

  /** All of it is taken back where the pages of the file are so torn that it would not read better than before. */
  const beginAnew = (name: RoomName, log: RoomLog, head: Head): number => {
    const lostRows = fallBack(run, name, log, head, now())
    const anew = findRoom(run, name)
    const again = anew ? readLog(run, headOf(anew)) : null
    if (again?.broken !== null) throw new DamagedRoom(name, 'its pages cannot be read')
    return lostRows
  }

  const loadRoom = (name: RoomName): StoredRoom | null => {
    const found = findRoom(run, name)
    if (!found) return null
    const head = headOf(found)
    const log = readLog(run, head)
    if (log.broken !== null) {
      const lostRows = inTransaction(database, () => beginAnew(name, log, head))
      onDamage({ room: name, reason: log.broken, outcome: 'fellBack', lostRows })
      return loadRoom(name)
    }
    if (log.olderState && !told.has(name)) {
      told.add(name)
      onDamage({ room: name, reason: 'a state is rotten', outcome: 'olderState', lostRows: 0 })
    }
    return {
      state: log.state?.bytes ?? null,
      updates: log.updates,
      lastRow: log.lastRow,
      owners: new Map(
        run.owners
          .all(head.room)
          .map((row) => [number(row, 'client'), text(row, 'seat') as SeatId]),
      ),
      clocks: new Map(
        run.clocks.all(head.room).map((row) => [number(row, 'client'), number(row, 'clock')]),
      ),
      damagedAtMs: markOf(found.damaged_at),
    }
  }

  return {
    async commit(changes) {
      inTransaction(database, () => write(run, changes, now()))
      checkpoints.wrote(bytesIn(changes))
    },

    roomNames: async () => run.roomNames.all().map((row) => text(row, 'name') as RoomName),
    async loadRoom(room) {
      try {
        return loadRoom(room)
      } catch (cause) {
        if (!isCorrupt(cause)) throw cause
        throw new DamagedRoom(room, 'its pages cannot be read')
      }
    },
    async compactRoom(room, state, lastRow) {
      inTransaction(database, () => {
        const found = findRoom(run, room)
        if (!found) throw new Error(`no such room: ${room}`)
        compact(run, number(found, 'number'), state, lastRow)
        told.delete(room)
      })
      checkpoints.wrote(state.length)
    },

    seat: async (seat) => first(run.seat.get(seat), 'seats', readSeat),
    seatsOf: async (workshop) => run.seatsOf.all(workshop).filter(isSoundRow).map(readSeat),
    claimSeat: async (capability, atMs) =>
      inTransaction(database, () => {
        const taken = !markJoined(run, capability.seat, atMs)
        if (!taken) addCapability(run, capability)
        return !taken
      }),

    capabilityByHash: async (hash) => {
      const row = run.capabilityByHash.get(hash)
      if (!row || !timingSafeEqual(bytes(row, 'hash'), hash)) return null
      sound(row, 'capabilities')
      return { capability: readCapability(row), seat: readSeat(row) }
    },
    capabilitiesOf: async (workshop) =>
      run.capabilitiesOf.all(workshop).filter(isSoundRow).map(readCapability),
    revoke: async (capabilities, atMs) =>
      inTransaction(database, () => {
        for (const capability of capabilities) {
          const revoked = run.revoke.run(atMs, capability).changes > 0
          if (revoked) run.sealCapability.run(capability)
        }
      }),

    workshop: async (workshop) => first(run.workshop.get(workshop), 'workshops', readWorkshop),
    workshopByJoinCode: async (code, nowMs) =>
      first(run.workshopByJoinCode.get(code, nowMs), 'workshops', readWorkshop),
    setJoinCode: async (workshop, { code, open, expiresAtMs }, nowMs) =>
      inTransaction(database, () => {
        closeExpiredCodes(run, nowMs)
        const holder = run.codeHolder.get(code)
        if (open && holder && holder.id !== workshop) return false
        const set = run.setJoinCode.run(code, Number(open), expiresAtMs, workshop)
        if (set.changes > 0) run.sealWorkshop.run(workshop)
        return true
      }),

    backup: (file) => writeBackup(database, file),
    reached: async () =>
      run.reached.all().map((row) => ({
        room: text(row, 'name') as RoomName,
        client: number(row, 'client'),
        clock: number(row, 'clock'),
        seat: text(row, 'seat') as SeatId,
      })),
    markBehind: async (reached) => inTransaction(database, () => markBehind(run, reached, now())),
    secret: async () => readSecret(run),

    async probe() {
      inTransaction(database, () => run.addProbe.run(PROBE_BYTES))
      inTransaction(database, () => run.deleteProbe.run())
    },

    async close() {
      checkpoints.close()
      try {
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      } finally {
        // Where the disk refuses, the log stays beside the file, and the next start reads it.
        database.close()
      }
    },
  }
}

const bytesIn = ({ updates = [] }: Changes): number =>
  updates.reduce((sum, { bytes: content }) => sum + content.length, 0)

/** @throws DamagedRow */
const first = <T>(row: Row | undefined, what: string, read: (row: Row) => T): T | null =>
  row ? read(sound(row, what)) : null

/** Whatever else a flipped bit made of the mark, it is one. */
const markOf = (mark: SQLOutputValue | undefined): number | null =>
  mark === null ? null : typeof mark === 'number' ? mark : 0

function readSecret(run: Statements): Uint8Array {
  try {
    const secret = run.secret.get()?.bytes
    if (secret instanceof Uint8Array && secret.length === SECRET_BYTES) return secret
  } catch (cause) {
    if (!isCorrupt(cause)) throw cause
  }
  return randomBytes(SECRET_BYTES)
}

function addCapability(run: Statements, { id, hash, seat, createdAtMs }: NewCapability): void {
  run.addCapability.run(id, hash, seat, createdAtMs)
  run.sealCapability.run(id)
}

function markJoined(run: Statements, seat: SeatId, atMs: number): boolean {
  const isNew = run.markJoined.run(atMs, seat).changes > 0
  if (isNew) run.sealSeat.run(seat)
  return isNew
}

function closeExpiredCodes(run: Statements, nowMs: number): void {
  for (const row of run.expiredCodes.all(nowMs)) {
    const workshop = text(row, 'id') as WorkshopId
    run.closeCode.run(workshop)
    run.sealWorkshop.run(workshop)
  }
}

function write(run: Statements, changes: Changes, nowMs: number): void {
  for (const { id, createdAtMs, joinCode } of changes.workshops ?? []) {
    closeExpiredCodes(run, createdAtMs)
    const { code, open, expiresAtMs } = joinCode
    run.addWorkshop.run(id, createdAtMs, code, Number(open), expiresAtMs)
    run.sealWorkshop.run(id)
  }
  for (const seat of changes.seats ?? []) {
    const { id, workshop, role, canvas, name, business, joinedAtMs } = seat
    run.addSeat.run(id, workshop, role, canvas, name, business, joinedAtMs)
    run.sealSeat.run(id)
  }
  for (const room of changes.rooms ?? []) {
    const { lastInsertRowid } = run.addRoom.run(room.name, room.workshop)
    run.sealRoom.run(lastInsertRowid)
  }
  for (const capability of changes.capabilities ?? []) addCapability(run, capability)
  for (const { seat, name, business } of changes.renamed ?? []) {
    if (run.rename.run(name, business, seat).changes > 0) run.sealSeat.run(seat)
  }
  for (const { seat, atMs } of changes.joined ?? []) markJoined(run, seat, atMs)
  for (const { capability, atMs } of changes.used ?? []) {
    if (run.markUsed.run(atMs, capability).changes > 0) run.sealCapability.run(capability)
  }
  for (const { room, seat, clients } of changes.owners ?? []) {
    const found = findRoom(run, room)
    if (!found) throw new Error(`no such room: ${room}`)
    for (const client of clients) run.addOwner.run(number(found, 'number'), client, seat)
  }
  appendUpdates(run, changes.updates ?? [])
  if (changes.behind) markBehind(run, changes.behind, nowMs)
  for (const room of changes.mended ?? []) run.markMended.run(room)
}
