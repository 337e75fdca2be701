/** What a link opens, what it does not, and how that is said. */
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { newLongId } from '../../server/access.ts'
import { Connections } from '../../server/connections.ts'
import type { Role } from '../../src/model/roles.ts'
import { MESSAGE } from '../../src/protocol/messages.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import { aSeat, aServer, aWorkshop, call, mint, seatsOf } from '../support/server.ts'
import type { BareSocket } from '../support/serverClients.ts'
import { bareSocket, readRoom, stockClient } from '../support/serverClients.ts'
import { aPerson, wordsIn } from '../support/serverPeople.ts'

let server: TestServer
let workshop: TestWorkshop
let other: TestWorkshop
const used: string[] = []

const member = (index = 0, of = workshop) => {
  const found = of.members[index]
  if (!found) throw new Error('no such member')
  return found
}
const canvasOf = (index = 0, of = workshop) =>
  `${of.workshop}/canvas/${member(index, of).canvas}` as RoomName
const planOf = (of = workshop) => `${of.workshop}/plan` as RoomName
const historyOf = (index = 0, of = workshop) =>
  `${of.workshop}/history/${member(index, of).canvas}` as RoomName

function open(room: string, capability: string, options = {}): BareSocket {
  used.push(capability)
  return bareSocket(server.origin, room, capability, options)
}
const anUpdate = () => {
  const doc = new Y.Doc()
  doc.getText('words').insert(0, 'tahu')
  return Y.encodeStateAsUpdate(doc)
}
async function bytesOnDisk(room: RoomName): Promise<string> {
  const stored = await server.store.loadRoom(room)
  return Buffer.concat([stored?.state ?? Buffer.alloc(0), ...(stored?.updates ?? [])]).toString(
    'hex',
  )
}

beforeAll(async () => {
  server = await aServer()
  other = await aWorkshop(server.origin)
})
beforeEach(async () => {
  workshop = await aWorkshop(server.origin)
  await server.store.commit({
    rooms: [historyOf(0), historyOf(1)].map((name) => ({ name, workshop: workshop.workshop })),
  })
})
afterAll(async () => {
  const log = server.log.join('\n')
  await server.close()
  expect(used.length).toBeGreaterThan(20)
  for (const secret of used) if (secret.length > 3) expect(log).not.toContain(secret)
})

type Seen = 'write' | 'read' | 'none'
const ROOMS = {
  'the plan': () => planOf(),
  'their own canvas': () => canvasOf(0),
  "another's canvas": () => canvasOf(1),
  'the history of their canvas': () => historyOf(0),
  "the history of another's": () => historyOf(1),
  "another workshop's plan": () => planOf(other),
  "another workshop's canvas": () => canvasOf(0, other),
} as const
type RoomWords = keyof typeof ROOMS

/** Told here again in full, so that no slip in the code can move the table with it. */
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

async function linkOf(role: Role): Promise<string> {
  if (role === 'facilitator') return workshop.capability
  if (role === 'member') return member().capability
  return (await aSeat(server, workshop, role, member().canvas)).capability
}

const cases = (wanted: Seen) =>
  Object.entries(TABLE).flatMap(([role, rooms]) =>
    Object.entries(rooms)
      .filter(([, seen]) => seen === wanted)
      .map(([words]) => [role as Role, words as RoomWords] as const),
  )

describe('a link', () => {
  it.each(cases('write'))('of a %s writes %s', async (role, words) => {
    const room = ROOMS[words]()
    const person = await aPerson(server.origin, room, await linkOf(role))
    person.writes('tahu')
    await person.hearsStored(2)
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('tahu')
  })

  it.each(cases('read'))('of a %s reads %s and changes no byte of it', async (role, words) => {
    const room = ROOMS[words]()
    const link = await linkOf(role)
    await mint(server.origin, workshop.capability, member().seat) // the first use below writes the plan
    await aPerson(server.origin, room, workshop.capability).then((who) => who.close())
    const first = open(room, link)
    first.opened.then(() => first.step1())
    const state = await first.hears((message) => message.type === 'step2' && message.update)
    expect(state.length).toBeGreaterThan(0)
    // A reader is not asked for what it has; a stock client would answer with all of it.
    expect(first.heard.map(({ type }) => type)).not.toContain('step1')
    // An empty answer is forgiven: after it the connection still answers.
    first.step2(Uint8Array.of(0, 0))
    const before = first.heard.length
    first.step1()
    await first.hears((message) => message.type === 'step2', before)
    first.close()

    const bytes = await bytesOnDisk(room)
    for (const write of ['step2', 'update'] as const) {
      const socket = open(room, link)
      await socket.opened
      socket[write](anUpdate())
      expect(await socket.closed).toEqual({ code: 4423, reason: 'readOnly' })
    }
    expect(await bytesOnDisk(room)).toBe(bytes)
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('')
  })

  it.each(cases('none'))('of a %s does not open %s', async (role, words) => {
    const room = ROOMS[words]()
    const bytes = await bytesOnDisk(room)
    const socket = open(room, await linkOf(role))
    await socket.opened
    socket.step1()
    socket.step2(anUpdate())
    expect(await socket.closed).toEqual({ code: 4404, reason: 'roomUnknown' })
    expect(socket.heard).toEqual([])
    expect(await bytesOnDisk(room)).toBe(bytes)
  })
})

describe('a room that cannot be named', () => {
  const id = 'A'.repeat(22)
  const names: [what: string, name: string][] = [
    ['nothing', ''],
    ['no workshop', 'plan'],
    ['a plan', `${id}/plan`],
    ['a canvas', `${id}/canvas/${id}`],
    ['a way out', '../../etc/passwd'],
    ['an encoded way out', '%2e%2e/plan'],
    ["a machine's word", '__proto__/plan'],
    ['a slash too many at the end', `${id}/plan/`],
    ['a slash too many', `${id}//plan`],
    ['a capital', `${id}/Plan`],
    ['a NUL', `${id}/plan%00`],
    ['5,000 characters', `${id}/canvas/${'a'.repeat(5_000)}`],
  ]
  it.each(names)('is answered like one that is not there: %s', async (_what, name) => {
    const socket = open('x', workshop.capability, { rawPath: `/sync/${name}` })
    expect(await socket.closed).toEqual({ code: 4404, reason: 'roomUnknown' })
  })

  it('of the own workshop is no different', async () => {
    const socket = open(`${workshop.workshop}/canvas/${newLongId()}`, workshop.capability)
    expect(await socket.closed).toEqual({ code: 4404, reason: 'roomUnknown' })
  })
})

describe('a link that does not hold', () => {
  const tokens: [what: string, token: string][] = [
    ['empty', ''],
    ['short', 'x'],
    ['of the right length', 'A'.repeat(22)],
    ['far too long', 'A'.repeat(5_000)],
  ]
  it.each(tokens)('is unknown: %s', async (_what, token) => {
    const socket = open(planOf(), token)
    await socket.opened
    expect(await socket.closed).toEqual({ code: 4401, reason: 'linkUnknown' })
    expect(socket.heard).toEqual([])
  })

  it('is unknown where no subprotocol brings one', async () => {
    const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/sync/${planOf()}`)
    const code = await new Promise((resolve) => socket.once('close', resolve))
    expect(code).toBe(4401)
  })

  it('is never read from the address', async () => {
    const socket = open(`${planOf()}?cap=${workshop.capability}`, '')
    expect((await socket.closed).code).toBe(4401)
  })

  it('stops a stock client for good, which says so', async () => {
    const client = stockClient(server.origin, planOf(), 'A'.repeat(22))
    expect(await client.closed).toEqual({ code: 4401, reason: 'linkUnknown' })
    expect(client.provider.shouldConnect).toBe(false)
    client.close()
  })
})

describe('a link taken back', () => {
  const idOf = async (seat: string) => {
    const { seats } = await seatsOf(server.origin, workshop.capability)
    return seats.find((each) => each.seat === seat)?.capabilities.map(({ id }) => id) ?? []
  }

  it('cuts its open sockets at once, and only those', async () => {
    const second = await mint(server.origin, workshop.capability, member().seat)
    const [revoked] = await idOf(member().seat)
    const canvas = await aPerson(server.origin, canvasOf(), member().capability)
    const plan = open(planOf(), member().capability)
    await plan.hears((message) => message.type === 'presence')
    const stays = await aPerson(server.origin, canvasOf(), second.capability)

    const answer = await call(server.origin, 'DELETE', `/api/capabilities/${revoked}`, {
      capability: workshop.capability,
    })
    expect(answer.status).toBe(200)
    expect(await canvas.closed).toEqual({ code: 4403, reason: 'linkRevoked' })
    expect(await plan.closed).toEqual({ code: 4403, reason: 'linkRevoked' })
    stays.writes('tahu')
    await stays.hearsStored(2)
  })

  it('takes no frame that was on its way', async () => {
    const person = await aPerson(server.origin, canvasOf(), member().capability)
    await person.hearsStored(1)
    const answered = call(server.origin, 'DELETE', `/api/seats/${member().seat}/capabilities`, {
      capability: workshop.capability,
    })
    const bytes = await bytesOnDisk(canvasOf())
    await answered
    person.writes('tahu')
    await person.closed
    expect(await bytesOnDisk(canvasOf())).toBe(bytes)
  })

  it('does not open again, and says why', async () => {
    await call(server.origin, 'DELETE', `/api/seats/${member().seat}/capabilities`, {
      capability: workshop.capability,
    })
    const socket = open(canvasOf(), member().capability)
    expect(await socket.closed).toEqual({ code: 4403, reason: 'linkRevoked' })
    const session = await call(server.origin, 'GET', '/api/session', {
      capability: member().capability,
    })
    expect(session).toEqual({ status: 403, body: { error: 'linkRevoked' } })
  })

  it('opens nothing even where it was looked up just before', () => {
    const connections = new Connections()
    connections.revoke(['c1'])
    expect(connections.add({} as never, 'c1')).toBe(false)
    expect([...connections.all()]).toEqual([])
  })
})

describe('the upgrade', () => {
  it('selects our subprotocol and never the link', async () => {
    const socket = open(planOf(), workshop.capability)
    await socket.opened
    expect(socket.socket.protocol).toBe('guyub.1')
    socket.close()
  })

  it('selects it in whatever order they are offered', async () => {
    const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/sync/${planOf()}`, [
      `cap.${workshop.capability}`,
      'guyub.1',
    ])
    const ours = new Promise<void>((resolve) => {
      socket.on('message', (data: Buffer) => data[0] === MESSAGE.presence && resolve())
    })
    await new Promise((resolve) => socket.once('open', resolve))
    expect(socket.protocol).toBe('guyub.1')
    await ours
    socket.terminate()
  })

  it.each(['guyub.0', 'guyub.2', 'guyub.9'])(
    'tells a client whose version it does not speak: %s',
    async (subprotocol) => {
      const socket = open(planOf(), workshop.capability, { subprotocol })
      await socket.opened
      socket.step1()
      expect(await socket.closed).toEqual({ code: 4426, reason: 'clientTooOld' })
      expect(socket.heard).toEqual([])
    },
  )

  it('selects the version that it speaks among several', async () => {
    const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/sync/${planOf()}`, [
      'guyub.9',
      'guyub.1',
      `cap.${workshop.capability}`,
    ])
    await new Promise((resolve) => socket.once('open', resolve))
    expect(socket.protocol).toBe('guyub.1')
    socket.terminate()
  })

  it('never answers with the link, even where nothing else was offered', async () => {
    const asked = request(`${server.origin}/sync/${planOf()}`, {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64'),
        'Sec-WebSocket-Protocol': `cap.${workshop.capability}`,
      },
    }).end()
    const [answer, socket, head] = (await once(asked, 'upgrade')) as [
      IncomingMessage,
      Duplex,
      Buffer,
    ]
    expect(answer.headers['sec-websocket-protocol']).toBeUndefined()
    const frame = head.length > 0 ? head : ((await once(socket, 'data'))[0] as Buffer)
    // Its first frame is the close, and the code stands behind its two bytes of head.
    expect([frame[0], frame.readUInt16BE(2)]).toEqual([0x88, 4400])
    socket.destroy()
  })

  const origins: [origin: () => string, allowed: boolean][] = [
    [() => server.origin, true],
    [() => 'https://evil.example', false],
    [() => server.origin.replace('127.0.0.1', 'localhost'), false],
    [() => 'null', false],
  ]
  it.each(origins)('asks a browser where its page is from (%s)', async (origin, allowed) => {
    const socket = open(planOf(), workshop.capability, { headers: { Origin: origin() } })
    await socket.opened
    if (allowed) await socket.hears((message) => message.type === 'presence')
    else {
      // By a code that ends a stock client's tries, and before anything it says is heard.
      socket.step1()
      expect(await socket.closed).toEqual({ code: 4405, reason: 'wrongOrigin' })
      expect(socket.heard).toEqual([])
    }
    socket.close()
  })

  it('knows the public address as its own', async () => {
    const campus = await aServer({ publicUrl: 'https://guyub.kampus.ac.id' })
    const theirs = await aWorkshop(campus.origin)
    const socket = bareSocket(campus.origin, planOf(theirs), theirs.capability, {
      headers: { Origin: 'https://guyub.kampus.ac.id' },
    })
    await socket.hears((message) => message.type === 'presence')
    await campus.close()
  })

  it('elsewhere is not found, and an upgrade that breaks off harms nobody', async () => {
    const half = connect(server.port, '127.0.0.1')
    await new Promise((resolve) => half.once('connect', resolve))
    half.write('GET /sync/x HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgr')
    half.destroy()
    const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/elsewhere`)
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve))
    expect(error.message).toContain('404')
    expect((await call(server.origin, 'GET', '/api/addresses')).status).toBe(200)
  })
})

describe('a room', () => {
  it('takes so many connections and no more', async () => {
    const small = await aServer({ limits: { connectionsPerRoom: 2 } })
    const theirs = await aWorkshop(small.origin)
    const enter = (link = theirs.capability) => bareSocket(small.origin, planOf(theirs), link)
    const first = enter(member(0, theirs).capability)
    const second = enter()
    await second.hears((message) => message.type === 'presence' && message.people?.length === 2)
    const third = enter()
    expect(await third.closed).toEqual({ code: 4530, reason: 'roomFull' })
    first.close()
    await second.hears(
      (message) => message.type === 'presence' && message.people?.length === 1,
      second.heard.length,
    )
    const again = enter()
    await again.hears((message) => message.type === 'presence')
    await small.close()
  })
})
