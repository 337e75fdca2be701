/** The limits of the API, each at one below, at it and one above. */
import { describe, expect, it } from 'vitest'
import {
  enter,
  isIn,
  member,
  N,
  ninikGoesOn,
  plan,
  serve,
  server,
  still,
  tidy,
  tooOften,
  workshop,
} from '../support/limitedServer.ts'
import { call, seatsOf } from '../support/server.ts'

tidy()

describe('the API', () => {
  /** What `serve` itself asks: a workshop, its seats, two links. */
  const ASKED_FOR_WORKSHOP = 3

  it('takes so many requests from one address, and as many again from another', async () => {
    let now = still()
    await serve({ requestBurst: 10, requestsPerMinute: 6 }, () => now)
    const ask = (headers = {}) => call(server.origin, 'GET', '/api/addresses', { headers })
    now += 60_000 * 10
    for (let i = 0; i < 10; i++) expect((await ask()).status).toBe(200)
    expect(await ask()).toEqual(tooOften(10))
    // A proxy on this machine says whom it speaks for.
    expect((await ask({ 'X-Forwarded-For': '10.0.0.9' })).status).toBe(200)
    now += 10_000
    expect((await ask()).status).toBe(200)
    expect((await ask()).status).toBe(429)
    await ninikGoesOn()
  })

  it('takes so many requests for one workshop from wherever they come, by link or by join code', async () => {
    await serve({ requestBurst: 20, requestsPerMinute: 6 }, still)
    let address = 0
    const from = () => ({ 'X-Forwarded-For': `10.0.${address++ >> 8}.${address & 255}` })
    const session = (capability: string) =>
      call(server.origin, 'GET', '/api/session', { capability, headers: from() })
    const { code } = (await seatsOf(server.origin, workshop.capability)).joinCode
    const join = () => call(server.origin, 'POST', '/api/join', { body: { code }, headers: from() })
    for (let i = ASKED_FOR_WORKSHOP + 1; i < 20; i++) {
      expect((await (i % 2 ? session(member(0).capability) : join())).status).toBe(200)
    }
    expect(await session(workshop.capability)).toEqual(tooOften(10))
    expect(await join()).toEqual(tooOften(10))
    const other = await call(server.origin, 'POST', '/api/samples', {
      body: { language: 'id' },
      headers: from(),
    })
    expect(other.status).toBe(200)
    const { capability } = other.body as { capability: string }
    expect((await session(capability)).status).toBe(200)
    await ninikGoesOn()
  })

  it('takes so many wrong join codes, unknown links and new workshops from one address', async () => {
    await serve({ joinFailureBurst: N, linkFailuresPerMinute: N, workshopsPerHour: N }, still)
    const repeated: [ask: () => ReturnType<typeof call>, answer: number, already: number][] = [
      [() => call(server.origin, 'POST', '/api/join', { body: { code: 'NASI00' } }), 404, 0],
      [() => call(server.origin, 'GET', '/api/session', { capability: 'A'.repeat(22) }), 401, 0],
      [() => call(server.origin, 'POST', '/api/samples', { body: { language: 'id' } }), 200, 1],
    ]
    for (const [ask, answer, already] of repeated) {
      for (let i = already; i < N; i++) expect((await ask()).status).toBe(answer)
      expect(await ask()).toMatchObject({ status: 429, body: { error: 'tooManyTries' } })
    }
    const unknown = () => enter(plan(), 'A'.repeat(22)).closed
    for (let i = 0; i < N; i++) expect((await unknown()).code).toBe(4401)
    expect(await unknown()).toEqual({ code: 4529, reason: 'tooManyMessages' })
    // A link that holds is never in their way.
    await isIn(enter(plan()))
    await ninikGoesOn()
  })

  it('reads a body of 512 KiB and no byte more', async () => {
    await serve({})
    const wanted = JSON.stringify({ language: 'id' })
    const sized = async (bytes: number) => {
      const answer = await fetch(`${server.origin}/api/samples`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: wanted.padEnd(bytes, ' '),
      })
      return { status: answer.status, body: (await answer.json()) as unknown }
    }
    for (const bytes of [512 * 1024 - 1, 512 * 1024]) expect((await sized(bytes)).status).toBe(200)
    expect(await sized(512 * 1024 + 1)).toEqual({ status: 413, body: { error: 'tooLarge' } })
    await ninikGoesOn()
  })
})
