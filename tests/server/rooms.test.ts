import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ServerOptions } from '../../server/startServer.ts'
import type { Store } from '../../server/store/store.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import { aServer, aWorkshop, roomOf, temporaryFolder } from '../support/server.ts'
import { bareSocket, readRoom } from '../support/serverClients.ts'
import { aPerson, wordsIn } from '../support/serverPeople.ts'

let folder: ReturnType<typeof temporaryFolder>
let server: TestServer
let workshop: TestWorkshop
let room: RoomName

async function start(options: Partial<ServerOptions> = {}): Promise<void> {
  server = await aServer({ data: join(folder.path, 'guyub.sqlite'), ...options })
}
async function startWithWorkshop(options: Partial<ServerOptions> = {}): Promise<void> {
  await start(options)
  workshop = await aWorkshop(server.origin)
  room = roomOf(workshop)
}
const ninik = () => aPerson(server.origin, room, workshop.members[0]?.capability ?? '')

beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(async () => {
  await server.close()
  folder.remove()
})

/** Counts how often each room is read from disk. */
function countedReads() {
  const reads: RoomName[] = []
  const wrapStore = (store: Store): Store => ({
    ...store,
    async loadRoom(name) {
      reads.push(name)
      return store.loadRoom(name)
    },
  })
  return { wrapStore, readsOf: (name: RoomName) => reads.filter((each) => each === name).length }
}

describe('a room', () => {
  it('is read once, however many come at once', async () => {
    const counted = countedReads()
    await startWithWorkshop({ wrapStore: counted.wrapStore })
    const people = Array.from({ length: 8 }, () =>
      bareSocket(server.origin, room, workshop.capability),
    )
    for (const person of people) await person.hears((message) => message.type === 'presence')
    expect(counted.readsOf(room)).toBe(1)
    for (const person of people) person.close()
  })

  it('leaves memory some time after the last person, and comes back whole', async () => {
    const counted = countedReads()
    await startWithWorkshop({ timing: { evictAfterMs: 1 }, wrapStore: counted.wrapStore })
    const first = await ninik()
    first.writes('tahu')
    await first.hearsStored(2)
    first.close()
    await server.logged('roomForgotten', room)
    const second = await ninik()
    expect(wordsIn(second.doc)).toBe('tahu')
    expect(counted.readsOf(room)).toBe(2)
  })

  it('loses nothing while people come and go as fast as it is read and forgotten', async () => {
    await startWithWorkshop({ timing: { evictAfterMs: 0 } })
    for (let i = 0; i < 25; i++) {
      const person = await ninik()
      expect(wordsIn(person.doc)).toBe('x'.repeat(i))
      person.writes('x')
      if (i % 2 === 0) await person.hearsStored(2)
      // Otherwise it leaves while its words are on their way; they are in the room all the same.
      else await new Promise<void>((sent) => person.socket.send(Uint8Array.of(99), () => sent()))
      person.socket.close()
      await person.closed
    }
  })

  it('stays while somebody came back just before it would have left', async () => {
    await startWithWorkshop({ timing: { evictAfterMs: 30 } })
    const first = await ninik()
    first.close()
    await server.logged('left', room)
    const second = await ninik()
    await second.hearsStored(1)
    // Another room that was left later has gone: the time of this one is over too.
    const other = roomOf(workshop, 1)
    const wawan = await aPerson(server.origin, other, workshop.members[1]?.capability ?? '')
    wawan.close()
    await server.logged('roomForgotten', other)
    const third = await aPerson(server.origin, room, workshop.capability)
    second.writes('tahu')
    await third.hears((message) => message.type === 'update')
  })

  it('goes on in the same place after it was read from disk again', async () => {
    await startWithWorkshop({ timing: { evictAfterMs: 1 } })
    const first = await ninik()
    first.writes('tahu')
    await first.hearsStored(2)
    first.close()
    await server.logged('roomForgotten', room)
    const again = await aPerson(server.origin, room, workshop.members[0]?.capability ?? '', {
      doc: first.doc,
    })
    again.writes(' walik')
    await again.hearsStored(2)
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('tahu walik')
  })
})

describe('a room with many rows', () => {
  it('is folded into one state, unnoticed, and reads the same afterwards', async () => {
    await startWithWorkshop({ limits: { messagesPerSecond: 10_000, messageBurst: 10_000 } })
    const person = await ninik()
    for (let i = 0; i < 520; i++) person.writes(String.fromCharCode(97 + (i % 26)))
    await person.hearsStored(521)
    await server.logged('compacted')
    person.writes('!')
    await person.hearsStored(522)
    const stored = await server.store.loadRoom(room)
    expect(stored?.state?.length).toBeGreaterThan(500)
    expect(stored?.updates.length).toBeLessThan(30)
    await server.close()
    await start()
    const doc = await readRoom(server.origin, room, workshop.capability)
    expect(wordsIn(doc)).toBe(wordsIn(person.doc))
    expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(person.doc))
  })
})

describe('a room with many rows that Yjs chokes on', () => {
  /** Maps so deep that deleting the outermost exhausts the stack: rows that are older than the rule against them. */
  function choking(): Uint8Array[] {
    const doc = new Y.Doc()
    doc.clientID = 77
    doc.transact(() => {
      let map = doc.getMap<unknown>('notes')
      for (let i = 0; i < 20_000; i++) {
        const inner = new Y.Map<unknown>()
        map.set('n', inner)
        map = inner
      }
    })
    return [Y.encodeStateAsUpdate(doc), Uint8Array.of(0, 1, 77, 1, 0, 1)]
  }

  it('keeps them all, and takes in what is written', async () => {
    await startWithWorkshop({ limits: { messagesPerSecond: 10_000, messageBurst: 10_000 } })
    await server.store.commit({ updates: choking().map((bytes) => ({ room, bytes })) })
    const socket = bareSocket(server.origin, room, workshop.members[0]?.capability ?? '')
    await socket.hears((message) => message.type === 'step1')
    socket.step2(Uint8Array.of(0, 0))
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array) => socket.update(update))
    for (let i = 0; i < 520; i++) doc.getText('words').insert(i, 'x')
    await socket.hears((message) => message.type === 'stored' && message.count === 521)
    await server.logged('compactionFailed', room)
    const stored = await server.store.loadRoom(room)
    expect(stored?.state).toBeNull()
    expect(stored?.updates.length).toBe(1 + 2 + 520)
    doc.getText('words').insert(0, 'y')
    await socket.hears((message) => message.type === 'stored' && message.count === 522)
    socket.close()
  })
})

describe('a room with rotten or missing rows', () => {
  const spoil = async (sql: string) => {
    await server.close()
    const database = new DatabaseSync(join(folder.path, 'guyub.sqlite'))
    expect(database.prepare(sql).run(room).changes).toBeGreaterThan(0)
    database.close()
    await start()
  }
  const LAST_OF_ROOM =
    'number = (SELECT max(number) FROM updates WHERE room = (SELECT number FROM rooms WHERE name = ?))'

  it.each([
    ['a row is rotten', `UPDATE updates SET checksum = checksum + 1 WHERE ${LAST_OF_ROOM}`],
    ['a row is missing', `DELETE FROM updates WHERE ${LAST_OF_ROOM}`],
  ])('falls back to what holds, says so once, and the others live on: %s', async (_what, sql) => {
    await startWithWorkshop()
    const before = await ninik()
    before.writes('tahu')
    before.writes(' walik')
    await before.hearsStored(3)
    before.close()
    await spoil(sql)
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('tahu')
    // Whoever still has the rest brings it back.
    const after = await aPerson(server.origin, room, workshop.members[0]?.capability ?? '', {
      doc: before.doc,
    })
    await after.hearsStored(1)
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('tahu walik')

    const other = roomOf(workshop, 1)
    const wawan = await aPerson(server.origin, other, workshop.members[1]?.capability ?? '')
    wawan.writes('keripik')
    await wawan.hearsStored(2)
    const told = server.log.filter((line) => line.includes('"level":"error"'))
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('roomDamaged')
    expect(told[0]).toContain(room)
  })

  describe('takes back what it lost', () => {
    /** Bu Ninik's note is lost on the disk; she and the facilitator still hold it. */
    async function lostNote() {
      await startWithWorkshop()
      const her = workshop.members[0]?.seat ?? ''
      const writer = await ninik()
      const reader = await aPerson(server.origin, room, workshop.capability)
      await writer.hearsStored(1)
      writer.update(writer.makes((doc) => doc.getMap('notes').set('n1', noteBy(her))))
      const seen = await reader.hears((message) => message.type === 'update' && message.update)
      Y.applyUpdate(reader.doc, seen)
      writer.close()
      reader.close()
      await spoil(`UPDATE updates SET checksum = checksum + 1 WHERE ${LAST_OF_ROOM}`)
      return { her, ninikDoc: writer.doc, sariDoc: reader.doc }
    }
    const noteBy = (typist: string) => {
      const note = new Y.Map<unknown>()
      note.set('typist', typist)
      return note
    }
    const sari = (doc: Y.Doc, answers = true) =>
      aPerson(server.origin, room, workshop.capability, { doc, answers })
    const notes = async () => [
      ...(await readRoom(server.origin, room, workshop.capability)).getMap('notes').keys(),
    ]
    const said = (person: Awaited<ReturnType<typeof sari>>, disk: string) =>
      person.hears((message) => message.type === 'disk' && message.disk === disk)

    it('from anybody who holds it, and says when nothing is missing any more', async () => {
      const { sariDoc } = await lostNote()
      expect(await notes()).toEqual([])
      const back = await sari(sariDoc, false)
      await said(back, 'lacks')
      back.answers()
      await back.hearsStored(1)
      await said(back, 'takes')
      expect(await notes()).toEqual(['n1'])
      await server.logged('roomMended', room)
      // From now on it is a room like any other.
      back.close()
      await server.close()
      await start()
      const after = await sari(sariDoc)
      await after.hearsStored(1)
      expect(after.heard.some(({ type }) => type === 'disk')).toBe(false)
    })

    it('only as far as it once went, and nothing new in another name', async () => {
      const { her, ninikDoc, sariDoc } = await lostNote()
      const forged = new Y.Doc()
      Y.applyUpdate(forged, Y.encodeStateAsUpdate(ninikDoc))
      forged.clientID = ninikDoc.clientID
      forged.getMap('notes').set('n2', noteBy(her))
      expect(await (await sari(forged)).closed).toEqual({ code: 4510, reason: 'roomDamaged' })

      const liar = await sari(sariDoc, false)
      liar.answers()
      await liar.hearsStored(1)
      liar.update(liar.makes((doc) => doc.getMap('notes').set('n3', noteBy(her))))
      expect(await liar.closed).toEqual({ code: 4424, reason: 'notYours' })
      expect(await notes()).toEqual(['n1'])
    })
  })
})
