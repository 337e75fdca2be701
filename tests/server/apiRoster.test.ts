import { describe, expect, it } from 'vitest'
import type { Doc } from 'yjs'
import { readPlan } from '../../src/model/doc/plan.ts'
import type { Minted, SeatList, Session } from '../../src/protocol/api.ts'
import { aServer, aWorkshop, call, mint, roomOf, seatsOf } from '../support/server.ts'
import {
  asFacilitator,
  ask,
  member,
  planOf,
  planRoomOf,
  seatCalled,
  serveApi,
  server,
  workshop,
} from '../support/serverApi.ts'
import { seen, stockClient } from '../support/serverClients.ts'
import { aPerson } from '../support/serverPeople.ts'

serveApi()

describe('a session', () => {
  it('tells a member whose link it is', async () => {
    const answer = await ask('GET', '/api/session', member().capability)
    expect(answer.body).toEqual({
      workshop: workshop.workshop,
      seat: member().seat,
      role: 'member',
      canvas: member().canvas,
      name: 'Bu Ninik',
      business: 'Tahu Walik',
      title: 'Guyub Rukun',
      example: false,
      limits: { documentBytes: 393_216, membersInWorkshop: 500 },
    } satisfies Session)
  })

  it('and everything else that opens a workshop tells the limits of this very server', async () => {
    const limits = { documentBytes: 100_000, membersInWorkshop: 3 }
    const small = await aServer({ limits })
    const made = await aWorkshop(small.origin)
    expect(made.limits).toEqual(limits)
    for (const path of ['/api/session', '/api/seats']) {
      const answer = await call(small.origin, 'GET', path, { capability: made.capability })
      expect(answer.body).toMatchObject({ limits })
    }
    await small.close()
  })

  it('tells a facilitator, and the title as it is now', async () => {
    const sesilya = await aPerson(server.origin, planRoomOf(workshop), workshop.capability)
    const renamed = (doc: Doc) => doc.getMap('workshop').set('title', 'Guyub Rukun II')
    sesilya.update(sesilya.makes(renamed))
    await sesilya.hearsStored(2)
    const session = (await asFacilitator('GET', '/api/session')).body as Session
    expect(session).toMatchObject({ role: 'facilitator', canvas: null, title: 'Guyub Rukun II' })
  })

  it("marks a member's first coming, which an open dashboard sees at once", async () => {
    const dashboard = stockClient(server.origin, planRoomOf(workshop), workshop.capability)
    await dashboard.synced()
    const joined = () =>
      readPlan(dashboard.doc).members.map(({ joinedAtMs }) => joinedAtMs !== null)
    expect(joined()).toEqual([false, false])
    await ask('GET', '/api/session', member().capability)
    await seen(dashboard.doc, () => joined()[0] === true)
    // By the socket as well.
    const wawan = stockClient(server.origin, roomOf(workshop, 1), member(1).capability)
    await seen(dashboard.doc, () => joined()[1] === true)
    wawan.close()
    dashboard.close()
    const [ninik] = await seatCalled('Bu Ninik')
    expect(ninik?.joinedAtMs).toBe(readPlan(dashboard.doc).members[0]?.joinedAtMs)
    expect(ninik?.capabilities[0]?.lastUsedAtMs).not.toBeNull()
  })
})

describe('the roster', () => {
  it('grows: seat, canvas and entry in the plan arise together', async () => {
    const answer = await asFacilitator('POST', '/api/seats', {
      members: [
        { name: 'Bu Mila', business: 'Toko' },
        { name: '', business: '' },
      ],
    })
    const { seats } = answer.body as SeatList
    expect(seats.map(({ name }) => name)).toEqual([
      'Bu Sesilya',
      'Bu Ninik',
      'Pak Wawan',
      'Bu Mila',
      '',
    ])
    const plan = await planOf(workshop)
    expect(plan.members.map(({ seat, canvas }) => [seat, canvas])).toEqual(
      seats.slice(1).map(({ seat, canvas }) => [seat, canvas]),
    )
    const mila = seats[3]
    const { capability } = await mint(server.origin, workshop.capability, mila?.seat ?? '')
    const session = (await ask('GET', '/api/session', capability)).body as Session
    expect(session).toMatchObject({ name: 'Bu Mila', canvas: mila?.canvas })
  })

  it('changes a name or a business, and leaves the other', async () => {
    await asFacilitator('PATCH', `/api/seats/${member().seat}`, { name: '  Bu  Ninik Kasih ' })
    await asFacilitator('PATCH', `/api/seats/${member().seat}`, { business: 'Tahu Walik Kasih' })
    const [ninik] = await seatCalled('Bu Ninik Kasih')
    expect(ninik?.business).toBe('Tahu Walik Kasih')
    expect((await planOf(workshop)).members[0]).toMatchObject({
      name: 'Bu Ninik Kasih',
      business: 'Tahu Walik Kasih',
      canvas: member().canvas,
    })
  })

  it("changes a facilitator's name too", async () => {
    await asFacilitator('PATCH', `/api/seats/${workshop.seat}`, { name: 'Bu Sesil' })
    expect((await planOf(workshop)).facilitators).toEqual([
      { seat: workshop.seat, name: 'Bu Sesil' },
    ])
  })

  it('gets a further facilitator with a link of their own', async () => {
    const answer = await asFacilitator('POST', '/api/facilitators', { name: 'Pak Yonathan' })
    const minted = answer.body as Minted
    expect(minted.role).toBe('facilitator')
    expect((await seatsOf(server.origin, minted.capability)).seats).toHaveLength(4)
    expect((await planOf(workshop)).facilitators.map(({ name }) => name).sort()).toEqual([
      'Bu Sesilya',
      'Pak Yonathan',
    ])
  })
})

describe('a link', () => {
  it('is minted again for the same seat, and the earlier one goes on', async () => {
    const again = await mint(server.origin, workshop.capability, member().seat)
    expect(again.capability).not.toBe(member().capability)
    for (const capability of [again.capability, member().capability]) {
      const session = (await ask('GET', '/api/session', capability)).body as Session
      expect(session.seat).toBe(member().seat)
    }
    const [ninik] = await seatCalled('Bu Ninik')
    expect(ninik?.capabilities.map(({ id }) => id)).toContain(again.id)
    expect(ninik?.capabilities).toHaveLength(2)
  })

  it('is taken back by its id, or all of a seat at once', async () => {
    const again = await mint(server.origin, workshop.capability, member().seat)
    const [before] = await seatCalled('Bu Ninik')
    const ids = before?.capabilities.map(({ id }) => id) ?? []
    await asFacilitator('DELETE', `/api/capabilities/${ids[0]}`)
    const [ninik] = await seatCalled('Bu Ninik')
    expect(ninik?.capabilities.map(({ id }) => id)).toEqual([ids[1]])
    await asFacilitator('DELETE', `/api/seats/${member().seat}/capabilities`)
    for (const capability of [again.capability, member().capability]) {
      expect(await ask('GET', '/api/session', capability)).toEqual({
        status: 403,
        body: { error: 'linkRevoked' },
      })
    }
    expect((await ask('GET', '/api/session', member(1).capability)).status).toBe(200)
  })

  it('that asks is not taken back by its own hand: it may be the only key', async () => {
    const { seats } = await seatsOf(server.origin, workshop.capability)
    const own = seats[0]?.capabilities[0]?.id
    expect(await asFacilitator('DELETE', `/api/capabilities/${own}`)).toEqual({
      status: 403,
      body: { error: 'notAllowed' },
    })
    const second = await mint(server.origin, workshop.capability, workshop.seat)
    await asFacilitator('DELETE', `/api/seats/${workshop.seat}/capabilities`)
    expect((await asFacilitator('GET', '/api/session')).status).toBe(200)
    expect((await ask('GET', '/api/session', second.capability)).status).toBe(403)
  })
})
