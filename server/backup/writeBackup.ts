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
    await backup(database, making, { rate: RATE })
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
