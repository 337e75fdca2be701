/** The store in its thread: what it says of itself here is what it would say in this one. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Damage, Store } from '../../server/store/store.ts'
import { DamagedRoom, DamagedRow } from '../../server/store/store.ts'
import { openStoreThread } from '../../server/store/storeThread.ts'
import type { SeatId } from '../../src/model/ids.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import { planRoom } from '../../src/protocol/roomName.ts'
import { aNewWorkshop } from '../support/aNewWorkshop.ts'
import { temporaryFolder } from '../support/server.ts'

let folder: ReturnType<typeof temporaryFolder>
let data: string
let damages: Damage[]
let store: Store

function open() {
  const thread = openStoreThread(data, (damage) => damages.push(damage))
  store = thread.store
  return thread
}
beforeEach(() => {
  folder = temporaryFolder()
  data = join(folder.path, 'guyub.sqlite')
  damages = []
  open()
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

/** In a workshop of its own. */
async function aRoom(): Promise<RoomName> {
  const { workshop, changes } = aNewWorkshop({ members: [] })
  await store.commit(changes)
  return planRoom(workshop)
}
const writes = (room: RoomName, ...numbers: number[]) =>
  store.commit({ updates: numbers.map((n) => ({ room, bytes: Uint8Array.of(n) })) })

/** What nobody but a bad disk does. */
async function spoil(sql: string): Promise<void> {
  await store.close()
  const database = new DatabaseSync(data)
  database.exec(sql)
  database.close()
  await open().opened
}

it('takes what is asked before the file is open, and answers in order', async () => {
  const room = aRoom()
  const first = room.then((name) => writes(name, 1, 2))
  await Promise.all([first, first.then(async () => writes(await room, 3))])
  const asked = [writes(await room, 4), store.loadRoom(await room), writes(await room, 5)] as const
  expect((await asked[1])?.updates.slice(1).map(([n]) => n)).toEqual([1, 2, 3, 4])
  await Promise.all(asked)
  expect((await store.loadRoom(await room))?.updates.slice(1).map(([n]) => n)).toEqual([
    1, 2, 3, 4, 5,
  ])
})

it('lets everything else go on while it writes', async () => {
  const room = await aRoom()
  let wentOn = false
  setImmediate(() => {
    wentOn = true
  })
  await writes(room, 1)
  expect(wentOn).toBe(true)
})

it('takes a state that stands among other bytes, and gives it back alone', async () => {
  const room = await aRoom()
  const lastRow = (await store.loadRoom(room))?.lastRow ?? 0
  await store.compactRoom(room, Uint8Array.of(9, 7, 8, 9).subarray(1, 3), lastRow)
  expect(await store.loadRoom(room)).toMatchObject({ state: Uint8Array.of(7, 8), updates: [] })
})

it('says what the disk says, with its code', async () => {
  const { changes } = aNewWorkshop({ members: [] })
  await store.commit(changes)
  const notUnique = { errcode: 2067, message: expect.stringContaining('UNIQUE') }
  await expect(store.commit(changes)).rejects.toMatchObject(notUnique)
  await expect(writes('nowhere' as RoomName, 1)).rejects.toThrow('no such room: nowhere')
})

it('tells of damage before it answers', async () => {
  const room = await aRoom()
  await writes(room, 0)
  await spoil("UPDATE updates SET bytes = x'0909' WHERE bytes = x'00'")
  const told = await store.loadRoom(room).then(() => [...damages])
  expect(told).toMatchObject([{ room, outcome: 'fellBack' }])
})

it('names what is rotten', async () => {
  const { workshop, changes } = aNewWorkshop({ members: [] })
  await store.commit(changes)
  const [sari] = await store.seatsOf(workshop)
  await spoil("UPDATE seats SET name = 'Bu Tari'; UPDATE rooms SET seal = 1")
  await expect(store.seat(sari?.id as SeatId)).rejects.toThrow(DamagedRow)
  const room = planRoom(workshop)
  const rotten = store.loadRoom(room)
  await expect(rotten).rejects.toThrow(DamagedRoom)
  await expect(rotten).rejects.toMatchObject({ room, message: `room ${room}: its row is rotten` })
})

it('does not open a file that another has open, and then answers nobody', async () => {
  await aRoom()
  const second = openStoreThread(data, () => {})
  const asked = second.store.roomNames()
  expect(await second.opened).toEqual({ ok: false, error: { type: 'inUse' } })
  await expect(asked).rejects.toThrow('did not open')
  await expect(second.store.roomNames()).rejects.toThrow('did not open')
  await second.store.close()
  expect(await store.roomNames()).toHaveLength(1)
})

it('answers all that was asked before it is closed, and nobody afterwards', async () => {
  const room = await aRoom()
  const [written] = await Promise.all([writes(room, 1).then(() => true), store.close()])
  expect(written).toBe(true)
  await expect(store.roomNames()).rejects.toThrow('closed')
  open()
  expect((await store.loadRoom(room))?.updates).toHaveLength(2)
})
