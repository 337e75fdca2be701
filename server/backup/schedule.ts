/** Backups by themselves: one each so many hours, the last few kept. */
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../log.ts'
import type { Store } from '../store/store.ts'
import {
  backupName,
  damagedName,
  isBackupName,
  isDamagedName,
  isUnfinishedName,
} from './backupName.ts'
import { isSoundAside } from './verifyAside.ts'

export type BackupPlan = { folder: string; everyMs: number; keep: number }
type ScheduleContext = { store: Store; plan: BackupPlan; log: Log; now(): number }
export type Schedule = { close(): Promise<void> }

/** After a failure, where the next one would be due later. */
const RETRY_MS = 3_600_000
/** A copy that is being made is written to all the time; one that nobody has touched for so long, nobody finishes. */
const UNFINISHED_FOR_MS = 3_600_000
/** What a timer can wait. */
const LONGEST_WAIT_MS = 2 ** 31 - 1

export function scheduleBackups({ store, plan, log, now }: ScheduleContext): Schedule {
  let closed = false
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()

  const wait = (ms: number) => {
    if (closed) return
    const bounded = Math.min(Math.max(ms, 0), LONGEST_WAIT_MS)
    timer = setTimeout(() => {
      running = bounded < ms ? Promise.resolve(wait(ms - bounded)) : run()
    }, bounded)
    timer.unref()
  }
  const run = async () => {
    const done = await backUp({ store, plan, log, now })
    wait(done ? plan.everyMs : Math.min(plan.everyMs, RETRY_MS))
  }

  wait(newestMs(plan.folder) + plan.everyMs - now())
  return {
    async close() {
      closed = true
      if (timer) clearTimeout(timer)
      await running
    },
  }
}

/** Older ones go only once the new one has been read back whole. */
async function backUp({ store, plan, log, now }: ScheduleContext): Promise<boolean> {
  removeUnfinished(plan.folder, now(), log)
  const file = join(plan.folder, backupName(now()))
  const written = await store.backup(file)
  if (!written.ok) {
    const reason = written.error.type === 'exists' ? 'it is there' : written.error.reason
    log({ level: 'error', event: 'backupFailed', file, reason })
    return false
  }
  if (!(await isSoundAside(file))) {
    log({ level: 'error', event: 'backupNotWhole', file })
    keepAsDamaged(plan.folder, file, log)
    return false
  }
  log({ level: 'info', event: 'backedUp', file, bytes: statSync(file).size })
  try {
    for (const old of backupsIn(plan.folder).slice(0, -plan.keep)) rmSync(join(plan.folder, old))
  } catch (cause) {
    log({ level: 'error', event: 'oldBackupStays', reason: String(cause) })
  }
  return true
}

/** The newest of them only, beside the whole ones, which stay. */
function keepAsDamaged(folder: string, file: string, log: Log): void {
  try {
    for (const old of namesIn(folder).filter(isDamagedName)) rmSync(join(folder, old))
    renameSync(file, damagedName(file))
  } catch (cause) {
    log({ level: 'error', event: 'oldBackupStays', reason: String(cause) })
  }
}

/** A server that was killed leaves its half copy behind. */
function removeUnfinished(folder: string, nowMs: number, log: Log): void {
  try {
    for (const name of namesIn(folder).filter(isUnfinishedName)) {
      const file = join(folder, name)
      if (statSync(file).mtimeMs < nowMs - UNFINISHED_FOR_MS) rmSync(file)
    }
  } catch (cause) {
    log({ level: 'error', event: 'oldBackupStays', reason: String(cause) })
  }
}

/** Our own, oldest first; whatever else lies there is nobody's business. */
const backupsIn = (folder: string): string[] => namesIn(folder).filter(isBackupName).sort()

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // it is made with the first one
  }
}

function newestMs(folder: string): number {
  const newest = backupsIn(folder).at(-1)
  return newest === undefined ? Number.NEGATIVE_INFINITY : statSync(join(folder, newest)).mtimeMs
}
