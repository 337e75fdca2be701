/** Every limit of the server at one below, at it and one above: up to it all works, one above is refused in its own word. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DEFAULT_LIMITS, frameBytes } from '../../server/config.ts'
import { canvasRoom } from '../../src/protocol/roomName.ts'
import { forgeCollected, forgeUpdate } from '../support/forge.ts'
import {
  canvas,
  comesInto,
  enter,
  isIn,
  member,
  membersCalled,
  N,
  ninikGoesOn,
  plan,
  post,
  serve,
  server,
  still,
  tidy,
  workshop,
} from '../support/limitedServer.ts'
import { aWorkshop, seatsOf } from '../support/server.ts'
import type { BareSocket } from '../support/serverClients.ts'
import { aPerson } from '../support/serverPeople.ts'

tidy()

describe('a connection', () => {
  it('sends frames up to the limit, and is ended by one byte more', async () => {
    await serve({ documentBytes: 32 * 1024 })
    const limit = frameBytes({ ...DEFAULT_LIMITS, documentBytes: 32 * 1024 })
    const socket = enter(canvas(1))
    for (const bytes of [limit - 1, limit]) {
      const from = socket.heard.length
      await socket.opened
      socket.send(new Uint8Array(bytes).fill(99)) // of a type that nobody knows: left alone
      socket.step1()
      await socket.hears(({ type }) => type === 'step2', from)
    }
    socket.send(new Uint8Array(limit + 1).fill(99))
    expect(await socket.closed).toEqual({ code: 4413, reason: 'documentTooLarge' })
    await ninikGoesOn()
  })

  it('whose frame is too large to be read at all is ended, and the log says so in one line', async () => {
    await serve({ documentBytes: 32 * 1024 })
    const socket = enter(canvas(1))
    await socket.hears(({ type }) => type === 'step1')
    socket.send(new Uint8Array(1024 * 1024).fill(99))
    expect(await socket.closed).toEqual({ code: 4413, reason: 'documentTooLarge' })
    const lines = server.log.filter((line) => line.includes('documentTooLarge'))
    expect(lines).toHaveLength(1)
    const { capability, ...said } = JSON.parse(lines[0] ?? '')
    expect(said).toEqual({
      level: 'info',
      event: 'connectionClosed',
      reason: 'documentTooLarge',
      room: canvas(1),
    })
    expect(capability).toEqual(expect.any(String))
    await ninikGoesOn()
  })

  it('sends updates of so many pieces, and is ended by one more', async () => {
    await serve({})
    const person = await aPerson(server.origin, canvas(1), member(1).capability)
    for (const [n, pieces] of [65_535, 65_536].entries()) {
      person.update(forgeCollected(n, pieces))
      await person.hearsStored(n + 2)
    }
    person.update(forgeCollected(9, 65_537))
    expect(await person.closed).toEqual({ code: 4413, reason: 'documentTooLarge' })
    await ninikGoesOn()
  })

  it('names so many authors besides those of the document, and is ended by one more', async () => {
    await serve({})
    const person = await aPerson(server.origin, canvas(1), member(1).capability)
    const authors = Array.from({ length: 3_000 }, (_, client) => client + 1)
    person.update(forgeUpdate(authors.map((client) => ({ client, clock: 0, collected: 1 }))))
    await person.hearsStored(2)
    const asked = enter(canvas(1))
    const has = await asked.hears(
      (message) => message.type === 'step1' && Y.decodeStateVector(message.stateVector),
    )
    expect(has.size).toBeGreaterThan(authors.length)
    const ask = (besides: number) => {
      const others = Array.from({ length: besides }, (_, n): [number, number] => [2 ** 33 + n, 7])
      asked.step1(Y.encodeStateVector(new Map([...has, [3_000, 0], ...others])))
    }
    const authorsSentTo = async (besides: number) => {
      const from = asked.heard.length
      ask(besides)
      const update = await asked.hears((heard) => heard.type === 'step2' && heard.update, from)
      return [...Y.parseUpdateMeta(update).to.keys()]
    }
    for (const besides of [8_191, 8_192]) {
      expect(await authorsSentTo(besides)).toEqual([3_000])
    }
    ask(8_193)
    expect(await asked.closed).toEqual({ code: 4413, reason: 'documentTooLarge' })
    await ninikGoesOn()
  })

  it('says so many messages at once, and is sent away for a while by one more', async () => {
    await serve({ messagesPerSecond: 1, messageBurst: N + 2 }, still)
    const says = async (count: number) => {
      const socket = enter(canvas(1))
      await socket.opened
      for (let i = 0; i < count; i++) socket.step1()
      return socket
    }
    for (const count of [N + 1, N + 2]) {
      const socket = await says(count)
      while (socket.heard.filter(({ type }) => type === 'step2').length < count) {
        await socket.hears(({ type }) => type === 'step2', socket.heard.length)
      }
    }
    expect(await (await says(N + 3)).closed).toEqual({ code: 4529, reason: 'tooManyMessages' })
    await ninikGoesOn()
  })

  it('says so many a second for as long as it likes', async () => {
    let now = still()
    await serve({ messagesPerSecond: 2, messageBurst: 4 }, () => now)
    const socket = enter(canvas(1))
    await isIn(socket)
    for (let second = 0; second < 30; second++) {
      now += 1_000
      for (let i = 0; i < 2; i++) {
        const from = socket.heard.length
        socket.step1()
        await socket.hears(({ type }) => type === 'step2', from)
      }
    }
    for (let i = 0; i < 5; i++) socket.step1()
    expect((await socket.closed).code).toBe(4529)
  })
})

describe('a room', () => {
  it('holds so many connections; one more is told to come back, and finds a place that was left', async () => {
    await serve({ connectionsPerRoom: N })
    const inside: BareSocket[] = []
    for (let i = 0; i < N; i++) {
      const socket = enter(plan())
      inside.push(socket)
      await isIn(socket)
    }
    expect(await enter(plan()).closed).toEqual({ code: 4530, reason: 'roomFull' })
    const [first, second] = inside
    const from = second?.heard.length
    first?.close()
    await second?.hears(({ type }) => type === 'presence', from)
    await isIn(enter(plan()))
    await isIn(enter(canvas(1)))
    await ninikGoesOn()
  })
})

describe('a workshop', () => {
  it('holds so many connections in all its rooms; one more is told so, and the next workshop is not', async () => {
    await serve({ connectionsPerWorkshop: N })
    const rooms = [plan(), canvas(0), canvas(1)]
    const inside = rooms.map((room) => enter(room))
    for (const socket of inside) await isIn(socket)
    expect(await enter(plan()).closed).toEqual({ code: 4531, reason: 'workshopFull' })
    const next = await aWorkshop(server.origin)
    await isIn(enter(`${next.workshop}/plan`, next.capability))
    await ninikGoesOn()
    const [first, second] = inside
    first?.close()
    await first?.closed
    await comesInto(rooms[1] ?? '')
    second?.close()
  })

  it('has so many members, and with them so many rooms', async () => {
    await serve({ membersInWorkshop: N })
    const add = (count: number) => post('/api/seats', { members: membersCalled(count) })
    const seats = async () => (await seatsOf(server.origin, workshop.capability)).seats
    expect(await add(3)).toEqual({ status: 422, body: { error: 'tooManyMembers' } })
    expect(await seats()).toHaveLength(3)
    expect((await add(1)).status).toBe(200)
    expect((await add(1)).status).toBe(200)
    const before = await seats()
    expect(await add(1)).toEqual({ status: 422, body: { error: 'tooManyMembers' } })
    expect(await seats()).toEqual(before)
    for (const { canvas: id } of before) {
      if (id) await isIn(enter(canvasRoom(workshop.workshop, id)))
    }
    const facilitator = () => post('/api/facilitators', { name: 'Pak Budi' })
    // All at once: each knows of those before it.
    const answers = await Promise.all(Array.from({ length: N + 2 }, facilitator))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(N - 1)
    expect(await facilitator()).toEqual({ status: 422, body: { error: 'tooManyMembers' } })
    await ninikGoesOn()
  })

  it('arises with as many members, and with one more not at all', async () => {
    await serve({ membersInWorkshop: N })
    const make = (count: number) =>
      post('/api/workshops', {
        title: 'Guyub Rukun',
        place: '',
        date: '',
        facilitatorName: '',
        members: membersCalled(count),
      })
    for (const count of [N - 1, N]) expect((await make(count)).status).toBe(200)
    expect(await make(N + 1)).toEqual({ status: 422, body: { error: 'tooManyMembers' } })
  })
})
