/** Whether a data file or a backup is whole: every row is read, every room is put together. The file is left as it is. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import * as Y from 'yjs'
import type { Result } from '../../src/model/result.ts'
import { err, ok } from '../../src/model/result.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import type { DataFileError } from '../store/dataFile.ts'
import { openDataFile } from '../store/dataFile.ts'
import { countUnsound } from '../store/seals.ts'
import { openSqliteStore } from '../store/sqliteStore.ts'
import type { Store } from '../store/store.ts'

export type VerifyReport = {
  rooms: number
  updates: number
  problems: { room: RoomName; reason: string }[]
  /** All that is in them can be read; what they lost before has not come back yet. */
  lacking: RoomName[]
  /** Seats, links, workshops and the like whose row is not what was written. */
  rottenRows: number
  /** What SQLite itself finds amiss in the file's pages. */
  pages: string[]
}

/** Whether all that is in it can be read. */
export const isSound = ({ problems, rottenRows, pages }: VerifyReport): boolean =>
  problems.length === 0 && rottenRows === 0 && pages.length === 0

/** Whether it lacks nothing either. */
export const isWhole = (report: VerifyReport): boolean =>
  isSound(report) && report.lacking.length === 0

/** In a copy, because reading a damaged room writes down that it is damaged. */
export async function verify(file: string): Promise<Result<VerifyReport, DataFileError>> {
  const folder = mkdtempSync(join(tmpdir(), 'guyub-verify-'))
  try {
    const copy = join(folder, 'copy.sqlite')
    copyFileSync(file, copy)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
    return await verifyCopy(copy)
  } catch (cause) {
    return err({ type: 'damaged', cause })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function verifyCopy(copy: string): Promise<Result<VerifyReport, DataFileError>> {
  const opened = openDataFile(copy)
  if (!opened.ok) return opened
  const database = opened.value
  const report: VerifyReport = {
    rooms: 0,
    updates: 0,
    problems: [],
    lacking: [],
    rottenRows: countUnsound(database),
    pages: findingsIn(database),
  }
  const store = openSqliteStore(database, {
    onDamage: ({ room, reason }) => report.problems.push({ room, reason }),
  })
  try {
    for (const room of await store.roomNames()) await verifyRoom(store, room, report)
  } finally {
    await store.close().catch(() => {}) // it is only a copy, and its pages may be torn
  }
  return ok(report)
}

function findingsIn(database: DatabaseSync): string[] {
  try {
    return database
      .prepare('PRAGMA integrity_check(20)')
      .all()
      .map(({ integrity_check: finding }) => String(finding))
      .filter((finding) => finding !== 'ok')
  } catch (cause) {
    return [cause instanceof Error ? cause.message : String(cause)] // a torn page ends the check itself
  }
}

async function verifyRoom(store: Store, room: RoomName, report: VerifyReport): Promise<void> {
  report.rooms++
  const known = report.problems.length
  const reason = await problemOf(store, room, report)
  // A damage that was met on the way is told already, and in more detail.
  if (reason && report.problems.length === known) report.problems.push({ room, reason })
}

async function problemOf(
  store: Store,
  room: RoomName,
  report: VerifyReport,
): Promise<string | null> {
  const doc = new Y.Doc()
  try {
    const stored = await store.loadRoom(room)
    if (!stored) return 'it is gone'
    report.updates += stored.updates.length
    const parts = stored.state ? [stored.state, ...stored.updates] : stored.updates
    doc.transact(() => {
      for (const part of parts) Y.applyUpdate(doc, part)
    })
    if (doc.store.pendingStructs || doc.store.pendingDs) return 'a row is missing'
    const isTold = report.problems.some((each) => each.room === room)
    if (stored.damagedAtMs !== null && !isTold) report.lacking.push(room)
    return null
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause)
  } finally {
    doc.destroy()
  }
}
