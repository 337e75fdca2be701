/**
 * Who may do what, by whichever way: role × room × message on the socket, role × request in the API, links taken back,
 * replayed or demoted, and all of it again after a restart. The tables are told in full, so that no slip in the code can
 * move them with it. Everything is seen from outside: a room is what a facilitator is given of it.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { encodeSync } from '../../server/frames.ts'
import type { Role } from '../../src/model/roles.ts'
import { MESSAGE, SYNC } from '../../src/protocol/messages.ts'
import { encodeVouches, SIGNATURE_BYTES } from '../../src/protocol/vouches.ts'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import {
  aSeat,
  aServer,
  aWorkshop,
  call,
  mint,
  seatsOf,
  temporaryFolder,
} from '../support/server.ts'
import type { BareSocket } from '../support/serverClients.ts'
import { awarenessFrame, bareSocket, readRoom } from '../support/serverClients.ts'
import { aPerson } from '../support/serverPeople.ts'
import { aSlowRequest } from '../support/slowRequest.ts'

const folder = temporaryFolder()
const data = join(folder.path, 'guyub.sqlite')
let server: TestServer
let workshop: TestWorkshop
let other: TestWorkshop
let links: Record<Role, string>

const member = (index: number, of: TestWorkshop) => {
  const found = of.members[index]
  if (!found) throw new Error('no such member')
  return found
}
const canvasOf = (index: number, of = workshop) =>
  `${of.workshop}/canvas/${member(index, of).canvas}`
const historyOf = (index: number, of = workshop) =>
  `${of.workshop}/history/${member(index, of).canvas}`

const ROOMS = {
  'the plan': () => `${workshop.workshop}/plan`,
  'their own canvas': () => canvasOf(0),
  "another's canvas": () => canvasOf(1),
  'the history of their canvas': () => historyOf(0),
  "the history of another's": () => historyOf(1),
  "another workshop's plan": () => `${other.workshop}/plan`,
  "another workshop's canvas": () => canvasOf(0, other),
} as const
type RoomWords = keyof typeof ROOMS

type Seen = 'write' | 'read' | 'none'
const TABLE: Record<Role, Record<RoomWords, Seen>> = {
  facilitator: {
    'the plan': 'write',
    'their own canvas': 'write',
    "another's canvas": 'write',
    'the history of their canvas': 'write',
    "the history of another's": 'write',
    "another workshop's plan": 'none',
    "another workshop's canvas": 'none',
  },
  mentor: {
    'the plan': 'read',
    'their own canvas': 'write',
    "another's canvas": 'none',
    'the history of their canvas': 'read',
    "the history of another's": 'none',
    "another workshop's plan": 'none',
    "another workshop's canvas": 'none',
  },
  member: {
    'the plan': 'read',
    'their own canvas': 'write',
    "another's canvas": 'none',
    'the history of their canvas': 'read',
    "the history of another's": 'none',
    "another workshop's plan": 'none',
    "another workshop's canvas": 'none',
  },
  viewer: {
    'the plan': 'none',
    'their own canvas': 'read',
    "another's canvas": 'none',
    'the history of their canvas': 'none',
    "the history of another's": 'none',
    "another workshop's plan": 'none',
    "another workshop's canvas": 'none',
  },
}

const anUpdate = () => {
  const doc = new Y.Doc()
  doc.getText('words').insert(0, 'tahu')
  return Y.encodeStateAsUpdate(doc)
}
const aVouch = () => ({
  client: randomId(),
  clock: 1,
  seat: workshop.seat,
  signature: new Uint8Array(SIGNATURE_BYTES),
})
/** Every kind of message that a socket may carry: whether it is meant to write, or only for those who may. */
type MessageCase = { writes: boolean; isForWriters?: boolean; frame(): Uint8Array }
const MESSAGES = {
  SyncStep1: { writes: false, frame: () => encodeSync(SYNC.step1, Uint8Array.of(0)) },
  SyncStep2: { writes: true, frame: () => encodeSync(SYNC.step2, anUpdate()) },
  'an empty SyncStep2': {
    writes: false,
    frame: () => encodeSync(SYNC.step2, Uint8Array.of(0, 0)),
  },
  Update: { writes: true, frame: () => encodeSync(SYNC.update, anUpdate()) },
  awareness: {
    writes: false,
    frame: () => awarenessFrame([{ client: randomId(), clock: 1, json: '{"tab":"bmc"}' }]),
  },
  'a question who is there': { writes: false, frame: () => Uint8Array.of(MESSAGE.queryAwareness) },
  'a vouch': { writes: false, isForWriters: true, frame: () => encodeVouches([aVouch()]) },
  'a word about authority': { writes: false, frame: () => Uint8Array.of(MESSAGE.auth, 0, 0) },
} satisfies Record<string, MessageCase>
type MessageWords = keyof typeof MESSAGES
const randomId = () => new Y.Doc().clientID

const ownerOf = (room: string) =>
  room.startsWith(other.workshop) ? other.capability : workshop.capability
/** All of a room, down to its bytes. */
const stateOf = async (room: string): Promise<string> =>
  Buffer.from(Y.encodeStateAsUpdate(await readRoom(server.origin, room, ownerOf(room)))).toString(
    'hex',
  )
const open = (room: string, link: string): BareSocket => bareSocket(server.origin, room, link)

const start = () =>
  aServer({ data, limits: { linkFailuresPerMinute: 100_000, workshopsPerHour: 10_000 } })

beforeAll(async () => {
  server = await start()
  workshop = await aWorkshop(server.origin)
  other = await aWorkshop(server.origin)
  await server.store.commit({
    rooms: [historyOf(0), historyOf(1)].map((name) => ({
      name: name as never,
      workshop: workshop.workshop,
    })),
  })
  const { canvas, capability } = member(0, workshop)
  links = {
    facilitator: workshop.capability,
    mentor: (await aSeat(server, workshop, 'mentor', canvas)).capability,
    member: capability,
    viewer: (await aSeat(server, workshop, 'viewer', canvas)).capability,
  }
  // The first use of a link writes into the plan that somebody joined.
  for (const link of Object.values(links)) {
    await call(server.origin, 'GET', '/api/session', { capability: link })
  }
})
afterAll(async () => {
  await server.close()
  folder.remove()
})

const cases = (wanted: Seen) =>
  Object.entries(TABLE).flatMap(([role, rooms]) =>
    Object.entries(rooms)
      .filter(([, seen]) => seen === wanted)
      .flatMap(([room]) =>
        Object.keys(MESSAGES).map(
          (message) => [role as Role, message as MessageWords, room as RoomWords] as const,
        ),
      ),
  )

describe('on the socket', () => {
  it.each(cases('none'))('a %s who sends %s to %s is not let in', async (role, message, room) => {
    const before = await stateOf(ROOMS[room]())
    const socket = open(ROOMS[room](), links[role])
    await socket.opened
    socket.send(MESSAGES[message].frame())
    expect(await socket.closed).toEqual({ code: 4404, reason: 'roomUnknown' })
    expect(socket.heard).toEqual([])
    expect(await stateOf(ROOMS[room]())).toBe(before)
  })

  it.each(cases('read'))('a %s who sends %s to %s changes no byte', async (role, message, room) => {
    const { writes, frame, isForWriters = writes }: MessageCase = MESSAGES[message]
    const before = await stateOf(ROOMS[room]())
    const socket = open(ROOMS[room](), links[role])
    await socket.opened
    socket.send(frame())
    if (isForWriters) expect(await socket.closed).toEqual({ code: 4423, reason: 'readOnly' })
    else await stillAnswers(socket)
    // A reader is not asked for what it has; a stock client would answer with all of it.
    expect(socket.heard.map(({ type }) => type)).not.toContain('step1')
    socket.close()
    expect(await stateOf(ROOMS[room]())).toBe(before)
  })

  it.each(cases('write'))('a %s who sends %s to %s is heard', async (role, message, room) => {
    const { writes, frame } = MESSAGES[message]
    const before = await stateOf(ROOMS[room]())
    const socket = open(ROOMS[room](), links[role])
    await socket.opened
    if (message === 'Update') socket.step2(Uint8Array.of(0, 0)) // nothing is receipted before it
    socket.send(frame())
    if (writes) await socket.hears(({ type }) => type === 'stored')
    else await stillAnswers(socket)
    socket.close()
    expect((await stateOf(ROOMS[room]())) !== before).toBe(writes)
  })

  async function stillAnswers(socket: BareSocket): Promise<void> {
    socket.step1()
    const state = await socket.hears((heard) => heard.type === 'step2' && heard.update)
    expect(state.length).toBeGreaterThan(0)
  }
})

describe('in the API', () => {
  const seat = () => `/api/seats/${member(1, workshop).seat}`
  const REQUESTS: [method: string, path: () => string, body?: unknown][] = [
    ['GET', () => '/api/seats'],
    ['POST', () => '/api/seats', { members: [{ name: 'Bu Rina', business: '' }] }],
    ['PATCH', seat, { name: 'Forged' }],
    ['POST', () => `${seat()}/capabilities`],
    ['DELETE', () => `${seat()}/capabilities`],
    ['DELETE', () => '/api/capabilities/AAAAAAAAAAAAAAAAAAAAAA'],
    ['POST', () => '/api/facilitators', { name: 'Forged' }],
    ['POST', () => '/api/join-code', { action: 'close' }],
  ]
  const ASKERS: [who: string, header: () => string | null, status: number, error: string][] = [
    ['nobody', () => null, 401, 'linkUnknown'],
    ['an unknown link', () => `Bearer ${'A'.repeat(22)}`, 401, 'linkUnknown'],
    ['a link and a letter', () => `Bearer ${workshop.capability}x`, 401, 'linkUnknown'],
    ['a link in another dress', () => `Basic ${workshop.capability}`, 401, 'linkUnknown'],
    ['a member', () => `Bearer ${links.member}`, 403, 'notAllowed'],
    ['a mentor', () => `Bearer ${links.mentor}`, 403, 'notAllowed'],
    ['a viewer', () => `Bearer ${links.viewer}`, 403, 'notAllowed'],
  ]
  const asked = ASKERS.flatMap(([who, ...asker]) =>
    REQUESTS.map(([method, path, body]) => ({ who, method, path, body, asker })),
  )

  it.each(asked)('$who: $method $path changes nothing', async (each) => {
    const [header, status, error] = each.asker
    const before = await seatsOf(server.origin, workshop.capability)
    const plan = await stateOf(ROOMS['the plan']())
    const authorization = header()
    expect(
      await call(server.origin, each.method, each.path(), {
        ...(each.body !== undefined && { body: each.body }),
        ...(authorization !== null && { headers: { Authorization: authorization } }),
      }),
    ).toEqual({ status, body: { error } })
    expect(await seatsOf(server.origin, workshop.capability)).toEqual(before)
    expect(await stateOf(ROOMS['the plan']())).toBe(plan)
  })

  const FOREIGN: [method: string, path: (seat: string, link: string) => string, body?: unknown][] =
    [
      ['PATCH', (theirs) => `/api/seats/${theirs}`, { name: 'Forged' }],
      ['POST', (theirs) => `/api/seats/${theirs}/capabilities`],
      ['DELETE', (theirs) => `/api/seats/${theirs}/capabilities`],
      ['DELETE', (_, link) => `/api/capabilities/${link}`],
    ]
  it.each(FOREIGN)(
    "a facilitator: %s %s reaches nothing of another's",
    async (method, path, body) => {
      const theirs = await seatsOf(server.origin, other.capability)
      const link = theirs.seats[1]?.capabilities[0]?.id ?? ''
      expect(
        await call(server.origin, method, path(member(0, other).seat, link), {
          capability: workshop.capability,
          ...(body !== undefined && { body }),
        }),
      ).toEqual({ status: 404, body: { error: 'notFound' } })
      expect(await seatsOf(server.origin, other.capability)).toEqual(theirs)
    },
  )
})

const ROLES: Role[] = ['facilitator', 'mentor', 'member', 'viewer']

describe.each(ROLES)('the link of a %s, once it is taken back', (role) => {
  const revoke = (id: string) =>
    call(server.origin, 'DELETE', `/api/capabilities/${id}`, { capability: workshop.capability })
  const aLink = async () => {
    if (role === 'facilitator') {
      const body = { name: 'Pak Budi' }
      const made = await call(server.origin, 'POST', '/api/facilitators', {
        capability: workshop.capability,
        body,
      })
      return made.body as { capability: string; id: string }
    }
    if (role === 'member') return mint(server.origin, workshop.capability, member(0, workshop).seat)
    return aSeat(server, workshop, role, member(0, workshop).canvas)
  }
  const room = () => canvasOf(0)

  it('cuts the socket that it opened, and nobody else', async () => {
    const { capability, id } = await aLink()
    const theirs = open(room(), capability)
    const witness = await aPerson(server.origin, room(), workshop.capability)
    await theirs.hears(({ type }) => type === 'presence')
    await revoke(id)
    expect(await theirs.closed).toEqual({ code: 4403, reason: 'linkRevoked' })
    const frames = witness.receipts().at(-1) ?? 0
    witness.writes('x')
    await witness.hearsStored(Math.max(frames, 1) + 1)
    witness.close()
  })

  it.each(['SyncStep2', 'Update'] as const)(
    'carries no %s that was on its way',
    async (message) => {
      const { capability, id } = await aLink()
      const theirs = open(room(), capability)
      await theirs.hears(({ type }) => type === 'presence')
      theirs.socket.pause() // it does not learn of its end, and goes on
      await revoke(id)
      const before = await stateOf(room())
      theirs.send(MESSAGES[message].frame())
      theirs.socket.resume()
      expect((await theirs.closed).code).toBe(4403)
      expect(await stateOf(room())).toBe(before)
    },
  )

  it('opens nothing any more, on the socket, in the API, or after a restart', async () => {
    const { capability, id } = await aLink()
    await revoke(id)
    const before = await stateOf(room())
    const isShut = async () => {
      const socket = open(room(), capability)
      await socket.opened
      socket.send(MESSAGES.SyncStep2.frame())
      expect(await socket.closed).toEqual({ code: 4403, reason: 'linkRevoked' })
      expect(socket.heard).toEqual([])
      expect(await call(server.origin, 'GET', '/api/session', { capability })).toEqual({
        status: 403,
        body: { error: 'linkRevoked' },
      })
      expect(await stateOf(room())).toBe(before)
    }
    await isShut()
    await server.close()
    server = await start()
    await isShut()
  })

  it('takes with it what it was about to ask when it was taken back', async () => {
    const { capability, id } = await aLink()
    const slow = aSlowRequest(server.port, capability, '/api/facilitators', '{"name":"Forged"}')
    await slow.halfSent
    await revoke(id)
    const before = await seatsOf(server.origin, workshop.capability)
    slow.sendRest()
    expect(await slow.answer).toMatch(/^HTTP\/1.1 403 .*"linkRevoked"/s)
    expect(await seatsOf(server.origin, workshop.capability)).toEqual(before)
  })
})

describe('words from another time', () => {
  it('a recorded update says nothing new, whoever plays it again', async () => {
    const ninik = await aPerson(server.origin, canvasOf(0), links.member)
    const update = ninik.makes((doc) => doc.getText('words').insert(0, 'tahu'))
    ninik.update(update)
    await ninik.hearsStored(2)
    const before = await stateOf(canvasOf(0))
    for (const role of ['facilitator', 'mentor', 'member'] as const) {
      const again = await aPerson(server.origin, canvasOf(0), links[role])
      again.update(update)
      await again.hearsStored(2)
      again.close()
    }
    const viewer = open(canvasOf(0), links.viewer)
    await viewer.opened
    viewer.update(update)
    expect((await viewer.closed).code).toBe(4423)
    expect(await stateOf(canvasOf(0))).toBe(before)
    ninik.close()
  })

  it("another canvas's update says nothing here, where its author has not been", async () => {
    const ninik = await aPerson(server.origin, canvasOf(0), links.member)
    const update = ninik.makes((doc) => doc.getText('words').insert(0, 'tahu'))
    ninik.update(update)
    await ninik.hearsStored(2)
    const elsewhere = canvasOf(1)
    const before = await stateOf(elsewhere)
    const stranger = open(elsewhere, links.member)
    await stranger.opened
    stranger.update(update)
    expect((await stranger.closed).code).toBe(4404)
    expect(await stateOf(elsewhere)).toBe(before)
    ninik.close()
  })

  it('pent up under a link that only reads come in with none of it, and with one that writes whole', async () => {
    const doc = new Y.Doc()
    for (let i = 0; i < 20; i++) doc.getText('words').insert(0, 'pent up ')
    const before = await stateOf(canvasOf(0))
    for (const write of ['step2', 'update'] as const) {
      const demoted = open(canvasOf(0), links.viewer)
      await demoted.opened
      demoted[write](Y.encodeStateAsUpdate(doc))
      expect((await demoted.closed).code).toBe(4423)
    }
    expect(await stateOf(canvasOf(0))).toBe(before)
    const promoted = await aPerson(server.origin, canvasOf(0), links.member, { doc })
    await promoted.hearsStored(1)
    expect(await stateOf(canvasOf(0))).not.toBe(before)
    promoted.close()
  })
})

describe('after a restart', () => {
  it.each(ROLES)('a %s may do what they might before, and no more', async (role) => {
    await server.close()
    server = await start()
    for (const [words, seen] of Object.entries(TABLE[role])) {
      const room = ROOMS[words as RoomWords]()
      const before = await stateOf(room)
      const socket = open(room, links[role])
      await socket.opened
      socket.send(MESSAGES.SyncStep2.frame())
      if (seen === 'write') await socket.hears(({ type }) => type === 'stored')
      else expect((await socket.closed).code).toBe(seen === 'read' ? 4423 : 4404)
      socket.close()
      expect((await stateOf(room)) !== before).toBe(seen === 'write')
    }
  })
})
