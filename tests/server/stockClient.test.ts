/** A stock `WebsocketProvider`, written by nobody here, as its documentation shows it: it syncs, stops and comes back. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServerOptions } from '../../server/startServer.ts'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import { aSeat, aServer, aWorkshop, call, roomOf, temporaryFolder } from '../support/server.ts'
import type { StockClient } from '../support/serverClients.ts'
import { readRoom, seen, stockClient } from '../support/serverClients.ts'
import { wordsIn } from '../support/serverPeople.ts'

let folder: ReturnType<typeof temporaryFolder>
let server: TestServer
let workshop: TestWorkshop
let room: string
const clients: StockClient[] = []

const start = (options: Partial<ServerOptions> = {}) =>
  aServer({ data: join(folder.path, 'guyub.sqlite'), ...options })
const ninikLink = () => workshop.members[0]?.capability ?? ''
const enter = (capability = ninikLink(), where = room, options = {}) => {
  const client = stockClient(server.origin, where, capability, options)
  clients.push(client)
  return client
}
const write = ({ doc }: StockClient, text: string) =>
  doc.getText('words').insert(doc.getText('words').length, text)
const shows = ({ doc }: StockClient, text: string) => seen(doc, () => wordsIn(doc).includes(text))

beforeEach(async () => {
  folder = temporaryFolder()
  server = await start()
  workshop = await aWorkshop(server.origin)
  room = roomOf(workshop)
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await server.close()
  folder.remove()
})

describe('a refusal for good', () => {
  const stops = async (client: StockClient, code: number, reason: string) => {
    expect(await client.closed).toEqual({ code, reason })
    expect(client.provider.shouldConnect).toBe(false)
    expect(client.provider.wsconnected).toBe(false)
  }

  it('stops it: an unknown link, a room that is not its own, a version that nobody speaks', async () => {
    await stops(enter('A'.repeat(22)), 4401, 'linkUnknown')
    const others = roomOf(workshop, 1)
    await stops(enter(ninikLink(), others), 4404, 'roomUnknown')
    await stops(enter(ninikLink(), room, { subprotocol: 'guyub.9' }), 4426, 'clientTooOld')
  })

  it('stops it as it works: a link taken back, and words from one who only reads', async () => {
    const ninik = enter()
    await ninik.synced()
    await call(server.origin, 'DELETE', `/api/seats/${workshop.members[0]?.seat}/capabilities`, {
      capability: workshop.capability,
    })
    await stops(ninik, 4403, 'linkRevoked')

    const canvas = workshop.members[0]?.canvas ?? null
    const viewer = enter((await aSeat(server, workshop, 'viewer', canvas)).capability)
    await viewer.synced()
    write(viewer, 'not allowed')
    await stops(viewer, 4423, 'readOnly')
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('')
  })
})

it('a reader sees what others write, and its own awareness is seen', async () => {
  const canvas = workshop.members[0]?.canvas ?? null
  const viewer = enter((await aSeat(server, workshop, 'viewer', canvas)).capability)
  const ninik = enter()
  await Promise.all([viewer.synced(), ninik.synced()])
  write(ninik, 'tahu')
  await shows(viewer, 'tahu')
  const watched = new Promise<void>((resolve) => {
    ninik.awareness.on('change', () => {
      if (ninik.awareness.getStates().get(viewer.doc.clientID)?.tab === 'swot') resolve()
    })
  })
  viewer.awareness.setLocalState({ tab: 'swot' })
  await watched
  expect(viewer.provider.wsconnected).toBe(true)
})

it('comes back by itself when the server does, with what was written meanwhile on both sides', async () => {
  const { port } = server
  const [ninik, sesilya] = [enter(), enter(workshop.capability)]
  await Promise.all([ninik.synced(), sesilya.synced()])
  write(ninik, 'tahu ')
  await shows(sesilya, 'tahu')
  const away = [ninik, sesilya].map(
    ({ provider }) => new Promise((resolve) => provider.once('connection-close', resolve)),
  )
  await server.close()
  await Promise.all(away)
  write(ninik, 'walik ')
  write(sesilya, 'keripik ')
  server = await start({ port })
  await Promise.all([shows(ninik, 'keripik'), shows(sesilya, 'walik')])
  await Promise.all([ninik.synced(), sesilya.synced()])
  expect(wordsIn(ninik.doc)).toBe(wordsIn(sesilya.doc))
})

it('comes back by itself from a full room, once there is a place', async () => {
  await server.close()
  server = await start({ limits: { connectionsPerRoom: 1 } })
  const first = enter()
  await first.synced()
  const second = enter(workshop.capability)
  const turnedAway = await new Promise((resolve) =>
    second.provider.once('connection-close', (event) => resolve(event?.code)),
  )
  expect(turnedAway).toBe(4530)
  expect(second.provider.shouldConnect).toBe(true)
  first.close()
  await second.synced()
})
