/**
 * The data file, before anything is written to it: is it ours, and do we understand it? A file that is not ours, or newer
 * than this program, stays as it is, byte for byte.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Result } from '../../src/model/result.ts'
import { err, ok } from '../../src/model/result.ts'
import { migrate, readVersion, SCHEMA_VERSION } from './migrations/all.ts'

/** "Guyu" in ASCII; stands in the header of every file that is ours. */
export const APPLICATION_ID = 0x47757975
const MAGIC = 'SQLite format 3\0'
const HEADER_LENGTH = 100
const USER_VERSION_OFFSET = 60
const APPLICATION_ID_OFFSET = 68

export type DataFileError =
  | { type: 'notSqlite' }
  | { type: 'notOurs' }
  | { type: 'newer'; version: number; known: number }
  | { type: 'inUse' }
  | { type: 'damaged'; cause: unknown }
  | { type: 'notWritable'; cause: unknown }

/** Opens our database, making it (and its folder) where there is none. The caller closes it. */
export function openDataFile(path: string): Result<DatabaseSync, DataFileError> {
  try {
    if (!existsSync(path) || statSync(path).size === 0) createDataFile(path)
  } catch (cause) {
    return err({ type: 'notWritable', cause })
  }
  return inspect(path) ?? openForWriting(path)
}

/** Made whole under another name first: a power cut leaves either nothing or a complete file. */
function createDataFile(path: string): void {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true })
  const making = `${path}.making`
  rmSync(making, { force: true })
  const database = new DatabaseSync(making)
  try {
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
    migrate(database)
  } finally {
    database.close()
  }
  renameSync(making, path)
  syncFolder(folder)
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return // a folder can't be opened there
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** What speaks against opening the file for writing; null: nothing. Only reads. */
function inspect(path: string): Result<never, DataFileError> | null {
  try {
    const header = readHeader(path)
    if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return err({ type: 'notSqlite' })
    if (header.readUInt32BE(APPLICATION_ID_OFFSET) !== APPLICATION_ID) {
      return err({ type: 'notOurs' })
    }
    const version = hasLog(path) ? versionWithLog(path) : header.readUInt32BE(USER_VERSION_OFFSET)
    if (version <= SCHEMA_VERSION) return null
    return err({ type: 'newer', version, known: SCHEMA_VERSION })
  } catch (cause) {
    return err(describe(cause))
  }
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(HEADER_LENGTH)
  const handle = openSync(path, 'r')
  try {
    readSync(handle, header, 0, HEADER_LENGTH, 0)
  } finally {
    closeSync(handle)
  }
  return header
}

/** After a crash the newest header may still lie in the write-ahead log, where only SQLite itself can read it. */
const hasLog = (path: string): boolean => (statSync(`${path}-wal`, NO_THROW)?.size ?? 0) > 0
const NO_THROW = { throwIfNoEntry: false } as const

function versionWithLog(path: string): number {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    return readVersion(database)
  } finally {
    database.close()
  }
}

function openForWriting(path: string): Result<DatabaseSync, DataFileError> {
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(path)
    // Two servers on one file would each hold their own idea of a room: the second is refused.
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.exec('PRAGMA journal_mode = WAL')
    database.exec('PRAGMA synchronous = FULL')
    database.exec('PRAGMA foreign_keys = ON')
    // SQLite opens a file that it may not write without a word; the first write tells.
    database.exec('BEGIN IMMEDIATE; COMMIT')
    migrate(database)
    return ok(database)
  } catch (cause) {
    database?.close()
    return err(describe(cause))
  }
}

/** SQLite's own error codes. */
const BUSY = 5
const CORRUPT = 11
const NOT_A_DATABASE = 26

function describe(cause: unknown): DataFileError {
  const code = cause instanceof Error && 'errcode' in cause ? cause.errcode : null
  if (code === BUSY) return { type: 'inUse' }
  if (code === CORRUPT || code === NOT_A_DATABASE) return { type: 'damaged', cause }
  return { type: 'notWritable', cause }
}
