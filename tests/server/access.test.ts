/** What a link opens, what it does not, and how that is said. */
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { newLongId } from '../../server/access.ts'
import { Connections } from '../../server/connections.ts'
import { MESSAGE } from '../../src/protocol/messages.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import { aServer, aWorkshop, call, memberOf, mint, roomOf, seatsOf } from '../support/server.ts'
import type { BareSocket } from '../support/serverClients.ts'
import { bareSocket, stockClient } from '../support/serverClients.ts'
import { aPerson } from '../support/serverPeople.ts'

let server: TestServer
let workshop: TestWorkshop
const used: string[] = []

const member = (index = 0, of = workshop) => memberOf(of, index)
const canvasOf = (index = 0, of = workshop) => roomOf(of, index)
const planOf = (of = workshop) => `${of.workshop}/plan` as RoomName

function open(room: string, capability: string, options = {}): BareSocket {
  used.push(capability)
  return bareSocket(server.origin, room, capability, options)
}
async function bytesOnDisk(room: RoomName): Promise<string> {
  const stored = await server.store.loadRoom(room)
  return Buffer.concat([stored?.state ?? Buffer.alloc(0), ...(stored?.updates ?? [])]).toString(
    'hex',
  )
}

beforeAll(async () => {
  server = await aServer()
})
beforeEach(async () => {
  workshop = await aWorkshop(server.origin)
})
afterAll(async () => {
  const log = server.log.join('\n')
  await server.close()
  expect(used.length).toBeGreaterThan(20)
  for (const secret of used) if (secret.length > 3) expect(log).not.toContain(secret)
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
