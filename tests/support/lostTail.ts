/**
 * A workshop on a data file that loses its newest rows without a trace (a power cut, and the disk had lied about its flush):
 * it then looks like an earlier one.
 */
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import * as Y from 'yjs'
import type { Vouch } from '../../src/protocol/vouches.ts'
import type { Snapshot } from './dataFiles.ts'
import { flipBit, putBack, snapshotOf } from './dataFiles.ts'
import type { TestServer, TestWorkshop } from './server.ts'
import { aServer, aWorkshop, memberOf, roomOf, temporaryFolder } from './server.ts'
import { readRoom, SAID_BEFORE } from './serverClients.ts'
import type { Person } from './serverPeople.ts'
import { aPerson } from './serverPeople.ts'

let folder: ReturnType<typeof temporaryFolder>
export let server: TestServer
export let workshop: TestWorkshop
export let room: string

export const inFolder = (name: string) => join(folder.path, name)
const data = () => inFolder('guyub.sqlite')
export async function start(options: Parameters<typeof aServer>[0] = {}): Promise<void> {
  server = await aServer({ data: data(), ...options })
}

/** Called once at the top of a file of tests: each of them has a server of its own. */
export function onOneDisk(): void {
  beforeEach(async () => {
    folder = temporaryFolder()
    await start()
    workshop = await aWorkshop(server.origin)
    room = roomOf(workshop)
  })
  afterEach(async () => {
    await server.close()
    folder.remove()
  })
}

export const ninik = (doc = new Y.Doc()) =>
  aPerson(server.origin, room, memberOf(workshop).capability, { doc })
export const sari = (doc = new Y.Doc(), answers = true) =>
  aPerson(server.origin, room, workshop.capability, { doc, answers })
export const notes = async () =>
  [...(await readRoom(server.origin, room, workshop.capability)).getMap('notes').keys()].sort()

export const herNote = (name: string) => (doc: Y.Doc) => {
  const note = new Y.Map<unknown>()
  note.set('typist', memberOf(workshop).seat)
  doc.getMap('notes').set(name, note)
}
export const said = (person: Person, disk: string) =>
  person.hears((message) => message.type === 'disk' && message.disk === disk)
export const hearsNews = (person: Person, from: number) =>
  person.hears((message) => message.type === 'update' && message, from)

/**
 * Bu Ninik's second note is on the disk, shown to the facilitator, receipted, and then gone with the end of the log.
 * @param idIsLost Her first note too, and with it whose her id is: the room looks as if nobody had written in it.
 * @param keep What is left of the disk, as it is at that moment.
 * @param isRotten The end is there, but behind a bit that flipped.
 */
export async function lostTail({
  idIsLost = false,
  keep = async () => snapshotOf(data()),
  isRotten = false,
}: {
  idIsLost?: boolean
  keep?: () => Promise<Snapshot>
  isRotten?: boolean
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
  const left = isRotten ? flipBit(snapshotOf(data()), before.log.length) : before
  writer.close()
  reader.close()
  await server.close()
  putBack(data(), left)
  await start()
  const [first, second] = vouches
  if (!first || !second) throw new Error('what is shown is vouched for')
  if (second.seat !== SAID_BEFORE) throw new Error('a seat is named once')
  return {
    vouch: { ...second, seat: first.seat },
    ninikDoc: writer.doc,
    sariDoc: reader.doc,
  }
}
