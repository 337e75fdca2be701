/** A data file as it lies on the disk at one moment, with the log beside it: what a crash then would leave. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { RoomName } from '../../src/protocol/roomName.ts'

const LOG_HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24

export type Snapshot = { file: Buffer; log: Buffer }

export const snapshotOf = (data: string): Snapshot => ({
  file: readFileSync(data),
  log: existsSync(`${data}-wal`) ? readFileSync(`${data}-wal`) : Buffer.alloc(0),
})

/** The server must not be running. */
export function putBack(data: string, { file, log }: Snapshot): void {
  rmSync(`${data}-shm`, { force: true })
  writeFileSync(data, file)
  writeFileSync(`${data}-wal`, log)
}

/** What is in the log behind `at` is there, and yet nobody can read it any more. */
export function flipBit({ file, log }: Snapshot, at: number): Snapshot {
  const flipped = Buffer.from(log)
  flipped[at + FRAME_HEADER_BYTES] = (flipped[at + FRAME_HEADER_BYTES] ?? 0) ^ 1
  return { file, log: flipped }
}

/**
 * Flips the lowest bit in the seal of a room's row, so that nobody can tell whose rows it leads to; a second time mends it.
 * The server must not be running.
 */
export function flipSealOf(data: string, room: RoomName): void {
  const database = new DatabaseSync(data)
  const flip = 'UPDATE rooms SET seal = seal + 1 - 2 * (seal & 1) WHERE name = ?'
  const { changes } = database.prepare(flip).run(room)
  database.close()
  if (changes !== 1) throw new Error(`no such room: ${room}`)
}

/** Where a log may end so that only whole transactions stand in it, first to last. */
export function transactionEnds(log: Buffer): number[] {
  const frameBytes = FRAME_HEADER_BYTES + log.readUInt32BE(8)
  const ends: number[] = []
  for (let at = LOG_HEADER_BYTES; at + frameBytes <= log.length; at += frameBytes) {
    const isOfThisLog = log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))
    const pagesAfterCommit = log.readUInt32BE(at + 4)
    if (isOfThisLog && pagesAfterCommit > 0) ends.push(at + frameBytes)
  }
  return ends
}
