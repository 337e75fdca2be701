/** A hall whose network drops and comes back: everybody is there again for everybody, and nobody twice. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { MESSAGE } from '../../src/protocol/messages.ts'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import { aServer, aWorkshop, roomOf } from '../support/server.ts'
import { awarenessFrame, bareSocket, decodeMessage } from '../support/serverClients.ts'

const PEOPLE = 40

let server: TestServer
let workshop: TestWorkshop
let room: string
beforeEach(async () => {
  server = await aServer()
  workshop = await aWorkshop(server.origin)
  room = roomOf(workshop)
})
afterEach(() => server.close())

/** Says where it is under an id of its own, as one that has just connected does, and follows whom it is told of. */
async function aPhone(client: number) {
  const { socket, send, close, hears } = bareSocket(server.origin, room, workshop.capability)
  const shown = new Set<number>()
  let listed = 0
  socket.on('message', (data: Buffer) => {
    const message = decodeMessage(data)
    if (message.type === 'presence') listed = message.people?.flatMap((p) => p.clients).length ?? 0
    if (message.type !== 'awareness') return
    for (const entry of message.entries) {
      if (entry.state === null) shown.delete(entry.client)
      else shown.add(entry.client)
    }
  })
  await hears(({ type }) => type === 'step1')
  send(awarenessFrame([{ client, clock: 1, json: '{"tab":"bmc"}' }]))
  send(Uint8Array.of(MESSAGE.queryAwareness))
  return {
    client,
    close,
    /** Resolves when exactly these are shown to it, itself left out, and as many are said to be here. */
    shows: (clients: readonly number[]) =>
      new Promise<void>((resolve) => {
        const others = clients.filter((each) => each !== client)
        const look = () => {
          if (listed !== clients.length || shown.size !== others.length) return
          if (!others.every((each) => shown.has(each))) return
          socket.off('message', look)
          resolve()
        }
        socket.on('message', look)
        look()
      }),
  }
}
type Phone = Awaited<ReturnType<typeof aPhone>>

const comeIn = (from: number) =>
  Promise.all(Array.from({ length: PEOPLE }, (_, i) => aPhone(from + i)))
const seeEachOther = (hall: readonly Phone[]) => {
  const everybody = hall.map(({ client }) => client)
  return Promise.all(hall.map((phone) => phone.shows(everybody)))
}

it('is seen whole again by everybody who comes back, and nobody is there twice', async () => {
  const before = await comeIn(1_000)
  await seeEachOther(before)
  // Of half of them the server learns that they had gone only when they are back.
  const [gone, lingering] = [before.slice(0, PEOPLE / 2), before.slice(PEOPLE / 2)]
  for (const phone of gone) phone.close()
  const after = await comeIn(2_000)
  for (const phone of lingering) phone.close()
  expect(await seeEachOther(after)).toHaveLength(PEOPLE)
  for (const phone of after) phone.close()
})
