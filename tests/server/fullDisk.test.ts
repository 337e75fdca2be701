/** What people meet while the disk of the server takes no writes, and afterwards. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ServerOptions } from '../../server/startServer.ts'
import type { Store } from '../../server/store/store.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import { readOnlyFile } from '../support/readOnlyFile.ts'
import { refusingStore } from '../support/refusingStore.ts'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import { aServer, aWorkshop, call, roomOf, temporaryFolder } from '../support/server.ts'
import { readRoom, stockClient } from '../support/serverClients.ts'
import { aPerson, handled, hearsDisk, sentAwayOrTold, wordsIn } from '../support/serverPeople.ts'
import { smallDisk, writeUntilRefused } from '../support/smallDisk.ts'

let disk: ReturnType<typeof smallDisk>
let server: TestServer
let workshop: TestWorkshop
let room: RoomName

const start = async (options: Partial<ServerOptions> = {}) => {
  server = await aServer({
    data: join(disk.path, 'guyub.sqlite'),
    wrapStore: disk.wrapStore,
    timing: { probeMs: 20 },
    limits: { messagesPerSecond: 10_000, messageBurst: 10_000 },
    ...options,
  })
}
const ninik = (doc?: Y.Doc) =>
  aPerson(server.origin, room, workshop.members[0]?.capability ?? '', { doc })
const facilitator = () => aPerson(server.origin, room, workshop.capability)

beforeEach(async () => {
  disk = smallDisk()
  await start()
  workshop = await aWorkshop(server.origin)
  room = roomOf(workshop)
})
afterEach(async () => {
  disk.free()
  await server.close()
  disk.remove()
})

const readiness = async () => (await fetch(`${server.origin}/readyz`)).status
const kept = (doc: Y.Doc) => [...doc.getMap('kept').keys()]

describe('while the disk is full', () => {
  it('who makes a workshop is told so, also where that is how the server learns of it', async () => {
    disk.fill()
    const make = () => call(server.origin, 'POST', '/api/samples', { body: { language: 'id' } })
    let answer = await make()
    // A full disk has room for a few pages.
    while (answer.status === 200) answer = await make()
    expect(answer).toEqual({ status: 503, body: { error: 'storeUnavailable' } })
    expect(await readiness()).toBe(503)
    disk.free()
    await server.logged('storeRecovered')
    expect((await make()).status).toBe(200)
  })

  it('people read on, nothing is receipted, and all goes on by itself when there is room', async () => {
    const before = await ninik()
    await before.hearsStored(1)
    const elsewhere = await aPerson(server.origin, `${workshop.workshop}/plan`, workshop.capability)
    await elsewhere.hearsStored(1)
    disk.fill()
    await writeUntilRefused(before)
    expect([4507, 'told']).toContain(await sentAwayOrTold(before))
    await hearsDisk(elsewhere, 'refuses') // who wrote nothing is told as well
    const receipted = (before.receipts().at(-1) ?? 0) - 1

    const sari = await facilitator()
    expect(kept(sari.doc).length).toBeGreaterThanOrEqual(receipted)
    await hearsDisk(sari, 'refuses')
    const again = await ninik(before.doc)
    await hearsDisk(again, 'refuses')
    again.writes('tahu walik')
    await handled(again, sari)
    expect(again.receipts()).toEqual([])
    expect(sari.heard.some(({ type }) => type === 'update')).toBe(false)
    const answer = await call(server.origin, 'POST', '/api/seats', {
      capability: workshop.capability,
      body: { members: [{ name: 'Bu Tutik', business: '' }] },
    })
    expect(answer).toEqual({ status: 503, body: { error: 'storeUnavailable' } })

    const asked = again.heard.length
    disk.free()
    await hearsDisk(elsewhere, 'takes')
    await hearsDisk(again, 'takes')
    await again.hears((message) => message.type === 'step1', asked)
    again.step2(Y.encodeStateAsUpdate(again.doc))
    await again.hearsStored(3)
    await sari.hears((message) => message.type === 'update')
    await server.close()
    await start()
    const doc = await readRoom(server.origin, room, workshop.capability)
    expect(wordsIn(doc)).toBe('tahu walik')
    expect(kept(doc).sort()).toEqual(kept(before.doc).sort())
  })

  it('a stock client is sent away for now, and brings all when there is room', async () => {
    const before = await ninik()
    await before.hearsStored(1)
    disk.fill()
    await writeUntilRefused(before)
    const stock = stockClient(server.origin, room, workshop.members[0]?.capability ?? '')
    stock.doc.getText('words').insert(0, 'tahu walik')
    await server.logged('connectionClosed', 'storeUnavailable')
    disk.free()
    await server.logged('storeRecovered')
    const sari = await facilitator()
    if (wordsIn(sari.doc) === '') await sari.hears((message) => message.type === 'update')
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('tahu walik')
    stock.close()
  })

  it('the server stops well, and what was receipted is there at the next start', async () => {
    const before = await ninik()
    await before.hearsStored(1)
    disk.fill()
    await writeUntilRefused(before)
    const receipted = (before.receipts().at(-1) ?? 0) - 1
    await server.close()
    disk.free()
    await start()
    const doc = await readRoom(server.origin, room, workshop.capability)
    expect(kept(doc).length).toBeGreaterThanOrEqual(receipted)
    const again = await ninik(before.doc)
    again.writes('tahu')
    await again.hearsStored(2)
  })
})

describe('a disk that refuses in another way', () => {
  it.each([
    ['broken', 10],
    ['gone', 14],
  ])('is met alike: %s', async (_what, errcode) => {
    await server.close()
    let refuses = false
    await start({ wrapStore: (store) => refusingStore(store, () => refuses, errcode) })
    const before = await ninik()
    before.writes('tahu')
    await before.hearsStored(2)
    refuses = true
    before.writes(' walik')
    expect([4507, 'told']).toContain(await sentAwayOrTold(before))
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('tahu')
    const again = await ninik(before.doc)
    await hearsDisk(again, 'refuses')
    refuses = false
    await hearsDisk(again, 'takes')
    again.step2(Y.encodeStateAsUpdate(again.doc))
    await again.hears((message) => message.type === 'stored')
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('tahu walik')
  })
})

describe('a data file that has become read-only', () => {
  it('is shown on, takes nothing, and goes on by itself when it may be written again', async () => {
    await server.close()
    const folder = temporaryFolder()
    const data = join(folder.path, 'guyub.sqlite')
    const file = readOnlyFile(data)
    await start({ data, wrapStore: file.wrapStore })
    workshop = await aWorkshop(server.origin)
    room = roomOf(workshop)
    const before = await ninik()
    before.writes('tahu')
    await before.hearsStored(2)
    file.makeReadOnly()
    try {
      before.writes(' walik')
      expect([4507, 'told']).toContain(await sentAwayOrTold(before))
      expect(await readiness()).toBe(503)
      const sari = await facilitator()
      expect(wordsIn(sari.doc)).toBe('tahu')
      const again = await ninik(before.doc)
      await hearsDisk(again, 'refuses')
      again.writes('!')
      await handled(again, sari)
      expect(again.receipts()).toEqual([])
      expect(sari.heard.some(({ type }) => type === 'update')).toBe(false)

      file.makeWritable()
      await hearsDisk(again, 'takes')
      again.step2(Y.encodeStateAsUpdate(again.doc))
      await again.hears((message) => message.type === 'stored')
      await sari.hears((message) => message.type === 'update')
      expect(await readiness()).toBe(200)
      expect(server.log.filter((line) => line.includes('storeRefuses'))).toHaveLength(1)
      await server.close()
      await start({ data })
      const doc = await readRoom(server.origin, room, workshop.capability)
      expect(wordsIn(doc)).toBe('tahu walik!')
    } finally {
      file.makeWritable()
      await server.close()
      folder.remove()
    }
  })
})

/** The first byte of a page of SQLite that holds rows of a table. */
const TABLE_LEAF = 0x0d

describe('a file with a torn page', () => {
  it('is served all the same: its room says what it lacks, the others notice nothing', async () => {
    const other = roomOf(workshop, 1)
    const wawan = workshop.members[1]?.capability ?? ''
    // A page full of rows for each of them.
    for (const [name, capability, words] of [
      [room, workshop.capability, 'tahu '],
      [other, wawan, 'keripik '],
    ] as const) {
      const person = await aPerson(server.origin, name, capability)
      for (let n = 0; n < 150; n++) person.writes(`${words}${'x'.repeat(60)}`)
      await person.hearsStored(151)
      person.close()
    }
    await server.close()
    const data = join(disk.path, 'guyub.sqlite')
    const content = readFileSync(data)
    const pages = Array.from({ length: content.length / 4_096 }, (_, n) =>
      content.subarray(n * 4_096, (n + 1) * 4_096),
    )
    // Of the leaves that hold rows, one in the middle of hers.
    const hers = pages.filter((page) => page[0] === TABLE_LEAF && page.includes('tahu xxx'))
    hers[1]?.fill(0)
    writeFileSync(data, content)

    await start()
    expect(wordsIn(await readRoom(server.origin, other, wawan))).toContain('keripik')
    const person = await aPerson(server.origin, other, wawan)
    person.writes('singkong')
    await person.hearsStored(2)
    const sari = await facilitator()
    await hearsDisk(sari, 'lacks')
    expect(wordsIn(sari.doc)).toMatch(/^(tahu x{60})+$/)
    sari.writes('walik')
    await sari.hearsStored(2)
    expect(server.log.filter((line) => line.includes('roomDamaged'))).toHaveLength(1)
  })
})

describe('where the pages of one room are torn', () => {
  it('its people are sent away, and those of the others notice nothing', async () => {
    await server.close()
    const torn = (store: Store): Store => ({
      ...store,
      async commit(changes) {
        if (changes.updates?.some((update) => update.room === room)) {
          const malformed = new Error('database disk image is malformed')
          throw Object.assign(malformed, { errcode: 11 })
        }
        return store.commit(changes)
      },
    })
    await start({ wrapStore: torn })
    const other = roomOf(workshop, 1)
    const wawan = await aPerson(server.origin, other, workshop.members[1]?.capability ?? '')
    await wawan.hearsStored(1)
    for (let n = 0; n < 5; n++) {
      const person = await ninik()
      person.writes('tahu')
      wawan.writes('keripik ')
      expect((await person.closed).code).toBe(4507)
      await wawan.hearsStored(n + 2)
    }
    expect(server.log.some((line) => line.includes('storeRefuses'))).toBe(false)
    expect(wordsIn(await readRoom(server.origin, other, workshop.capability))).toBe(
      'keripik '.repeat(5),
    )
  })
})
