/**
 * A backup in the place of the data file. What was there before is put aside, never deleted; from it comes the knowledge of
 * how far each person's edits had reached, so that whoever still holds the newer ones may bring them back.
 */
import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Result } from '../../src/model/result.ts'
import { err, ok } from '../../src/model/result.ts'
import type { DataFileError } from '../store/dataFile.ts'
import { openDataFile } from '../store/dataFile.ts'
import { removeIfThere, syncFile, syncFolder } from '../store/files.ts'
import { openSqliteStore } from '../store/sqliteStore.ts'
import type { Reached } from '../store/store.ts'
import { backupName } from './backupName.ts'

export type RestoreError =
  | { type: 'inUse' }
  | { type: 'backup'; error: DataFileError }
  | { type: 'notWritten'; reason: string }
/** `aside`: where the former data lie; null where there were none. */
export type Restored = { aside: string | null; behind: number }

const BESIDE = ['', '-wal', '-shm'] as const

export async function restore(
  backup: string,
  data: string,
  nowMs: number,
): Promise<Result<Restored, RestoreError>> {
  const making = `${data}.${randomBytes(8).toString('hex')}.restoring`
  try {
    const before = await reachedIn(data)
    if (!before.ok) return before
    mkdirSync(dirname(data), { recursive: true })
    for (const end of BESIDE) if (existsSync(backup + end)) copyFileSync(backup + end, making + end)
    const prepared = await prepare(making, before.value)
    if (!prepared.ok) return prepared
    const aside = putAside(data, nowMs)
    renameSync(making, data)
    syncFolder(dirname(data))
    return ok({ aside, behind: prepared.value })
  } catch (cause) {
    return err({ type: 'notWritten', reason: cause instanceof Error ? cause.message : '' })
  } finally {
    for (const end of BESIDE) removeIfThere(making + end)
  }
}

/** How far all edits had got. Nothing where there are no data, or none that can be read. */
async function reachedIn(data: string): Promise<Result<Reached, RestoreError>> {
  if (!existsSync(data) || statSync(data).size === 0) return ok([])
  const opened = openDataFile(data)
  if (!opened.ok) return opened.error.type === 'inUse' ? err({ type: 'inUse' }) : ok([])
  const store = openSqliteStore(opened.value)
  try {
    return ok(await store.reached())
  } catch {
    return ok([]) // its pages are torn: that is why it is restored
  } finally {
    await store.close().catch(() => {})
  }
}

/** Brought up to this program's shape, whole in one file, and on disk. How many rooms are behind what they once were. */
async function prepare(making: string, before: Reached): Promise<Result<number, RestoreError>> {
  const opened = openDataFile(making)
  if (!opened.ok) return err({ type: 'backup', error: opened.error })
  const store = openSqliteStore(opened.value)
  try {
    return ok(await store.markBehind(before))
  } finally {
    await store.close()
    syncFile(making)
  }
}

function putAside(data: string, nowMs: number): string | null {
  if (!existsSync(data)) return null
  const aside = `${data}.before-restore-${backupName(nowMs)}`
  for (const end of BESIDE) if (existsSync(data + end)) renameSync(data + end, aside + end)
  return aside
}
