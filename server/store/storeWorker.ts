/** The thread that owns the database: whatever the disk makes it wait for, nobody else waits along. */
import { parentPort, workerData } from 'node:worker_threads'
import { openDataFile } from './dataFile.ts'
import { openSqliteStore } from './sqliteStore.ts'
import type { Store } from './store.ts'
import type { Call, StoreCalls, Told } from './storeCalls.ts'
import { failureOf, packRoom, unpackChanges } from './storeCalls.ts'

const tell = (told: Told) => parentPort?.postMessage(told)

const opened = openDataFile(String(workerData))
tell({ opened: opened.ok ? null : opened.error })
if (opened.ok) serve(openSqliteStore(opened.value, { onDamage: (damage) => tell({ damage }) }))

function serve(store: Store): void {
  const calls: StoreCalls = {
    ...store,
    commit: (packed) => store.commit(unpackChanges(packed)),
    async loadRoom(room) {
      const stored = await store.loadRoom(room)
      return stored && packRoom(stored)
    },
  }
  const answer = async ({ id, name, args }: Call) => {
    try {
      const call = calls[name] as (...args: unknown[]) => Promise<unknown>
      tell({ id, value: await call(...args) })
    } catch (cause) {
      tell({ id, failure: failureOf(cause) })
    }
    if (name === 'close') parentPort?.close()
  }
  parentPort?.on('message', (call: Call) => void answer(call))
}
