/** The limits as they are shipped, where the other files have small ones: full they work, one more is refused in its word. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DEFAULT_LIMITS, frameBytes } from '../../server/config.ts'
import { forgeUpdate } from '../support/forge.ts'
import {
  canvas,
  comesInto,
  enter,
  isIn,
  member,
  membersCalled,
  ninikGoesOn,
  plan,
  post,
  serve,
  server,
  still,
  tidy,
  tooOften,
  workshop,
} from '../support/limitedServer.ts'
import { call, seatsOf } from '../support/server.ts'
import type { BareSocket } from '../support/serverClients.ts'
import { awarenessFrame, readRoom } from '../support/serverClients.ts'
import { aPerson, wordsIn } from '../support/serverPeople.ts'

tidy()

/** Passed over, but counted. */
const UNKNOWN_TYPE = 99

/** Resolves when so many of its SyncStep1 have been answered. */
async function answered(socket: BareSocket, count: number): Promise<void> {
  const answers = () => socket.heard.filter(({ type }) => type === 'step2').length
  while (answers() < count) await socket.hears(({ type }) => type === 'step2', socket.heard.length)
}
const asks = (socket: BareSocket, count: number) => {
  for (let i = 0; i < count; i++) socket.step1()
}

describe('a room of 200 connections', () => {
  it('works, the 201st is told to come back, and nobody in it notices', async () => {
    expect(DEFAULT_LIMITS.connectionsPerRoom).toBe(200)
    await serve({ connectionsPerSeat: 200 })
    const room = canvas(1)
    const writer = await aPerson(server.origin, room, member(1).capability)
    await writer.hearsStored(1)
    const others = Array.from({ length: 199 }, () => enter(room))
    await Promise.all(others.map(({ opened }) => opened))
    for (const each of others) asks(each, 1)
    await Promise.all(others.map((each) => answered(each, 1)))
    const cut: unknown[] = []
    for (const { closed } of [writer, ...others]) void closed.then((how) => cut.push(how))

    expect(await enter(room).closed).toEqual({ code: 4530, reason: 'roomFull' })
    writer.writes('tahu')
    await writer.hearsStored(2)
    await Promise.all(others.map((each) => each.hears(({ type }) => type === 'update')))
    expect(cut).toEqual([])
    await ninikGoesOn()

    others[0]?.close()
    await comesInto(room)
  })
})

describe('one seat in a room', () => {
  it('has 100 connections, the 101st is told to come back, and everybody else finds a place', async () => {
    expect(DEFAULT_LIMITS.connectionsPerSeat).toBe(100)
    await serve({})
    const link = member(1).capability
    const fill = (count: number) => Array.from({ length: count }, () => enter(plan(), link))
    const [first, ...others] = fill(99)
    await Promise.all([first, ...others].map((each) => each && isIn(each)))
    const [last] = fill(1)
    if (last) await isIn(last) // the 100th
    expect(await enter(plan(), link).closed).toEqual({ code: 4530, reason: 'roomFull' })
    await isIn(enter(plan()))
    await isIn(enter(plan(), member(0).capability))
    await isIn(enter(canvas(1), link))
    await ninikGoesOn()

    first?.close()
    await comesInto(plan(), link)
  })
})

describe('a workshop of 2,000 connections', () => {
  const ROOMS = 10
  it('works, the 2,001st is told to come back, and nobody in it notices', async () => {
    expect(DEFAULT_LIMITS.connectionsPerWorkshop).toBe(2_000)
    await serve({ connectionsPerSeat: 200 }) // one is in
    await post('/api/seats', { members: membersCalled(ROOMS) })
    const { seats } = await seatsOf(server.origin, workshop.capability)
    const rooms = seats.flatMap(({ canvas }) => canvas ?? []).slice(-ROOMS)
    const cut: unknown[] = []
    const fill = async (count: number) => {
      const more = Array.from({ length: count }, (_, n) =>
        enter(`${workshop.workshop}/canvas/${rooms[n % ROOMS]}`),
      )
      await Promise.all(more.map((each) => each.hears(({ type }) => type === 'step1')))
      for (const { closed } of more) void closed.then((how) => cut.push(how))
      return more
    }
    const [first] = await fill(1_998)
    const before = enter(plan())
    await isIn(before) // the 2,000th
    expect(await enter(plan()).closed).toEqual({ code: 4531, reason: 'workshopFull' })
    await ninikGoesOn()
    expect(cut).toEqual([])
    first?.close()
    await comesInto(plan())
  })
})

describe('messages of one connection', () => {
  it('come 60 at once and then 30 a second; one more is told to come back in a while', async () => {
    let now = still()
    await serve({}, () => now)
    const socket = enter(canvas(1))
    await socket.opened
    asks(socket, 60)
    await answered(socket, 60)
    for (let second = 1; second <= 20; second++) {
      now += 1_000
      asks(socket, 30)
      await answered(socket, 60 + 30 * second)
    }
    now += 1_000
    asks(socket, 31)
    expect(await socket.closed).toEqual({ code: 4529, reason: 'tooManyMessages' })
    const hasty = enter(canvas(1))
    await hasty.opened
    asks(hasty, 61)
    expect(await hasty.closed).toEqual({ code: 4529, reason: 'tooManyMessages' })
    await ninikGoesOn()
  })
})

describe('a large message', () => {
  const KB = 1_024
  it.each([
    { bytes: 16 * KB - 1, besides: 59 },
    { bytes: 16 * KB, besides: 58 },
    { bytes: 160 * KB, besides: 49 },
    { bytes: frameBytes(DEFAULT_LIMITS), besides: 31 },
  ])('of $bytes bytes leaves $besides of the 60 at once, and not one more', async (large) => {
    await serve({}, still)
    const sends = async (count: number) => {
      const socket = enter(canvas(1))
      await isIn(socket)
      socket.send(new Uint8Array(large.bytes).fill(UNKNOWN_TYPE))
      asks(socket, count)
      return socket
    }
    for (const count of [large.besides - 1, large.besides]) {
      await answered(await sends(count), count)
    }
    const hasty = await sends(large.besides + 1)
    expect(await hasty.closed).toEqual({ code: 4529, reason: 'tooManyMessages' })
    await ninikGoesOn()
  })
})

describe('a document of 384 KB', () => {
  it('is stored, and refused with one byte more', async () => {
    await serve({})
    const limit = 384 * 1024
    expect(DEFAULT_LIMITS.documentBytes).toBe(limit)
    const room = canvas(1)
    const person = await aPerson(server.origin, room, member(1).capability)
    await person.hearsStored(1)
    const bytes = () => Y.encodeStateAsUpdate(person.doc).length
    person.writes('x'.repeat(limit - 200))
    // Letters that follow one another are one piece, so each costs its own byte.
    person.writes('x'.repeat(limit - bytes()))
    expect(bytes()).toBe(limit)
    await person.hearsStored(3)
    const full = wordsIn(person.doc)
    expect(wordsIn(await readRoom(server.origin, room, member(1).capability))).toBe(full)
    person.writes('x')
    expect(await person.closed).toEqual({ code: 4413, reason: 'documentTooLarge' })
    expect(wordsIn(await readRoom(server.origin, room, member(1).capability))).toBe(full)
    await ninikGoesOn()
  })
})

describe('wrong join codes', () => {
  it('are 10 at once and 2 a minute from one address, and hold up nobody at another', async () => {
    let now = still()
    await serve({}, () => now)
    const { code } = (await seatsOf(server.origin, workshop.capability)).joinCode
    const wrong = code === 'NASI00' ? 'NASI01' : 'NASI00'
    const tries = (what: string, from: string) =>
      call(server.origin, 'POST', '/api/join', {
        body: { code: what },
        headers: { 'X-Forwarded-For': from },
      })
    const [guesser, hall] = ['10.0.0.1', '10.0.0.2']
    for (let i = 0; i < 10; i++) expect((await tries(wrong, guesser)).status).toBe(404)
    expect(await tries(wrong, guesser)).toEqual(tooOften(30))
    expect(await tries(code, guesser)).toEqual(tooOften(30))
    for (let i = 0; i < 9; i++) expect((await tries(wrong, hall)).status).toBe(404)
    expect((await tries(code, hall)).status).toBe(200)
    now += 29_000
    expect(await tries(wrong, guesser)).toEqual(tooOften(1))
    now += 1_000
    expect((await tries(wrong, guesser)).status).toBe(404)
    expect(await tries(code, guesser)).toEqual(tooOften(30))
    now += 30_000
    expect((await tries(code, guesser)).status).toBe(200)
    await isIn(enter(plan()))
    await ninikGoesOn()
  })
})

describe('a workshop of 500 members', () => {
  it('works, the 501st is refused', async () => {
    expect(DEFAULT_LIMITS.membersInWorkshop).toBe(500)
    await serve({})
    const add = (count: number) => post('/api/seats', { members: membersCalled(count) })
    expect((await add(499 - workshop.members.length)).status).toBe(200)
    expect((await add(1)).status).toBe(200)
    expect(await add(1)).toEqual({ status: 422, body: { error: 'tooManyMembers' } })
    expect((await seatsOf(server.origin, workshop.capability)).seats).toHaveLength(501)
    await ninikGoesOn()
  })
})

describe('the authors of one update', () => {
  const by = (authors: number, from: number) =>
    forgeUpdate(
      Array.from({ length: authors }, (_, n) => ({ client: from + n, clock: 0, collected: 1 })),
    )

  it('are 8,192, and refused with one more', async () => {
    await serve({})
    const socket = enter(canvas(1), member(1).capability)
    await isIn(socket)
    socket.step2(by(8_191, 10))
    await socket.hears((message) => message.type === 'stored' && message.count === 1)
    socket.update(by(8_192, 10))
    await socket.hears((message) => message.type === 'stored' && message.count === 2)
    socket.update(by(8_193, 10))
    expect(await socket.closed).toEqual({ code: 4413, reason: 'documentTooLarge' })
    await ninikGoesOn()
  })
})

describe('what is said of who is where', () => {
  const saying = (count: number, tab: string) =>
    awarenessFrame(
      Array.from({ length: count }, (_, client) => ({
        client,
        clock: 1,
        json: JSON.stringify({ tab }),
      })),
    )

  it('are 1,000 entries in one message, and refused with one more', async () => {
    let now = still()
    await serve({}, () => now)
    const socket = enter(canvas(1), member(1).capability)
    const witness = enter(canvas(1))
    await Promise.all([isIn(socket), isIn(witness)])
    for (const count of [999, 1_000]) {
      now += 2_000
      const from = witness.heard.length
      socket.send(saying(count, `${count}`))
      await witness.hears(({ type }) => type === 'awareness', from)
    }
    socket.send(saying(1_001, 'more'))
    expect(await socket.closed).toEqual({ code: 4400, reason: 'badFrame' })
    await ninikGoesOn()
  })

  it('are 1,200 entries at once and 600 a second; one more is told to come back in a while', async () => {
    let now = still()
    await serve({}, () => now)
    const socket = enter(canvas(1), member(1).capability)
    const witness = enter(canvas(1))
    await Promise.all([isIn(socket), isIn(witness)])
    const isHeard = async (...counts: number[]) => {
      const from = witness.heard.length
      // The first two ids are its own: of the rest nobody hears, as of an echo.
      for (const count of counts) socket.send(saying(count, `${now}`))
      await witness.hears(({ type }) => type === 'awareness', from)
    }
    await isHeard(700, 500)
    now += 1_000
    await isHeard(300, 300)
    now += 1_000
    await isHeard(599)
    now += 1_000
    socket.send(saying(602, 'one more than is left'))
    expect(await socket.closed).toEqual({ code: 4529, reason: 'tooManyMessages' })
    await ninikGoesOn()
  })
})
