/** How many commits it takes, on a real file under a clock that the test moves. */
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { GroupCommit } from '../../server/groupCommit.ts'
import { openGroupCommit } from '../../server/groupCommit.ts'
import { openDataFile } from '../../server/store/dataFile.ts'
import { openSqliteStore } from '../../server/store/sqliteStore.ts'
import type { Store } from '../../server/store/store.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import { planRoom } from '../../src/protocol/roomName.ts'
import { aNewWorkshop } from '../support/aNewWorkshop.ts'
import { temporaryFolder } from '../support/server.ts'
import { steeredDisk } from '../support/serverStore.ts'

const disk = steeredDisk()
let folder: ReturnType<typeof temporaryFolder>
let store: Store
let room: RoomName
let groupCommit: GroupCommit
/** How many updates each commit brought. */
let commits: number[]
let written: number[]

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'clearImmediate', 'performance'] })
  folder = temporaryFolder()
  const database = openDataFile(join(folder.path, 'guyub.sqlite'))
  if (!database.ok) throw new Error(database.error.type)
  store = openSqliteStore(database.value)
  const { workshop, changes } = aNewWorkshop()
  await store.commit(changes)
  room = planRoom(workshop)
  commits = []
  written = []
  const counting: Store = {
    ...store,
    async commit(all) {
      commits.push(all.updates?.length ?? 0)
      return store.commit(all)
    },
  }
  groupCommit = openGroupCommit(disk.wrapStore(counting), () => {}, { failed() {} })
})
afterEach(async () => {
  vi.useRealTimers()
  await store.close()
  folder.remove()
})

function add(n: number): void {
  const changes = { updates: [{ room, bytes: Uint8Array.of(n) }] }
  groupCommit.add(changes, { committed: () => written.push(n), failed: () => {} })
}
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)
async function addEach(everyMs: number, count: number): Promise<void> {
  for (const n of numbers(count)) {
    add(n)
    await vi.advanceTimersByTimeAsync(everyMs)
  }
}

it('what comes now and then is written at once, each by itself', async () => {
  await addEach(5, 100)
  expect(commits).toEqual(Array(100).fill(1))
  expect(written).toEqual(numbers(100))
})

it('what comes while one is written goes with the next, in order', async () => {
  disk.hold()
  add(0)
  const waits = disk.commitWaits()
  await vi.advanceTimersByTimeAsync(0)
  await waits
  for (const n of numbers(100).slice(1)) add(n)
  disk.release()
  await vi.advanceTimersByTimeAsync(100)
  expect(commits).toEqual([1, 99])
  expect(written).toEqual(numbers(100))
  const stored = await store.loadRoom(room)
  expect(stored?.updates.slice(1).map(([n]) => n)).toEqual(numbers(100))
})

it('in a crowd each waits for company, until it has gone for a while', async () => {
  await addEach(1, 200)
  await vi.advanceTimersByTimeAsync(100)
  expect(commits.slice(0, 16)).toEqual(Array(16).fill(1))
  expect(commits.slice(-10, -1)).toEqual(Array(9).fill(10))
  expect(written).toEqual(numbers(200))
  commits.length = 0
  await addEach(5, 20)
  expect(commits).toEqual(Array(20).fill(1))
})
