/** A room by itself, where its life is too short for sockets to show. */
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cutFrom } from '../../server/cut.ts'
import { fold } from '../../server/fold.ts'
import type { GroupCommit } from '../../server/groupCommit.ts'
import { openGroupCommit, StoreUnavailable } from '../../server/groupCommit.ts'
import type { RoomContext } from '../../server/liveRoom.ts'
import { LiveRoom } from '../../server/liveRoom.ts'
import { loadRoom } from '../../server/loadRoom.ts'
import type { Peer } from '../../server/peer.ts'
import { openDataFile } from '../../server/store/dataFile.ts'
import { openSqliteStore } from '../../server/store/sqliteStore.ts'
import type { Store } from '../../server/store/store.ts'
import { openSigner } from '../../server/vouches.ts'
import type { SeatId } from '../../src/model/ids.ts'
import { planRoom } from '../../src/protocol/roomName.ts'
import { aNewWorkshop } from '../support/aNewWorkshop.ts'
import { forgeCollected, forgeUpdate } from '../support/forge.ts'
import { temporaryFolder } from '../support/server.ts'
import { steeredDisk } from '../support/serverStore.ts'

const disk = steeredDisk()
let folder: ReturnType<typeof temporaryFolder>
let store: Store
let groupCommit: GroupCommit
let room: LiveRoom
let wasDropped: boolean
let foldingCostsMs = 0
let context: () => RoomContext
let member: SeatId

beforeEach(async () => {
  folder = temporaryFolder()
  const database = openDataFile(join(folder.path, 'guyub.sqlite'))
  if (!database.ok) throw new Error(database.error.type)
  store = openSqliteStore(database.value)
  const { workshop, changes } = aNewWorkshop()
  await store.commit(changes)
  member = (await store.seatsOf(workshop))[1]?.id ?? member
  groupCommit = openGroupCommit(disk.wrapStore(store), () => {}, { failed() {} })
  wasDropped = false
  foldingCostsMs = 0
  const read = async () => {
    const loaded = await loadRoom(store, planRoom(workshop))
    if (!loaded) throw new Error('it was just made')
    return loaded
  }
  context = () => ({
    name: planRoom(workshop),
    groupCommit,
    documentBytes: 100_000,
    now: () => 0,
    log: () => {},
    sign: openSigner(new Uint8Array(32)),
    elsewhere: {
      async fold(parts) {
        const state = fold(parts)
        return state && { state, cpuMs: foldingCostsMs }
      },
      cut: async (parts, vector) => cutFrom(parts, vector),
    },
    grew: () => {},
    gone: () => {
      wasDropped = true
    },
  })
  room = new LiveRoom(context(), await read())
})
afterEach(async () => {
  disk.fail(false)
  await store.close()
  folder.remove()
})

const peer = (): Peer => ({
  seat: 's1' as SeatId,
  name: '',
  role: 'facilitator',
  speaksGuyub: true,
  isRevoked: false,
  tellDisk() {},
  send: () => {},
  tell: () => {},
  relay: () => {},
  close: () => {},
})
const rename = (title: string) => room.edit((doc) => doc.getMap('workshop').set('title', title))
const titleIn = (doc: Y.Doc) => doc.getMap('workshop').get('title')
async function storedTitle(): Promise<unknown> {
  const stored = await store.loadRoom(room.name)
  const doc = new Y.Doc()
  for (const row of stored?.updates ?? []) Y.applyUpdate(doc, row)
  return titleIn(doc)
}
const title = () => room.read(titleIn)

it('whose commit failed lets nobody in, tells nothing and takes nothing', async () => {
  disk.fail(true)
  await expect(rename('lost')).rejects.toThrow(StoreUnavailable)
  disk.fail(false)
  expect(wasDropped).toBe(true)
  expect(room.join(peer())).toBe(false)
  await expect(room.stateVector()).rejects.toThrow(StoreUnavailable)
  await expect(room.missingFor(new Map())).rejects.toThrow(StoreUnavailable)
  await expect(rename('later')).rejects.toThrow(StoreUnavailable)
  expect(await storedTitle()).toBe('Guyub')
})

it('may leave memory only when nobody is in it and nothing is on its way', async () => {
  expect(room.idle).toBe(true)
  const edited = rename('Guyub II')
  await Promise.resolve()
  expect(room.idle).toBe(false)
  await edited
  expect(room.idle).toBe(true)
  const somebody = peer()
  expect(room.join(somebody)).toBe(true)
  expect(room.idle).toBe(false)
  room.leave(somebody)
  expect(room.idle).toBe(true)
  expect(await title()).toBe('Guyub II')
})

it("owns what the server writes, so that nobody can write under the server's id", async () => {
  await rename('Guyub II')
  const before = (await store.loadRoom(room.name))?.owners
  await rename('Guyub III')
  const owners = (await store.loadRoom(room.name))?.owners
  expect(owners).toEqual(before)
  expect(new Set(owners?.values())).toEqual(new Set(['server']))
  expect(owners?.size).toBe(2)
})

it('writes what goes with an edit in the same commit', async () => {
  const joins = { joined: [{ seat: member, atMs: 7 }] }
  await room.edit((doc) => doc.getMap('workshop').set('title', 'II'), joins)
  expect((await store.seat(member))?.joinedAtMs).toBe(7)
  expect(await storedTitle()).toBe('II')
})

it('writes neither where the commit fails', async () => {
  disk.fail(true)
  const joins = { joined: [{ seat: member, atMs: 7 }] }
  const edit = room.edit((doc) => doc.getMap('workshop').set('title', 'II'), joins)
  await expect(edit).rejects.toThrow(StoreUnavailable)
  expect((await store.seat(member))?.joinedAtMs).toBeNull()
  expect(await storedTitle()).toBe('Guyub')
})

it('reads nothing on this thread that took the other one too long', async () => {
  const long = 'x'.repeat(20_000)
  await rename(long)
  foldingCostsMs = 10_000
  const again = await loadRoom(store, room.name)
  if (!again) throw new Error('it was just written')
  const heavy = new LiveRoom(context(), again)
  await expect(heavy.read(titleIn)).rejects.toThrow('too heavy')
  await expect(heavy.edit((doc) => doc.getMap('workshop').set('title', 'II'))).rejects.toThrow(
    'too heavy',
  )
  expect(heavy.idle).toBe(true)
  foldingCostsMs = 1
  expect(await heavy.read(titleIn)).toBe(long)
})

/** Of more pieces than are gone through in one turn. */
const manyPieces = () => forgeCollected(9, 5_000)

it('takes an update of very many pieces in several turns, in which others have theirs', async () => {
  const turns: string[] = []
  const verdict = room.take(manyPieces(), peer(), () => turns.push('stored'))
  const busy = room.busy()
  setImmediate(() => turns.push('others'))
  expect(turns).toEqual([])
  expect(room.idle).toBe(false)
  expect(await verdict).toBe('taken')
  await busy
  expect(room.busy()).toBeNull()
  await groupCommit.settled()
  expect(turns).toEqual(['others', 'stored'])
  expect((await store.loadRoom(room.name))?.clocks.get(9)).toBe(5_000)
})

it('signs for very many authors in several turns', async () => {
  const sign = openSigner(new Uint8Array(32))
  let signed = 0
  let inOneTurn = 0
  let mostInOneTurn = 0
  const again = await loadRoom(store, room.name)
  if (!again) throw new Error('it was just made')
  const counting = {
    ...context(),
    sign(vouched: Parameters<typeof sign>[0]) {
      signed++
      mostInOneTurn = Math.max(mostInOneTurn, ++inOneTurn)
      return sign(vouched)
    },
  }
  const crowded = new LiveRoom(counting, again)
  const eachTurn = () => {
    inOneTurn = 0
    turns = setImmediate(eachTurn)
  }
  let turns = setImmediate(eachTurn)
  const authors = Array.from({ length: 3_000 }, (_, client) => ({ client, clock: 0, collected: 1 }))
  const relayed = new Promise<Uint8Array>((resolve) => {
    crowded.join({ ...peer(), relay: resolve })
  })
  expect(await crowded.take(forgeUpdate(authors), peer(), () => {})).toBe('taken')
  await relayed
  clearImmediate(turns)
  expect(signed).toBe(3_000)
  expect(mostInOneTurn).toBeLessThanOrEqual(512)
})

it('takes nothing more once it has failed, nor what it was busy with', async () => {
  disk.fail(true)
  expect(room.take(forgeUpdate([{ client: 8, clock: 0, text: 'lost' }]), peer(), () => {})).toBe(
    'taken',
  )
  const verdict = room.take(manyPieces(), peer(), () => {})
  await expect(groupCommit.settled()).rejects.toThrow(StoreUnavailable)
  disk.fail(false)
  await expect(verdict).rejects.toThrow(StoreUnavailable)
  await groupCommit.settled()
  expect([...((await store.loadRoom(room.name))?.clocks.keys() ?? [])]).not.toContain(9)
})
