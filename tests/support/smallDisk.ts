/** A disk of a few megabytes that a test can fill: real where it may be mounted, else a store that says what SQLite would. */
import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '../../server/store/store.ts'
import { CLOSE } from '../../src/protocol/closeCodes.ts'
import { refusingStore } from './refusingStore.ts'
import { temporaryFolder } from './server.ts'
import type { Heard } from './serverClients.ts'
import type { Person } from './serverPeople.ts'

const SIZE = '6m'
const SQLITE_FULL = 13

export type SmallDisk = ReturnType<typeof smallDisk>

export function smallDisk() {
  const folder = temporaryFolder()
  const isMounted = mounts(folder.path)
  const ballast = ballastIn(folder.path)
  return {
    path: folder.path,
    isMounted,
    fill() {
      if (isMounted) fillWith(ballast)
      else writeFileSync(ballast, '')
    },
    free() {
      rmSync(ballast, { force: true })
    },
    wrapStore: (store: Store): Store => (isMounted ? store : refusingWhileFull(folder.path, store)),
    remove() {
      if (isMounted) execFileSync('umount', [folder.path])
      folder.remove()
    },
  }
}

const ballastIn = (folder: string): string => join(folder, 'ballast')

/** What stands in for a disk that could not be mounted: full for as long as there is ballast on it. */
export const refusingWhileFull = (folder: string, store: Store): Store =>
  refusingStore(store, () => existsSync(ballastIn(folder)), SQLITE_FULL, 'database or disk is full')

/** Writes until nothing more goes in: the server's log may still have room. What went in stands under w0, w1, … */
export async function writeUntilRefused(person: Person): Promise<void> {
  let refused = false
  const told = (message: Heard) => message.type === 'disk' && message.disk === 'refuses'
  const sentAway = person.closed.then(({ code }) => {
    if (code !== CLOSE.storeUnavailable) throw new Error(`sent away for another reason: ${code}`)
  })
  const end = Promise.race([sentAway, person.hears(told)]).then(() => {
    refused = true
  })
  for (let n = 0; !refused; n++) {
    person.update(person.makes((doc) => doc.getMap('kept').set(`w${n}`, 'x'.repeat(9_000))))
    await Promise.race([end, person.hearsStored(n + 2)])
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
