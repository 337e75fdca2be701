import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { RoomName } from '../../src/protocol/roomName.ts'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import { aServer, aWorkshop, roomOf } from '../support/server.ts'
import { awarenessFrame, bareSocket, readRoom } from '../support/serverClients.ts'
import type { Person } from '../support/serverPeople.ts'
import { aPerson, handled, wordsIn } from '../support/serverPeople.ts'
import { steeredDisk } from '../support/serverStore.ts'

let disk: ReturnType<typeof steeredDisk>
let server: TestServer
let workshop: TestWorkshop
let room: RoomName

const enter = (capability: string, options = {}) =>
  aPerson(server.origin, room, capability, options)
const ninik = (options = {}) => enter(workshop.members[0]?.capability ?? '', options)
const facilitator = (options = {}) => enter(workshop.capability, options)
const rowsOnDisk = async () => (await server.store.loadRoom(room))?.updates.length
const append = (text: string) => (doc: Y.Doc) =>
  doc.getText('words').insert(doc.getText('words').length, text)
const sent = (person: Person, type: string) =>
  person.heard.filter((message) => message.type === type).length

beforeEach(async () => {
  disk = steeredDisk()
  server = await aServer({ wrapStore: disk.wrapStore, timing: { probeMs: 20 } })
  workshop = await aWorkshop(server.origin)
  room = roomOf(workshop)
})
afterEach(async () => {
  disk.release()
  await server.close()
})

describe('while the disk is still writing', () => {
  it('nobody sees an edit, and nobody is told that it is stored', async () => {
    const [a, b] = [await ninik(), await facilitator()]
    await Promise.all([a.hearsStored(1), b.hearsStored(1)])
    disk.hold()
    a.writes('tahu')
    await disk.commitWaits()
    await handled(a, b)
    expect(sent(b, 'update')).toBe(0)
    expect(a.receipts()).toEqual([1])

    disk.release()
    await a.hearsStored(2)
    await b.hears((message) => message.type === 'update')
  })

  it('where everybody is does not wait for it, and nobody is cut off for what a stock client says back', async () => {
    const [a, b] = [await ninik(), await facilitator()]
    a.says({ tab: 'bmc' })
    await b.hearsOf({ tab: 'bmc' })
    disk.hold()
    a.writes('tahu')
    await disk.commitWaits()
    b.step1()
    const echo = { client: a.doc.clientID, clock: 1, json: '{"tab":"bmc"}' }
    for (let i = 0; i < 200; i++) b.send(awarenessFrame([echo]))
    b.says({ tab: 'swot' })
    expect(await Promise.race([a.hearsOf({ tab: 'swot' }), b.closed])).toBe(true)
    disk.release()
    await b.hears((message) => message.type === 'update' || message.type === 'step2')
  })

  it('what somebody said of themselves as they came in does not come behind what they say later', async () => {
    const [a, b] = [await ninik(), await facilitator()]
    disk.hold()
    a.writes('tahu')
    await disk.commitWaits()
    const saying = (tab: string) =>
      awarenessFrame([{ client: 7, clock: 1, json: JSON.stringify({ tab }) }])
    const late = bareSocket(server.origin, room, workshop.capability)
    await late.opened
    late.step1()
    late.send(saying('bmc'))
    await late.hears(({ type }) => type === 'presence')
    late.send(saying('swot'))
    disk.release()
    await late.hears(({ type }) => type === 'step2')
    await handled(b, a)
    const said = a.heard.flatMap((message) =>
      message.type === 'awareness' ? message.entries.filter(({ client }) => client === 7) : [],
    )
    expect(said.map(({ state }) => state)).toEqual([{ tab: 'bmc' }, { tab: 'swot' }])
  })

  it('a newcomer is not yet told of what is being written', async () => {
    const a = await ninik()
    await a.hearsStored(1)
    disk.hold()
    a.writes('tahu')
    await disk.commitWaits()
    const late = bareSocket(server.origin, room, workshop.capability)
    await late.opened
    late.step1()
    await late.hears((message) => message.type === 'presence')
    expect(late.heard.map(({ type }) => type)).not.toContain('step2')

    disk.release()
    const state = await late.hears((message) => message.type === 'step2' && message.update)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    expect(wordsIn(doc)).toBe('tahu')
  })
})

describe('a receipt', () => {
  it('counts what deletes as well as what adds', async () => {
    const a = await ninik()
    a.writes('tahu')
    await a.hearsStored(2)
    a.update(a.makes((doc) => doc.getText('words').delete(0, 4)))
    await a.hearsStored(3)
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('')
  })

  it('is given for what brings nothing new, which is not stored again', async () => {
    const a = await ninik()
    const update = a.makes(append('tahu'))
    a.update(update)
    await a.hearsStored(2)
    const rows = await rowsOnDisk()
    a.update(update)
    a.step2(Y.encodeStateAsUpdate(a.doc))
    await a.hearsStored(4)
    expect(await rowsOnDisk()).toBe(rows)
  })

  it('never comes before the SyncStep2 of its connection', async () => {
    const [a, b] = [await ninik({ answers: false }), await facilitator()]
    await b.hearsStored(1)
    a.writes('tahu')
    await b.hears((message) => message.type === 'update')
    await handled(a, b)
    expect(a.receipts()).toEqual([])
    a.answers()
    await a.hearsStored(2)
  })
})

describe('an update that leans on something the server lacks', () => {
  it('is dropped silently before the SyncStep2, which carries it', async () => {
    const a = await ninik({ answers: false })
    a.makes(append('tahu '))
    a.writes('walik')
    a.answers()
    await a.hearsStored(2)
    expect(sent(a, 'step1')).toBe(1)
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('tahu walik')
  })

  it('is asked for later on, and what comes meanwhile is taken but gets no receipt', async () => {
    const [a, b] = [await ninik(), await facilitator()]
    await Promise.all([a.hearsStored(1), b.hearsStored(1)])
    b.writes('x')
    const x = await a.hears((message) => message.type === 'update' && message.update)
    Y.applyUpdate(a.doc, x)
    const before = a.heard.length
    a.makes(append('tahu '))
    a.writes('walik')
    const asked = await a.hears(
      (message) => message.type === 'step1' && message.stateVector,
      before,
    )
    // Taking away what others wrote leans on nothing that is missing.
    a.update(a.makes((doc) => doc.getText('words').delete(0, 1)))
    await b.hears((message) => message.type === 'update')
    await handled(a, b)
    expect(a.receipts()).toEqual([1])

    a.step2(Y.encodeStateAsUpdate(a.doc, asked))
    await a.hearsStored(4)
    const doc = await readRoom(server.origin, room, workshop.capability)
    expect(wordsIn(doc)).toBe('tahu walik')
  })

  it('is not covered by a SyncStep2 that was sent before it', async () => {
    const [a, b] = [await ninik({ answers: false }), await facilitator()]
    await b.hearsStored(1)
    a.makes(append('tahu '))
    disk.hold()
    const empty = new Y.Doc()
    empty.getMap('others').set('n1', 1)
    a.step2(Y.encodeStateAsUpdate(empty))
    await disk.commitWaits()
    a.writes('walik')
    await handled(a, b)
    disk.release()
    await b.hears((message) => message.type === 'update')
    await handled(a, b)
    expect(a.receipts()).toEqual([])
    a.answers()
    await a.hearsStored(3)
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('tahu walik')
  })

  it('ends the connection for now when asking again does not help', async () => {
    const torn = new Y.Doc()
    torn.getText('words').insert(0, 'tahu')
    const has = Y.encodeStateVector(torn)
    torn.getText('words').insert(4, ' walik')
    const a = await ninik({ answers: false })
    for (let i = 0; i < 3; i++) a.step2(Y.encodeStateAsUpdate(torn, has))
    expect(await a.closed).toEqual({ code: 4507, reason: 'storeUnavailable' })
    expect(a.receipts()).toEqual([])
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('')
  })
})

describe('when a commit fails', () => {
  it('everybody in the room is sent away for now, nothing of it is stored, and all is well afterwards', async () => {
    const [a, b] = [await ninik(), await facilitator()]
    await Promise.all([a.hearsStored(1), b.hearsStored(1)])
    disk.hold()
    a.writes('tahu ')
    await disk.commitWaits()
    // This one waits behind it and leans on it.
    a.writes('walik')
    await handled(a, b)
    disk.failOnce()
    disk.release()
    expect(await a.closed).toEqual({ code: 4507, reason: 'storeUnavailable' })
    expect(await b.closed).toEqual({ code: 4507, reason: 'storeUnavailable' })
    expect(sent(b, 'update')).toBe(0)
    expect(a.receipts()).toEqual([1])
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('')
    await server.logged('storeRecovered')
    const again = await ninik({ doc: a.doc })
    await again.hearsStored(1)
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('tahu walik')
  })

  it('rooms that wrote nothing go on', async () => {
    const other = roomOf(workshop, 1)
    const wawan = await aPerson(server.origin, other, workshop.members[1]?.capability ?? '')
    const a = await ninik()
    await Promise.all([a.hearsStored(1), wawan.hearsStored(1)])
    disk.fail(true)
    a.writes('tahu')
    expect((await a.closed).code).toBe(4507)
    disk.fail(false)
    await server.logged('storeRecovered')
    wawan.writes('keripik')
    await wawan.hearsStored(2)
  })
})
