import { describe, expect, it } from 'vitest'
import { newLongId } from '../../server/access.ts'
import { reachableAddresses } from '../../server/addresses.ts'
import type { Addresses } from '../../src/protocol/api.ts'
import { aSeat, aServer, aWorkshop, call, seatsOf } from '../support/server.ts'
import { asFacilitator, ask, member, serveApi, server, workshop } from '../support/serverApi.ts'

serveApi()

describe('who may ask what', () => {
  const seatPath = () => `/api/seats/${member().seat}`
  const forFacilitators: [method: string, path: () => string, body?: unknown][] = [
    ['GET', () => '/api/seats'],
    ['POST', () => '/api/seats', { members: [{ name: 'Bu Rina', business: '' }] }],
    ['PATCH', seatPath, { name: 'Forged' }],
    ['POST', () => `${seatPath()}/capabilities`],
    ['DELETE', () => `${seatPath()}/capabilities`],
    ['DELETE', () => `/api/capabilities/${newLongId()}`],
    ['POST', () => '/api/facilitators', { name: 'Forged' }],
    ['POST', () => '/api/join-code', { action: 'close' }],
  ]
  const before = async () => JSON.stringify(await seatsOf(server.origin, workshop.capability))

  it.each(forFacilitators)('%s %s: facilitators only', async (method, path, body) => {
    const roster = await before()
    const viewer = await aSeat(server, workshop, 'viewer', member().canvas)
    const mentor = await aSeat(server, workshop, 'mentor', member().canvas)
    const refused: [capability: string | undefined, status: number, error: string][] = [
      [undefined, 401, 'linkUnknown'],
      ['A'.repeat(22), 401, 'linkUnknown'],
      [`${workshop.capability}x`, 401, 'linkUnknown'],
      [member().capability, 403, 'notAllowed'],
      [viewer.capability, 403, 'notAllowed'],
      [mentor.capability, 403, 'notAllowed'],
    ]
    for (const [capability, status, error] of refused) {
      expect(await ask(method, path(), capability, body)).toEqual({ status, body: { error } })
    }
    const after = (await seatsOf(server.origin, workshop.capability)).seats
    expect(JSON.parse(roster).seats).toEqual(
      after.filter(({ seat }) => ![viewer.seat, mentor.seat].includes(seat)),
    )
  })

  it("no facilitator reaches another workshop's seats or links", async () => {
    const other = await aWorkshop(server.origin)
    const theirs = await seatsOf(server.origin, other.capability)
    const seat = `/api/seats/${other.members[0]?.seat}`
    const link = theirs.seats[1]?.capabilities[0]?.id
    const attempts: [method: string, path: string, body?: unknown][] = [
      ['PATCH', seat, { name: 'Forged' }],
      ['POST', `${seat}/capabilities`],
      ['DELETE', `${seat}/capabilities`],
      ['DELETE', `/api/capabilities/${link}`],
    ]
    for (const [method, path, body] of attempts) {
      expect(await asFacilitator(method, path, body)).toEqual({
        status: 404,
        body: { error: 'notFound' },
      })
    }
    expect(await seatsOf(server.origin, other.capability)).toEqual(theirs)
  })

  it('no page of another origin gets an answer', async () => {
    const answer = await call(server.origin, 'POST', '/api/samples', {
      body: { language: 'id' },
      headers: { Origin: 'https://evil.example' },
    })
    expect(answer).toEqual({ status: 403, body: { error: 'wrongOrigin' } })
    const own = await call(server.origin, 'GET', '/api/addresses', {
      headers: { Origin: server.origin },
    })
    expect(own.status).toBe(200)
  })

  it('what is not there is not found, in JSON', async () => {
    expect(await ask('GET', '/api/nothing')).toEqual({ status: 404, body: { error: 'notFound' } })
  })
})

it('tells the addresses that others reach, never localhost', async () => {
  // This one listens on 127.0.0.1 only: nobody else reaches it.
  expect((await ask('GET', '/api/addresses')).body).toEqual({ reachable: [], fixed: false })
  const open = await aServer({ host: '0.0.0.0' })
  const { reachable } = (await call(open.origin, 'GET', '/api/addresses')).body as Addresses
  expect(reachable).toEqual(
    reachableAddresses({ port: open.port, host: '0.0.0.0', publicUrl: null }).reachable,
  )
  for (const { origin } of reachable) expect(origin).toMatch(/^http:\/\/(?!127\.)[\d.]+:\d+$/)
  await open.close()
  const campus = await aServer({ publicUrl: 'https://guyub.kampus.ac.id' })
  expect((await call(campus.origin, 'GET', '/api/addresses')).body).toEqual({
    reachable: [{ origin: 'https://guyub.kampus.ac.id', label: 'guyub.kampus.ac.id' }],
    fixed: true,
  })
  await campus.close()
})

it('logs no link and no name, whatever was asked', async () => {
  await ask('GET', '/api/session', member().capability)
  await ask('GET', `/api/session?cap=${member().capability}`)
  const log = server.log.join('\n')
  expect(log).toContain('workshopMade')
  for (const secret of [workshop.capability, member().capability, 'Ninik', 'Guyub Rukun']) {
    expect(log).not.toContain(secret)
  }
})
