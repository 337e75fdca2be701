/** Who may ask what of the API: role × request, and nothing of another workshop. */
import { describe, expect, it } from 'vitest'
import {
  links,
  other,
  ROOMS,
  serveEveryRole,
  server,
  stateOf,
  workshop,
} from '../support/everyRole.ts'
import { call, memberOf, seatsOf } from '../support/server.ts'

serveEveryRole()

describe('in the API', () => {
  const seat = () => `/api/seats/${memberOf(workshop, 1).seat}`
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
        await call(server.origin, method, path(memberOf(other).seat, link), {
          capability: workshop.capability,
          ...(body !== undefined && { body }),
        }),
      ).toEqual({ status: 404, body: { error: 'notFound' } })
      expect(await seatsOf(server.origin, other.capability)).toEqual(theirs)
    },
  )
})
