/**
 * The data file, before anything is written to it: is it ours, and do we understand it? A file that is not ours, or newer
 * than this program, stays as it is, byte for byte.
 */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { Result } from '../../src/model/result.ts'
import { err, ok } from '../../src/model/result.ts'
import { syncFolder } from './files.ts'
import { migrate, readVersion, SCHEMA_VERSION } from './migrations/all.ts'
import { prepareStatements } from './statements.ts'

/** "Guyu" in ASCII; stands in the header of every file that is ours. */
export const APPLICATION_ID = 0x47757975
const MAGIC = 'SQLite format 3\0'
const HEADER_LENGTH = 100
const USER_VERSION_OFFSET = 60
const APPLICATION_ID_OFFSET = 68

export type DataFileError =
  /** A folder, a device, a pipe. */
  | { type: 'notAFile' }
  | { type: 'notSqlite' }
  | { type: 'notOurs' }
  | { type: 'newer'; version: number; known: number }
  | { type: 'inUse' }
  | { type: 'damaged'; cause: unknown }
  | { type: 'notWritable'; cause: unknown }

/** Opens our database, making it (and its folder) where there is none. The caller closes it. */
export function openDataFile(named: string): Result<DatabaseSync, DataFileError> {
  let path = named
  try {
    path = behindLinks(named)
    const found = statSync(path, NO_THROW)
    if (found && !found.isFile()) return err({ type: 'notAFile' })
    if (!found || found.size === 0) createDataFile(path)
  } catch (cause) {
    return err({ type: 'notWritable', cause })
  }
  return inspect(path) ?? openForWriting(path)
}

const MAX_LINKS = 16

/**
 * SQLite keeps its log beside the file itself, and a file put in a link's place would take away the link. One that leads
 * to nothing yet leads to where the file is made.
 */
function behindLinks(path: string, links = 0): string {
  const found = lstatSync(path, NO_THROW)
  if (!found) return path
  if (!found.isSymbolicLink() || statSync(path, NO_THROW)) return realpathSync(path)
  if (links === MAX_LINKS) throw new Error('too many symbolic links')
  return behindLinks(resolve(dirname(path), readlinkSync(path)), links + 1)
}

/** Made whole under another name first: a power cut leaves either nothing or a complete file. */
function createDataFile(path: string): void {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true })
  // A name that nobody has: whatever lies beside it is not ours to take away.
  const making = `${path}.${randomBytes(8).toString('hex')}.making`
  try {
    const database = new DatabaseSync(making)
    try {
      database.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
      migrate(database)
    } finally {
      database.close()
    }
    renameSync(making, path)
  } finally {
    rmSync(making, { force: true })
  }
  syncFolder(folder)
}

/** What speaks against opening the file for writing; null: nothing. Only reads. */
function inspect(path: string): Result<never, DataFileError> | null {
  try {
    const header = readHeader(path)
    if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return err({ type: 'notSqlite' })
    if (header.readUInt32BE(APPLICATION_ID_OFFSET) !== APPLICATION_ID) {
      return err({ type: 'notOurs' })
    }
    const headerVersion = header.readUInt32BE(USER_VERSION_OFFSET)
    const version = hasLog(path) ? reading(path, readVersion) : headerVersion
    if (version > SCHEMA_VERSION) return err({ type: 'newer', version, known: SCHEMA_VERSION })
    // A statement that can't be prepared tells of a table or a column that is missing.
    if (version === SCHEMA_VERSION) reading(path, prepareStatements)
    return null
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

/**
 * Reads, and never brings up to date. Without a log the file alone is all there is, so SQLite is told that it needs no log
 * beside it either. The caller closes it.
 */
export function openForReading(path: string): DatabaseSync {
  const url = pathToFileURL(path)
  if (!hasLog(path)) url.searchParams.set('immutable', '1')
  return new DatabaseSync(url, { readOnly: true })
}

function reading<T>(path: string, read: (database: DatabaseSync) => T): T {
  const database = openForReading(path)
  try {
    return read(database)
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
const NO_SUCH_TABLE = 1
const BUSY = 5
const CORRUPT = 11
const NOT_A_DATABASE = 26

function describe(cause: unknown): DataFileError {
  const code = cause instanceof Error && 'errcode' in cause ? cause.errcode : null
  if (code === BUSY) return { type: 'inUse' }
  if (code === NO_SUCH_TABLE || code === CORRUPT || code === NOT_A_DATABASE)
    return { type: 'damaged', cause }
  return { type: 'notWritable', cause }
}
