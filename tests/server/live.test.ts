import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote } from '../../src/model/doc/addNote.ts'
import { readCanvas } from '../../src/model/doc/readCanvas.ts'
import type { NoteId, SeatId } from '../../src/model/ids.ts'
import { newNoteId } from '../../src/model/ids.ts'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import { aServer, aWorkshop, roomOf, temporaryFolder } from '../support/server.ts'
import type { StockClient } from '../support/serverClients.ts'
import { bareSocket, readRoom, seen, stockClient } from '../support/serverClients.ts'
import { aPerson, wordsIn } from '../support/serverPeople.ts'

let folder: ReturnType<typeof temporaryFolder>
let data: string
let server: TestServer
let workshop: TestWorkshop
let room: string
const clients: StockClient[] = []

const enter = (capability: string) => {
  const client = stockClient(server.origin, room, capability)
  clients.push(client)
  return client
}

beforeEach(async () => {
  folder = temporaryFolder()
  data = join(folder.path, 'guyub.sqlite')
  server = await aServer({ data })
  workshop = await aWorkshop(server.origin)
  room = roomOf(workshop)
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await server.close()
  folder.remove()
})

const write = (client: StockClient, text: string, seat = workshop.members[0]?.seat): NoteId =>
  addNote(
    client.doc,
    { zone: 'channels', text },
    { seat: seat as SeatId, now: () => 1, random: Math.random, newNoteId },
  ).id

describe('two stock clients on one canvas', () => {
  it('show each other what they write, as it is written', async () => {
    const ninik = enter(workshop.members[0]?.capability ?? '')
    const facilitator = enter(workshop.capability)
    await Promise.all([ninik.synced(), facilitator.synced()])
    const note = write(ninik, 'Titip di warung')
    await seen(facilitator.doc, () => readCanvas(facilitator.doc).notes.has(note))
    const answer = write(facilitator, 'Lewat WA', workshop.seat)
    await seen(ninik.doc, () => readCanvas(ninik.doc).notes.has(answer))
    expect(readCanvas(ninik.doc).notes.get(note)?.text).toBe('Titip di warung')
    expect(readCanvas(facilitator.doc).notes.get(answer)?.text).toBe('Lewat WA')
  })

  it('are relayed nothing before they have been told what there was', async () => {
    const ninik = enter(workshop.members[0]?.capability ?? '')
    const facilitator = enter(workshop.capability)
    const newcomer = bareSocket(server.origin, room, workshop.capability)
    await Promise.all([ninik.synced(), facilitator.synced(), newcomer.opened])
    const note = write(ninik, 'Titip di warung')
    await seen(facilitator.doc, () => readCanvas(facilitator.doc).notes.has(note))

    newcomer.step1()
    const told = await newcomer.hears(
      (message) => (message.type === 'step2' || message.type === 'update') && message,
    )
    expect(told.type).toBe('step2')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, told.update)
    expect(readCanvas(doc).notes.get(note)?.text).toBe('Titip di warung')
    write(ninik, 'Lewat WA')
    await newcomer.hears((message) => message.type === 'update')
    newcomer.close()
  })

  it('are sent none of our own messages', async () => {
    const socket = bareSocket(server.origin, room, workshop.capability, {
      subprotocol: 'guyub.stock',
    })
    await socket.opened
    socket.step1()
    socket.step2(Y.encodeStateAsUpdate(new Y.Doc()))
    const ninik = enter(workshop.members[0]?.capability ?? '')
    await ninik.synced()
    write(ninik, 'Titip di warung')
    await socket.hears((message) => message.type === 'update')
    expect(socket.heard.map(({ type }) => type)).toContain('step2')
    for (const { type } of socket.heard) {
      expect(['step1', 'step2', 'update', 'awareness']).toContain(type)
    }
    socket.close()
  })
})

it('keeps everything over a restart', async () => {
  const ninik = enter(workshop.members[0]?.capability ?? '')
  const facilitator = enter(workshop.capability)
  await Promise.all([ninik.synced(), facilitator.synced()])
  const note = write(ninik, 'Titip di warung')
  await seen(facilitator.doc, () => readCanvas(facilitator.doc).notes.has(note))
  await server.close()
  server = await aServer({ data })
  const doc = await readRoom(server.origin, room, workshop.capability)
  expect(readCanvas(doc).notes.get(note)?.text).toBe('Titip di warung')
})

it('answers who asks again with next to nothing, and with everything where something is missing', async () => {
  const person = await aPerson(server.origin, room, workshop.capability)
  for (let i = 0; i < 20; i++) {
    person.writes('tahu')
    person.update(person.makes((doc) => doc.getText('words').delete(0, 2)))
  }
  await person.hearsStored(41)
  const answerTo = async (stateVector: Uint8Array) => {
    const before = person.heard.length
    person.step1(stateVector)
    return person.hears((message) => message.type === 'step2' && message.update, before)
  }
  expect([...(await answerTo(Y.encodeStateVector(person.doc)))]).toEqual([0, 0])
  const whole = new Y.Doc()
  Y.applyUpdate(whole, await answerTo(Uint8Array.of(0)))
  expect(wordsIn(whole)).toBe(wordsIn(person.doc))
  // The first answer on a connection tells every deletion, even to one who has every struct.
  const again = await aPerson(server.origin, room, workshop.capability, { doc: person.doc })
  const first = await again.hears((message) => message.type === 'step2' && message.update)
  expect(Y.decodeUpdate(first).ds.clients.size).toBeGreaterThan(0)
})
