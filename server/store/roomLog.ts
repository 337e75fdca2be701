/**
 * The rows of one room: appended, read with every checksum, folded into states.
 *
 * What is rotten or missing ends the chain. The room then falls back: it begins anew with the last state and the rows that
 * hold, and with those of the later ones that can stand without what is lost. What was found stays in the file under a
 * name that nobody can open.
 */
import type { SQLInputValue, StatementSync } from 'node:sqlite'
import type { RoomName } from '../../src/protocol/roomName.ts'
import { checkStored } from '../updateCheck.ts'
import { CHAIN_START, chainedChecksum, FORMAT_V1, sealOf, stateChecksum } from './checksum.ts'
import { clocksIn } from './clocks.ts'
import type { Row } from './rows.ts'
import { bytes, number } from './rows.ts'
import type { Statements } from './statements.ts'
import type { NewUpdate, Reached } from './store.ts'
import { DamagedRoom } from './store.ts'

const SQLITE_CORRUPT = 11
const EMPTY = new Uint8Array()

export type Head = { room: number; lastRow: number; chain: number }
type State = { lastRow: number; chain: number; bytes: Uint8Array }
export type RoomLog = {
  state: State | null
  updates: readonly Uint8Array[]
  lastRow: number
  /** Why the chain ended before its end; null: it is whole. */
  broken: string | null
  /** Rows behind the break that are themselves as they were written. */
  stranded: readonly Uint8Array[]
  lostRows: number
  /** A newer state is there and is rotten. */
  olderState: boolean
}

/** A flipped bit may have made anything of a column; what is no number fits nothing. */
const numberIn = (row: Row, column: string): number => {
  const value = row[column]
  return typeof value === 'number' ? value : Number.NaN
}

/**
 * Null where there is none. An index in which a bit has flipped may lead to another room, or to none.
 * @throws DamagedRoom
 */
export function findRoom(run: Statements, name: RoomName): Row | null {
  const isIt = (row: Row | undefined): row is Row =>
    row !== undefined && row.seal === sealOf(row.number ?? null, name)
  const indexed = run.room.get(name)
  if (isIt(indexed)) return indexed
  const found = run.roomUnindexed.get(name)
  if (isIt(found)) return found
  if (indexed || found) throw new DamagedRoom(name, 'its row is rotten')
  return null
}

export const headOf = (room: Row): Head => ({
  room: number(room, 'number'),
  lastRow: numberIn(room, 'last_row'),
  chain: numberIn(room, 'chain'),
})

/** Appends to rooms in the order given; each room's head and clocks are written once. */
export function appendUpdates(run: Statements, updates: readonly NewUpdate[]): void {
  const heads = new Map<RoomName, Head & { clocks: Map<number, number> }>()
  for (const { room, bytes: content } of updates) {
    let head = heads.get(room)
    if (!head) {
      const found = findRoom(run, room)
      if (!found) throw new Error(`no such room: ${room}`)
      head = { ...headOf(found), clocks: new Map() }
      heads.set(room, head)
    }
    appendRow(run, head, content)
    for (const [client, clock] of clocksIn(content)) {
      if (clock > (head.clocks.get(client) ?? 0)) head.clocks.set(client, clock)
    }
  }
  for (const { room, lastRow, chain, clocks } of heads.values()) {
    run.setHead.run(lastRow, chain, room)
    for (const [client, clock] of clocks) putClock(run, room, client, clock)
  }
}

/** Only ever forward. True where it moved. Sealed here: a call from SQL back into this program costs more than the row. */
const putClock = (run: Statements, room: number, client: number, clock: number): boolean =>
  run.putClock.run(room, client, clock, sealOf(room, client, clock)).changes > 0

function appendRow(run: Statements, head: Head, content: Uint8Array): void {
  head.chain = chainedChecksum(head.chain, { room: head.room, format: FORMAT_V1 }, content)
  const { lastInsertRowid } = run.addUpdate.run(head.room, FORMAT_V1, head.chain, content)
  head.lastRow = Number(lastInsertRowid)
}

export function readLog(run: Statements, head: Head): RoomLog {
  const states = rowsOf(run.states, head.room)
  const at = states.rows.findIndex((row) => isSoundState(row, head.room))
  const found = states.rows[at]
  const state = found ? readState(found) : null
  const reading = readRows(run, head, state)
  const olderState = at !== 0 && (states.rows.length > 0 || states.broken !== null)
  return { state, olderState, ...reading }
}

function readRows(run: Statements, head: Head, state: State | null) {
  const { rows, broken: unreadable } = updatesAfter(run, head.room, state?.lastRow ?? 0)
  let chain = state?.chain ?? CHAIN_START
  const checked = rows.map((row) => {
    const good = isSoundRow(row, head.room, chain)
    chain = numberIn(row, 'checksum')
    return { row, good, content: row.bytes instanceof Uint8Array ? row.bytes : EMPTY }
  })
  const firstBad = checked.findIndex(({ good }) => !good)
  const whole = firstBad === -1 ? checked : checked.slice(0, firstBad)
  const behind = checked.slice(whole.length)
  const last = whole.at(-1)
  const lastRow = last ? number(last.row, 'number') : (state?.lastRow ?? 0)
  const endsWell = lastRow === head.lastRow && chain === head.chain
  return {
    updates: whole.map(({ content }) => content),
    lastRow,
    broken:
      firstBad !== -1 ? 'a row is rotten' : (unreadable ?? (endsWell ? null : 'a row is missing')),
    stranded: behind.filter(({ good }) => good).map(({ content }) => content),
    lostRows: behind.filter(({ good }) => !good).length,
  }
}

function updatesAfter(run: Statements, room: number, lastRow: number) {
  const found = rowsOf(run.updates, room, lastRow)
  if (!found.broken) return found
  const numbers = rowsOf(run.updateNumbers, room, lastRow).rows
  const rows = numbers.map(({ number: at = null }): Row => {
    const [row] = rowsOf(run.update, at, room).rows
    return row ?? { number: at }
  })
  return { ...found, rows }
}

/** As many rows as SQLite can read: a torn page throws in the middle. */
function rowsOf(
  statement: StatementSync,
  ...values: SQLInputValue[]
): { rows: Row[]; broken: string | null } {
  const rows: Row[] = []
  try {
    for (const row of statement.iterate(...values)) rows.push(row)
    return { rows, broken: null }
  } catch (cause) {
    if (!isCorrupt(cause)) throw cause
    forget(statement, values)
    return { rows, broken: 'a page cannot be read' }
  }
}

/** A statement that failed while it was walked through throws the same once more when it is used next. */
function forget(statement: StatementSync, values: SQLInputValue[]): void {
  try {
    statement.get(...values)
  } catch {
    // that was it
  }
}

/** SQLite's own code, and Node's where a flipped bit made a number larger than any of ours. */
export const isCorrupt = (cause: unknown): boolean =>
  cause instanceof Error &&
  (('errcode' in cause && (Number(cause.errcode) & 0xff) === SQLITE_CORRUPT) ||
    ('code' in cause && cause.code === 'ERR_OUT_OF_RANGE'))

/** A rotten one may be anything, and leads nowhere. */
const isChecksum = (value: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= 0xffffffff

function isSoundRow(row: Row, room: number, previous: number): boolean {
  const { format, checksum, bytes: content } = row
  return (
    format === FORMAT_V1 &&
    content instanceof Uint8Array &&
    isChecksum(previous) &&
    checksum === chainedChecksum(previous, { room, format }, content)
  )
}

function isSoundState(row: Row, room: number): boolean {
  const { last_row: lastRow, chain, format, checksum, bytes: content } = row
  return (
    typeof lastRow === 'number' &&
    typeof chain === 'number' &&
    format === FORMAT_V1 &&
    content instanceof Uint8Array &&
    checksum === stateChecksum({ room, lastRow, chain, format }, content)
  )
}

const readState = (row: Row): State => ({
  lastRow: number(row, 'last_row'),
  chain: number(row, 'chain'),
  bytes: bytes(row, 'bytes'),
})

function addState(
  run: Statements,
  room: number,
  lastRow: number,
  chain: number,
  state: Uint8Array,
) {
  const checksum = stateChecksum({ room, lastRow, chain, format: FORMAT_V1 }, state)
  run.addState.run(room, lastRow, chain, FORMAT_V1, checksum, state)
}

/** Nothing is deleted but what the state before, which is read back here, covers as well. */
export function compact(run: Statements, room: number, state: Uint8Array, lastRow: number): void {
  const chain = run.checksumOfUpdate.get(room, lastRow)
  const states = run.states.all(room)
  const isLate = states.some((row) => numberIn(row, 'last_row') >= lastRow)
  if (!chain || isLate) return // the room was folded, or fell back, in the meantime
  const before = states.find((row) => isSoundState(row, room))
  if (before) {
    run.deleteOtherStates.run(room, number(before, 'last_row'))
    run.deleteUpdates.run(room, number(before, 'last_row'))
  }
  addState(run, room, lastRow, number(chain, 'checksum'), state)
}

/** Begins the room anew with what is good. Returns how many rows could not be kept. */
export function fallBack(
  run: Statements,
  name: RoomName,
  log: RoomLog,
  head: Head,
  nowMs: number,
): number {
  const owners = rowsOf(run.owners, head.room).rows
  const clocks = rowsOf(run.clocks, head.room).rows
  run.setAside.run(`${name} ${head.room}`, nowMs, head.room)
  const made = run.addFallenRoom.run(name, nowMs, head.room)
  const anew: Head = { room: Number(made.lastInsertRowid), lastRow: 0, chain: CHAIN_START }
  run.sealRoom.run(anew.room)

  for (const row of owners) run.addOwner.run(anew.room, number(row, 'client'), String(row.seat))
  for (const row of clocks) putClock(run, anew.room, number(row, 'client'), number(row, 'clock'))
  if (log.state) addState(run, anew.room, 0, CHAIN_START, log.state.bytes)
  const { kept, lost } = whatStands(log)
  for (const content of kept) appendRow(run, anew, content)
  run.setHead.run(anew.lastRow, anew.chain, anew.room)
  return log.lostRows + lost
}

/** Puts on record what rooms once had. Returns how many of them are behind it. */
export function markBehind(run: Statements, reached: Reached, nowMs: number): number {
  const behind = new Set<number>()
  for (const { room: name, client, clock, seat } of reached) {
    const found = findRoom(run, name)
    if (!found) continue
    const room = number(found, 'number')
    run.addOwnerIfNew.run(room, client, seat)
    if (putClock(run, room, client, clock)) behind.add(room)
  }
  for (const room of behind) run.markBehind.run(nowMs, room)
  return behind.size
}

/** Of the stranded rows those that lean on nothing that is lost. */
function whatStands({ state, updates, stranded }: RoomLog) {
  const heads = new Map<number, number>()
  const reach = (content: Uint8Array) => {
    for (const [client, clock] of clocksIn(content)) {
      heads.set(client, Math.max(clock, heads.get(client) ?? 0))
    }
  }
  for (const content of state ? [state.bytes, ...updates] : updates) reach(content)
  const kept = [...updates]
  for (const content of stranded) {
    const headOf = (client: number) => heads.get(client) ?? 0
    if (checkStored(content, headOf).type !== 'whole') continue
    reach(content)
    kept.push(content)
  }
  return { kept, lost: updates.length + stranded.length - kept.length }
}
