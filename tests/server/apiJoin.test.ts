import { describe, expect, it } from 'vitest'
import { newLongId } from '../../server/access.ts'
import { readPlan } from '../../src/model/doc/plan.ts'
import type { WorkshopId } from '../../src/model/ids.ts'
import type { JoinOffer, Minted, Session } from '../../src/protocol/api.ts'
import { aSeat, aServer, aWorkshop, call, seatsOf } from '../support/server.ts'
import {
  asFacilitator,
  ask,
  member,
  planRoomOf,
  seatCalled,
  serveApi,
  server,
  workshop,
} from '../support/serverApi.ts'
import { seen, stockClient } from '../support/serverClients.ts'

serveApi()

describe('the join code', () => {
  const codeOf = async () => (await seatsOf(server.origin, workshop.capability)).joinCode.code
  const join = (code: string) => ask('POST', '/api/join', undefined, { code })
  const claim = (code: string, seat: string) =>
    ask('POST', '/api/join/claim', undefined, { code, seat })
  const unknown = { status: 404, body: { error: 'codeUnknown' } }

  it('shows who has not come in yet, by name or else by business, however it is typed', async () => {
    const members = [
      { name: '', business: 'Toko' },
      { name: '', business: '' },
    ]
    await asFacilitator('POST', '/api/seats', { members })
    const toko = (await seatsOf(server.origin, workshop.capability)).seats.find(
      ({ business }) => business === 'Toko',
    )
    if (!toko) throw new Error('it was added')
    await ask('GET', '/api/session', member(1).capability)
    const code = await codeOf()
    const typed = ` ${code.slice(0, -2).toLowerCase()}-${code.slice(-2)} `
    expect((await join(typed)).body).toEqual({
      title: 'Guyub Rukun',
      example: false,
      free: [
        { seat: member().seat, name: 'Bu Ninik', business: 'Tahu Walik' },
        { seat: toko.seat, name: '', business: 'Toko' },
      ],
      taken: 1,
    } satisfies JoinOffer)
  })

  it('is exchanged for a seat, whose link works and which dashboards see taken', async () => {
    const dashboard = stockClient(server.origin, planRoomOf(workshop), workshop.capability)
    await dashboard.synced()
    const claimed = await claim(await codeOf(), member().seat)
    const minted = claimed.body as Minted
    expect(minted).toMatchObject({ seat: member().seat, role: 'member' })
    await seen(dashboard.doc, () => readPlan(dashboard.doc).members[0]?.joinedAtMs !== null)
    const session = (await ask('GET', '/api/session', minted.capability)).body as Session
    expect(session.canvas).toBe(member().canvas)
    dashboard.close()
  })

  it('gives one seat to one of two phones that claim it at once', async () => {
    const code = await codeOf()
    const answers = await Promise.all(Array.from({ length: 6 }, () => claim(code, member().seat)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
    for (const { status, body } of answers)
      if (status === 409) expect(body).toEqual({ error: 'seatTaken' })
    // The one from the roster, unused, and the one that was claimed.
    const [ninik] = await seatCalled('Bu Ninik')
    expect(ninik?.capabilities).toHaveLength(2)
  })

  it('does not open a seat that somebody came to by their own link', async () => {
    await ask('GET', '/api/session', member().capability)
    expect(await claim(await codeOf(), member().seat)).toEqual({
      status: 409,
      body: { error: 'seatTaken' },
    })
  })

  it('opens no seat without a name, no facilitator and no other workshop', async () => {
    const other = await aWorkshop(server.origin)
    await asFacilitator('POST', '/api/seats', { members: [{ name: '', business: '' }] })
    const [unnamed] = await seatCalled('')
    const viewer = await aSeat(server, workshop, 'viewer', member().canvas)
    const code = await codeOf()
    const seats = [
      unnamed?.seat ?? '',
      workshop.seat,
      viewer.seat,
      other.members[0]?.seat ?? '',
      newLongId(),
    ]
    for (const seat of seats) {
      expect(await claim(code, seat)).toEqual({ status: 404, body: { error: 'notFound' } })
    }
  })

  it('stops when it is closed, and opens again under the same word', async () => {
    const code = await codeOf()
    const closed = await asFacilitator('POST', '/api/join-code', { action: 'close' })
    expect(closed.body).toMatchObject({ code, open: false })
    expect(await join(code)).toEqual(unknown)
    expect(await claim(code, member().seat)).toEqual(unknown)
    const opened = await asFacilitator('POST', '/api/join-code', { action: 'open' })
    expect(opened.body).toMatchObject({ code, open: true })
    expect((await join(code)).status).toBe(200)
  })

  it('is renewed: the old word stops, another one works', async () => {
    const code = await codeOf()
    const renewed = (await asFacilitator('POST', '/api/join-code', { action: 'renew' })).body
    const next = (renewed as { code: string }).code
    expect(next).not.toBe(code)
    expect(await join(code)).toEqual(unknown)
    expect((await join(next)).status).toBe(200)
  })
})

describe('time and tries', () => {
  it('end: a join code expires, and opening it starts anew', async () => {
    let now = 1_000_000
    const clocked = await aServer({ now: () => now, limits: { joinCodeHours: 1 } })
    const of = await aWorkshop(clocked.origin)
    const { code } = (await seatsOf(clocked.origin, of.capability)).joinCode
    now += 3_600_000
    const join = () => call(clocked.origin, 'POST', '/api/join', { body: { code } })
    expect((await join()).body).toEqual({ error: 'codeUnknown' })
    expect((await seatsOf(clocked.origin, of.capability)).joinCode.open).toBe(false)
    await call(clocked.origin, 'POST', '/api/join-code', {
      capability: of.capability,
      body: { action: 'open' },
    })
    expect((await join()).status).toBe(200)
    await clocked.close()
  })

  it('end: where every code is taken, a workshop still arises, with its code closed', async () => {
    const full = await aServer({
      wrapStore: (store) => ({ ...store, workshopByJoinCode: () => store.workshop(taken) }),
    })
    let taken = '' as WorkshopId
    taken = (await aWorkshop(full.origin)).workshop
    const of = await aWorkshop(full.origin)
    expect((await seatsOf(full.origin, of.capability)).joinCode.open).toBe(false)
    await full.close()
  })

  it('of wrong join codes are counted, of right ones not, and waiting helps', async () => {
    let now = 1_000_000
    const clocked = await aServer({ now: () => now, limits: { joinFailureBurst: 3 } })
    const of = await aWorkshop(clocked.origin)
    const { code } = (await seatsOf(clocked.origin, of.capability)).joinCode
    const join = (typed: string, headers = {}) =>
      call(clocked.origin, 'POST', '/api/join', { body: { code: typed }, headers })
    for (let i = 0; i < 40; i++) expect((await join(code)).status).toBe(200)
    for (let i = 0; i < 3; i++) expect((await join('NASI00')).status).toBe(404)
    now += 10_000
    const wait = { status: 429, body: { error: 'tooManyTries', retryAfterSeconds: 20 } }
    expect(await join('NASI00')).toEqual(wait)
    // Even the right one, or guessing would go on.
    expect(await join(code)).toEqual(wait)
    expect(
      await call(clocked.origin, 'POST', '/api/join/claim', { body: { code, seat: of.seat } }),
    ).toEqual(wait)
    // Behind a proxy on this machine everybody has an address of their own.
    expect((await join(code, { 'X-Forwarded-For': '1.2.3.4, 10.0.0.9' })).status).toBe(200)
    now += 20_000
    expect((await join(code)).status).toBe(200)
    // One more wrong one is all that half a minute gives.
    expect((await join('NASI00')).status).toBe(404)
    expect((await join(code)).status).toBe(429)
    await clocked.close()
  })

  it('of unknown links are counted, and never stop a link that holds', async () => {
    const clocked = await aServer({ now: () => 1_000_000, limits: { linkFailuresPerMinute: 2 } })
    const of = await aWorkshop(clocked.origin)
    const session = (capability: string) =>
      call(clocked.origin, 'GET', '/api/session', { capability })
    for (let i = 0; i < 2; i++) expect((await session('A'.repeat(22))).status).toBe(401)
    expect(await session('A'.repeat(22))).toEqual({
      status: 429,
      body: { error: 'tooManyTries', retryAfterSeconds: 60 },
    })
    expect((await session(of.capability)).status).toBe(200)
    await clocked.close()
  })

  it('of making workshops are counted by address', async () => {
    const clocked = await aServer({ now: () => 1_000_000, limits: { workshopsPerHour: 1 } })
    await aWorkshop(clocked.origin)
    const answer = await call(clocked.origin, 'POST', '/api/samples', { body: { language: 'id' } })
    expect(answer).toEqual({
      status: 429,
      body: { error: 'tooManyTries', retryAfterSeconds: 3_600 },
    })
    await clocked.close()
  })
})
