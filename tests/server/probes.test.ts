/** What those are told who run a server: whether it lives, whether it takes people in, and figures of what it does. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServerOptions } from '../../server/startServer.ts'
import type { CloseReason } from '../../src/protocol/closeCodes.ts'
import { CLOSE } from '../../src/protocol/closeCodes.ts'
import { MESSAGE } from '../../src/protocol/messages.ts'
import { clientFrame, rawSyncSocket } from '../support/rawSyncSocket.ts'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import { aServer, aWorkshop, call, roomOf } from '../support/server.ts'
import { bareSocket } from '../support/serverClients.ts'
import { aPerson } from '../support/serverPeople.ts'

const CLOSED = 'guyub_connections_closed_total'
const NEVER_SENT = 255
const TOKEN = 'kopi-tubruk-tanpa-gula'

let server: TestServer
let workshop: TestWorkshop
let canvas: string

async function serve(options: Partial<ServerOptions> = {}): Promise<void> {
  server = await aServer(options)
  workshop = await aWorkshop(server.origin)
  canvas = roomOf(workshop)
}
afterEach(() => server.close())

const ninik = () => aPerson(server.origin, canvas, workshop.members[0]?.capability ?? '')

async function ask(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${server.origin}${path}`, { headers })
  return { status: answer.status, text: await answer.text() }
}

/** Every figure by its name and labels. */
async function figures(): Promise<ReadonlyMap<string, number>> {
  const { text } = await ask('/metrics')
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const [, name = '', value = ''] = /^(.+) (\S+)$/.exec(line) ?? []
      return [name, Number(value)]
    }),
  )
}

describe('a server that is asked whether it is ready', () => {
  it('is, once it serves', async () => {
    await serve()
    expect(await ask('/healthz')).toEqual({ status: 200, text: 'ok\n' })
    expect(await ask('/readyz')).toEqual({ status: 200, text: 'ready\n' })
  })

  it('is not while its disk takes no writes, and lives all the same', async () => {
    let full = false
    await serve({
      timing: { probeMs: 10 },
      wrapStore: (store) => ({
        ...store,
        commit: (changes) =>
          full ? Promise.reject(new Error('disk full')) : store.commit(changes),
        probe: () => (full ? Promise.reject(new Error('disk full')) : store.probe()),
      }),
    })
    const person = await ninik()
    await person.hearsStored(1)
    full = true
    person.writes('x')
    await server.logged('storeRefuses')
    expect(await ask('/readyz')).toEqual({
      status: 503,
      text: 'not ready: the disk takes no writes\n',
    })
    expect((await ask('/healthz')).status).toBe(200)
    expect((await figures()).get('guyub_store_refuses')).toBe(1)
    full = false
    await server.logged('storeRecovered')
    expect((await ask('/readyz')).status).toBe(200)
    expect((await figures()).get('guyub_store_refuses')).toBe(0)
  })

  it('is not while it stops', async () => {
    await serve()
    // A request that was under way when the stop began.
    const socket = connect(server.port, '127.0.0.1')
    socket.write('GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConn')
    const heard: Buffer[] = []
    socket.on('data', (data: Buffer) => heard.push(data))
    await aRoundTrip()
    const closed = server.close()
    socket.write('ection: close\r\n\r\n')
    await once(socket, 'close')
    await closed
    const said = Buffer.concat(heard).toString()
    expect(said).toContain('503')
    expect(said).toContain('not ready: stopping\n')
  })

  /** By then the server has read what was sent to it before. */
  const aRoundTrip = () => ask('/healthz')
})

describe('figures', () => {
  it('tell of rooms, connections, updates, receipts, commits and refusals', async () => {
    await serve()
    const before = await figures()
    const leader = bareSocket(server.origin, `${workshop.workshop}/plan`, workshop.capability)
    await leader.hears(({ type }) => type === 'presence')
    const person = await ninik()
    for (let frame = 2; frame < 7; frame++) {
      person.writes('x')
      await person.hearsStored(frame)
    }
    const bad = bareSocket(server.origin, canvas, workshop.capability)
    await bad.opened
    bad.send(Uint8Array.of(0, 2, 9))
    await bad.closed
    await call(server.origin, 'GET', '/api/session', { capability: 'A'.repeat(22) })

    const after = await figures()
    const grew = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0)
    expect(after.get('guyub_rooms')).toBe(2)
    expect(after.get('guyub_connections')).toBe(2)
    expect(grew('guyub_updates_total{verdict="taken"}')).toBe(6)
    expect(grew('guyub_receipt_seconds_count')).toBe(6)
    expect(grew('guyub_receipt_seconds_sum')).toBeGreaterThan(0)
    expect(grew('guyub_commit_seconds_count')).toBeGreaterThanOrEqual(5)
    expect(grew('guyub_connections_closed_total{reason="badFrame"}')).toBe(1)
    expect(grew('guyub_requests_refused_total{error="linkUnknown"}')).toBe(1)
    expect(after.get('process_resident_memory_bytes')).toBeGreaterThan(1e7)
    person.close()
    leader.close()
  })

  const RESERVED_OPCODE = 3
  const TEXT = 1
  const BAD_UTF8 = Uint8Array.of(0xff)
  const ended: [what: string, frame: Buffer, reason: string][] = [
    ['a frame of 100 MB', clientFrame(Uint8Array.of(0), 100 * 2 ** 20), 'documentTooLarge'],
    ['text that is none', clientFrame(BAD_UTF8, 1, TEXT), 'badFrame'],
    ['a kind of frame that there is not', clientFrame(BAD_UTF8, 1, RESERVED_OPCODE), 'badFrame'],
    ['a length beyond all numbers', clientFrame(BAD_UTF8, 2 ** 60), 'documentTooLarge'],
  ]
  it.each(ended)('count once who is sent away for %s', async (_what, frame, reason) => {
    await serve()
    const bad = await rawSyncSocket(server.port, canvas, workshop.capability)
    await bad.hears(MESSAGE.sync)
    bad.socket.write(frame)
    expect(await bad.hears(NEVER_SENT)).toEqual({ closedBy: CLOSE[reason as CloseReason] })
    const told = [...(await figures())].filter(([name]) => name.startsWith(CLOSED))
    expect(told).toEqual([[`${CLOSED}{reason="${reason}"}`, 1]])
    bad.destroy()
  })

  it('count who is cut off, for no ping was answered', async () => {
    await serve({ timing: { pingMs: 50 } })
    const gone = await rawSyncSocket(server.port, canvas, workshop.capability, {
      answersPings: false,
    })
    expect(await gone.hears(NEVER_SENT)).toEqual({ closedBy: 1006 })
    expect((await figures()).get(`${CLOSED}{reason="unreachable"}`)).toBe(1)
  })

  it('name nobody and nothing of anybody', async () => {
    await serve()
    const person = await ninik()
    person.writes('Resep rahasia')
    await person.hearsStored(2)
    const { text } = await ask('/metrics')
    expect(text).toContain('guyub_connections 1')
    const [member] = workshop.members
    const told = [workshop.workshop, member?.seat, member?.canvas, member?.capability, member?.name]
    for (const secret of [...told, workshop.capability, 'rahasia']) {
      expect(text).not.toContain(secret)
    }
    person.close()
  })

  it('are those of one server, however many run in a process', async () => {
    await serve()
    const other = await aServer()
    const person = await ninik()
    await person.hearsStored(1)
    const text = await (await fetch(`${other.origin}/metrics`)).text()
    expect(text).toContain('guyub_connections 0')
    expect((await figures()).get('guyub_connections')).toBe(1)
    person.close()
    await other.close()
  })
})

describe('who asks for figures', () => {
  beforeEach(() => serve({ metricsToken: TOKEN }))

  /** `fetch` sets its own Host. */
  const askAs = async (headers: readonly string[]) => {
    const socket = connect(server.port, '127.0.0.1')
    const heard: Buffer[] = []
    socket.on('data', (data: Buffer) => heard.push(data))
    socket.write(['GET /metrics HTTP/1.1', 'Connection: close', ...headers, '', ''].join('\r\n'))
    await once(socket, 'close')
    const said = Buffer.concat(heard).toString()
    return { status: Number(said.split(' ')[1]), tells: said.includes('guyub_') }
  }
  const elsewhere = ['Host: guyub.example.org', 'X-Forwarded-For: 10.0.0.9']
  const cases: [who: string, headers: string[], told: boolean][] = [
    ['somebody on this machine', ['Host: localhost:4321'], true],
    ['somebody on this machine, by number', ['Host: [::1]:4321'], true],
    ['somebody behind a proxy', elsewhere, false],
    ['somebody behind a proxy that names nobody', ['Host: guyub.example.org'], false],
    ['a proxy that hides the name', ['Host: localhost', 'X-Forwarded-For: 10.0.0.9'], false],
    ['somebody who says the word', [...elsewhere, `Authorization: Bearer ${TOKEN}`], true],
    ['somebody who says another', [...elsewhere, `Authorization: Bearer ${TOKEN}x`], false],
    ['somebody who says a part of it', [...elsewhere, `Authorization: ${TOKEN}`], false],
  ]
  it.each(cases)('%s', async (_who, headers, told) => {
    expect(await askAs(headers)).toEqual({ status: told ? 200 : 404, tells: told })
  })

  it('with a link only is told nothing', async () => {
    const link = [...elsewhere, `Authorization: Bearer ${workshop.capability}`]
    expect(await askAs(link)).toEqual({ status: 404, tells: false })
  })
})

it('without a word figures are told to nobody elsewhere', async () => {
  await serve()
  const headers = { 'X-Forwarded-For': '10.0.0.9' }
  for (const said of ['', 'Bearer ', 'Bearer null', 'Bearer undefined']) {
    expect((await ask('/metrics', { ...headers, Authorization: said })).status).toBe(404)
  }
  expect((await ask('/metrics')).status).toBe(200)
})
