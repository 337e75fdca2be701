/** A copy of the whole data file, taken while it is written to. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { backup } from 'node:sqlite'
import type { Result } from '../../src/model/result.ts'
import { err, ok } from '../../src/model/result.ts'
import { removeIfThere, syncFile, syncFolder } from '../store/files.ts'

export type BackupError = { type: 'exists' } | { type: 'notWritten'; reason: string }

/**
 * Pages a step. The writer waits while one is copied: 100 pages took up to 28 ms, and from another connection than the
 * writer's own it would begin again at every write.
 */
const RATE = 32
/** One in twenty to fifty met a commit in the wrong moment, under as many commits as one connection can make. */
const ATTEMPTS = 10

/**
 * Holds at least all that was committed before. Made under another name first, so that a file of this name is whole; one
 * that is there already is never written over.
 */
export async function writeBackup(
  database: DatabaseSync,
  file: string,
): Promise<Result<void, BackupError>> {
  const making = `${file}.${randomBytes(8).toString('hex')}.making`
  try {
    if (existsSync(file)) return err({ type: 'exists' })
    mkdirSync(dirname(file), { recursive: true })
    await copyTo(database, making)
    syncFile(making)
    renameSync(making, file)
    syncFolder(dirname(file))
    return ok(undefined)
  } catch (cause) {
    return err({ type: 'notWritten', reason: cause instanceof Error ? cause.message : '' })
  } finally {
    removeIfThere(making)
    removeIfThere(`${making}-journal`)
  }
}

/** The steps run beside the commits; where the last one falls into a commit, Node reports a failure that is none. */
async function copyTo(database: DatabaseSync, file: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await backup(database, file, { rate: RATE })
      return
    } catch (cause) {
      if (attempt === ATTEMPTS || !isByChance(cause)) throw cause
      removeIfThere(file)
    }
  }
}

const SQLITE_OK = 0
const SQLITE_BUSY = 5
const isByChance = (cause: unknown): boolean =>
  cause instanceof Error &&
  'errcode' in cause &&
  (cause.errcode === SQLITE_OK || cause.errcode === SQLITE_BUSY)
