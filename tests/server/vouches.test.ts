/**
 * A disk that loses its newest rows without a trace (a power cut, and it had lied about its flush) looks like an earlier
 * one. What people were told of it before tells what it lacks, and nobody can make that up.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Vouch } from '../../src/protocol/vouches.ts'
import { encodeVouches } from '../../src/protocol/vouches.ts'
import type { Snapshot } from '../support/dataFiles.ts'
import { putBack, snapshotOf } from '../support/dataFiles.ts'
import { forgeUpdate } from '../support/forge.ts'
import { refusingStore } from '../support/refusingStore.ts'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import { aSeat, aServer, aWorkshop, roomOf, temporaryFolder } from '../support/server.ts'
import { bareSocket, readRoom, SAID_BEFORE } from '../support/serverClients.ts'
import type { Person } from '../support/serverPeople.ts'
import { aPerson, handled, sentAwayOrTold } from '../support/serverPeople.ts'

let folder: ReturnType<typeof temporaryFolder>
let data: string
let server: TestServer
let workshop: TestWorkshop
let room: string

beforeEach(async () => {
  folder = temporaryFolder()
  data = join(folder.path, 'guyub.sqlite')
  server = await aServer({ data })
  workshop = await aWorkshop(server.origin)
  room = roomOf(workshop)
})
afterEach(async () => {
  await server.close()
  folder.remove()
})

const ninik = (doc = new Y.Doc()) =>
  aPerson(server.origin, room, workshop.members[0]?.capability ?? '', { doc })
const sari = (doc = new Y.Doc(), answers = true) =>
  aPerson(server.origin, room, workshop.capability, { doc, answers })
const notes = async () =>
  [...(await readRoom(server.origin, room, workshop.capability)).getMap('notes').keys()].sort()

const herNote = (name: string) => (doc: Y.Doc) => {
  const note = new Y.Map<unknown>()
  note.set('typist', workshop.members[0]?.seat)
  doc.getMap('notes').set(name, note)
}
const said = (person: Person, disk: string) =>
  person.hears((message) => message.type === 'disk' && message.disk === disk)
const hearsNews = (person: Person, from: number) =>
  person.hears((message) => message.type === 'update' && message, from)

/**
 * Bu Ninik's second note is on the disk, shown to the facilitator, receipted, and then gone with the end of the log.
 * @param idIsLost Her first note too, and with it whose her id is.
 * @param keep What is left of the disk, as it is at that moment.
 */
async function lostTail({
  idIsLost = false,
  keep = async () => snapshotOf(data),
}: {
  idIsLost?: boolean
  keep?: () => Promise<Snapshot>
} = {}) {
  const writer = await ninik()
  const reader = await sari()
  await writer.hearsStored(1)
  await reader.hearsStored(1)
  let before = await keep()
  const vouches: Vouch[] = []
  const writes = async (name: string, count: number) => {
    const heard = reader.heard.length
    writer.update(writer.makes(herNote(name)))
    await writer.hearsStored(count)
    const news = await hearsNews(reader, heard)
    Y.applyUpdate(reader.doc, news.update)
    const [vouch] = news.vouches
    if (vouch) vouches.push(vouch)
  }
  await writes('n1', 2)
  if (!idIsLost) before = await keep()
  await writes('n2', 3)
  writer.close()
  reader.close()
  await server.close()
  putBack(data, before)
  server = await aServer({ data })
  const [first, second] = vouches
  if (!first || !second) throw new Error('what is shown is vouched for')
  expect(second.seat).toBe(SAID_BEFORE)
  return {
    vouch: { ...second, seat: first.seat },
    ninikDoc: writer.doc,
    sariDoc: reader.doc,
  }
}

describe('a lost end of the log', () => {
  it.each([false, true])(
    'is known by a vouch, and filled again (her id is lost: %s)',
    async (idIsLost) => {
      const { vouch, ninikDoc, sariDoc } = await lostTail({ idIsLost })
      expect(vouch).toMatchObject({
        client: ninikDoc.clientID,
        seat: workshop.members[0]?.seat,
      })
      expect(await notes()).toEqual(idIsLost ? [] : ['n1'])

      const back = await sari(sariDoc, false)
      back.send(encodeVouches([vouch]))
      await said(back, 'lacks')
      back.answers()
      await back.hearsStored(1)
      await said(back, 'takes')
      await server.logged('roomIsBehind', room)
      await server.logged('roomMended', room)
      expect(await notes()).toEqual(['n1', 'n2'])

      // Her words are hers as before: she goes on with them, and nobody else does.
      const her = await ninik(ninikDoc)
      her.update(her.makes(herNote('n3')))
      await her.hearsStored(2)
      const forger = await sari(new Y.Doc())
      forger.doc.clientID = ninikDoc.clientID
      forger.update(forger.makes(herNote('n4')))
      expect(await forger.closed).toEqual({ code: 4424, reason: 'notYours' })
      expect(await notes()).toEqual(['n1', 'n2', 'n3'])
    },
  )

  it('is filled again too where an older backup stands in for lost data', async () => {
    const backup = join(folder.path, 'backup.sqlite')
    const { vouch, sariDoc } = await lostTail({
      async keep() {
        rmSync(backup, { force: true })
        await server.store.backup(backup)
        return snapshotOf(backup)
      },
    })
    expect(await notes()).toEqual(['n1'])
    const back = await sari(sariDoc, false)
    back.send(encodeVouches([vouch]))
    back.answers()
    await server.logged('roomMended', room)
    expect(await notes()).toEqual(['n1', 'n2'])
  })

  it('stays known when the server goes down before anybody has brought it', async () => {
    const { vouch, sariDoc } = await lostTail()
    const back = await sari(new Y.Doc())
    back.send(encodeVouches([vouch]))
    await said(back, 'lacks')
    back.close()
    await server.close()
    server = await aServer({ data })

    const again = await sari(sariDoc, false)
    await said(again, 'lacks')
    again.answers()
    await said(again, 'takes')
    expect(await notes()).toEqual(['n1', 'n2'])
  })

  it('is told to everybody in the room while it is missing', async () => {
    const { vouch, sariDoc } = await lostTail()
    const other = await ninik()
    const back = await sari(sariDoc, false)
    back.send(encodeVouches([vouch, vouch]))
    await said(other, 'lacks')
    back.answers()
    await said(other, 'takes')
  })

  it('comes back with its author, for those too who never heard of them', async () => {
    const { vouch, sariDoc } = await lostTail({ idIsLost: true })
    const watcher = await sari()
    await watcher.hearsStored(1)
    const back = await sari(sariDoc, false)
    back.send(encodeVouches([vouch]))
    back.answers()
    const { vouches } = await hearsNews(watcher, 0)
    expect(vouches).toContainEqual(vouch)
  })

  it('is asked for again where its vouch came while the disk took nothing, and its words when it did', async () => {
    const { vouch, sariDoc } = await lostTail()
    await server.close()
    let refuses = false
    const fullDisk = 13
    server = await aServer({
      data,
      wrapStore: (store) => refusingStore(store, () => refuses, fullDisk),
      timing: { probeMs: 20 },
    })
    const her = await ninik()
    refuses = true
    her.update(her.makes(herNote('n3')))
    await sentAwayOrTold(her)
    const back = await sari(sariDoc, false)
    const other = await sari(new Y.Doc(), false)
    back.send(encodeVouches([vouch]))
    await handled(back, other)
    refuses = false
    await said(back, 'takes')

    const asked = back.heard.length
    back.answers()
    await back.hears((message) => message.type === 'step1', asked)
    back.send(encodeVouches([vouch]))
    back.answers()
    await server.logged('roomMended', room)
    expect(await notes()).toEqual(['n1', 'n2'])
    expect(back.receipts()).not.toEqual([])

    // Once it was heard, nothing is excused any more.
    sariDoc.clientID = vouch.client
    back.update(back.makes(herNote('n4')))
    expect(await back.closed).toEqual({ code: 4424, reason: 'notYours' })
  })

  it('may be brought as far as the vouch goes, and no further', async () => {
    const { vouch, ninikDoc } = await lostTail()
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(ninikDoc))
    forged.clientID = ninikDoc.clientID
    herNote('n3')(forged)
    const liar = await sari(forged, false)
    liar.send(encodeVouches([vouch]))
    liar.answers()
    expect(await liar.closed).toEqual({ code: 4510, reason: 'roomDamaged' })
    expect(await notes()).toEqual(['n1'])
  })
})

describe('a vouch that is not the server\u2019s', () => {
  const forgeries: [string, (vouch: Vouch) => Vouch | Promise<Vouch>][] = [
    ['a later clock', (vouch) => ({ ...vouch, clock: vouch.clock + 1 })],
    ['another client', (vouch) => ({ ...vouch, client: vouch.client + 1 })],
    ['another seat', (vouch) => ({ ...vouch, seat: workshop.seat })],
    [
      'a bit of the signature',
      ({ signature, ...vouch }) => {
        const flipped = signature.slice()
        flipped[3] = (flipped[3] ?? 0) ^ 1
        return { ...vouch, signature: flipped }
      },
    ],
    ['no signature', (vouch) => ({ ...vouch, signature: new Uint8Array(8) })],
  ]
  it.each(forgeries)('changes nothing: %s', async (_what, forge) => {
    const { vouch, sariDoc, ninikDoc } = await lostTail()
    const her = await ninik(new Y.Doc())
    const liar = await sari(sariDoc, false)
    liar.send(encodeVouches([await forge(vouch)]))
    await handled(liar, her)
    liar.answers()
    expect(await liar.closed).toEqual({ code: 4424, reason: 'notYours' })
    expect(await notes()).toEqual(['n1'])
    expect(server.log.join()).not.toContain('roomIsBehind')
    expect(her.heard.some(({ type }) => type === 'disk')).toBe(false)
    expect(ninikDoc.getMap('notes').size).toBe(2)
  })

  it('nor is one of another room', async () => {
    const { vouch } = await lostTail()
    const other = roomOf(workshop, 1)
    const there = await aPerson(server.origin, other, workshop.capability)
    const watch = await aPerson(server.origin, other, workshop.capability)
    there.send(encodeVouches([vouch]))
    await handled(there, watch)
    expect(there.heard.some(({ type }) => type === 'disk')).toBe(false)
  })

  it('changes nothing where nothing is lost', async () => {
    const writer = await ninik()
    const reader = await sari()
    await reader.hearsStored(1)
    writer.update(writer.makes(herNote('n1')))
    const { vouches } = await hearsNews(reader, 0)
    reader.send(encodeVouches(vouches))
    await handled(reader, writer)
    expect(reader.heard.some(({ type }) => type === 'disk')).toBe(false)
  })
})

describe('who may show vouches', () => {
  it('is who may write: a viewer is sent away', async () => {
    const { vouch } = await lostTail()
    const canvas = workshop.members[0]?.canvas ?? null
    const { capability } = await aSeat(server, workshop, 'viewer', canvas)
    const viewer = bareSocket(server.origin, room, capability)
    await viewer.opened
    viewer.send(encodeVouches([vouch]))
    expect(await viewer.closed).toEqual({ code: 4423, reason: 'readOnly' })
    expect(server.log.join()).not.toContain('roomIsBehind')
  })

  it('shows no more than a hundred at once', async () => {
    const { vouch } = await lostTail()
    const many = (count: number) => encodeVouches(Array.from({ length: count }, () => vouch))
    const back = await sari(new Y.Doc())
    back.send(many(100))
    await said(back, 'lacks')
    back.send(many(101))
    expect(await back.closed).toEqual({ code: 4400, reason: 'badFrame' })
  })
})

it('names a client\u2019s seat to newcomers, and to others once', async () => {
  const writer = await ninik()
  const reader = await sari()
  await reader.hearsStored(1)
  for (const name of ['n1', 'n2']) {
    const from = reader.heard.length
    writer.update(writer.makes(herNote(name)))
    await hearsNews(reader, from)
  }
  const her = workshop.members[0]?.seat
  const seats = reader.heard.flatMap((message) =>
    message.type === 'update' ? message.vouches.map(({ seat }) => seat) : [],
  )
  expect(seats).toEqual([her, SAID_BEFORE])

  const newcomer = bareSocket(server.origin, room, workshop.capability)
  await newcomer.opened
  newcomer.step1()
  const vouches = await newcomer.hears((message) => message.type === 'step2' && message.vouches)
  expect(vouches.map(({ client }) => client)).toContain(writer.doc.clientID)
  expect(vouches.find(({ client }) => client === writer.doc.clientID)?.seat).toBe(her)
  newcomer.close()
})

it('stands behind each author, however many there are', async () => {
  const writer = await ninik()
  const authors = Array.from({ length: 1_100 }, (_, client) => client + 1)
  writer.update(forgeUpdate(authors.map((client) => ({ client, clock: 0, collected: 1 }))))
  await writer.hearsStored(2)
  const newcomer = bareSocket(server.origin, room, workshop.capability)
  await newcomer.opened
  newcomer.step1()
  const vouches = await newcomer.hears((message) => message.type === 'step2' && message.vouches)
  const told = new Set(vouches.map(({ client }) => client))
  expect(authors.filter((client) => !told.has(client))).toEqual([])
  newcomer.close()
})
