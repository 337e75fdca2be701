/**
 * A data file that takes no writes for a while, though it is open: for real where the system lets somebody say so of a file,
 * else by a store that says what SQLite would. (Of a whole disk it can't be said as long as a file on it is open.)
 */
import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs'
import type { Store } from '../../server/store/store.ts'
import { refusingStore } from './refusingStore.ts'

const SQLITE_READONLY = 8

export function readOnlyFile(data: string) {
  const isReal = canBeReadOnly(`${data}-probe`)
  let refuses = false
  const mark = (how: '+i' | '-i') => {
    if (!isReal) return
    const files = [data, `${data}-wal`, `${data}-shm`].filter((file) => existsSync(file))
    execFileSync('chattr', [how, ...files])
  }
  return {
    makeReadOnly() {
      refuses = true
      mark('+i')
    },
    makeWritable() {
      refuses = false
      mark('-i')
    },
    wrapStore: (store: Store): Store =>
      isReal
        ? store
        : refusingStore(
            store,
            () => refuses,
            SQLITE_READONLY,
            'attempt to write a readonly database',
          ),
  }
}

/** Only root may, and some kinds of disk heed it only where a file is opened next. */
function canBeReadOnly(file: string): boolean {
  const handle = openSync(file, 'w')
  try {
    execFileSync('chattr', ['+i', file], { stdio: 'ignore' })
    return refusesWrites(handle)
  } catch {
    return warn()
  } finally {
    closeSync(handle)
    try {
      execFileSync('chattr', ['-i', file], { stdio: 'ignore' })
    } catch {
      // it was never marked
    }
    rmSync(file)
  }
}

function refusesWrites(handle: number): boolean {
  try {
    writeSync(handle, 'x')
    return warn()
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EPERM') return true
    throw cause
  }
}

function warn(): false {
  console.warn('no open file can be made read-only here: the store itself says that it is')
  return false
}
