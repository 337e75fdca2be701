/** A disk of a few megabytes that a test can fill: real where it may be mounted, else a store that says what SQLite would. */
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '../../server/store/store.ts'
import { temporaryFolder } from './server.ts'

const SIZE = '6m'
const SQLITE_FULL = 13

export function smallDisk() {
  const folder = temporaryFolder()
  const isMounted = mounts(folder.path)
  const ballast = join(folder.path, 'ballast')
  let full = false
  const write = (): void => {
    if (full && !isMounted) {
      throw Object.assign(new Error('database or disk is full'), { errcode: SQLITE_FULL })
    }
  }
  return {
    path: folder.path,
    isMounted,
    fill() {
      full = true
      if (isMounted) fillWith(ballast)
    },
    free() {
      full = false
      rmSync(ballast, { force: true })
    },
    wrapStore: (store: Store): Store => ({
      ...store,
      async commit(changes) {
        write()
        return store.commit(changes)
      },
      async probe() {
        write()
        return store.probe()
      },
    }),
    remove() {
      if (isMounted) execFileSync('umount', [folder.path])
      folder.remove()
    },
  }
}

/** Only root may. */
function mounts(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', path], { stdio: 'ignore' })
    return true
  } catch {
    console.warn('no disk may be mounted here: the store itself says that it is full')
    return false
  }
}

function fillWith(file: string): void {
  const handle = openSync(file, 'w')
  try {
    for (let size = 64 * 1024; size >= 1; size /= 2) writeUntilFull(handle, Buffer.alloc(size))
  } finally {
    closeSync(handle)
  }
}

function writeUntilFull(handle: number, block: Buffer): void {
  try {
    for (;;) writeSync(handle, block)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC')) throw cause
  }
}
