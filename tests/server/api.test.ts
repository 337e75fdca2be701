import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Doc } from 'yjs'
import { newLongId } from '../../server/access.ts'
import { readPlan } from '../../src/model/doc/plan.ts'
import { readCanvas } from '../../src/model/doc/readCanvas.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { BLOCKS, QUADRANTS } from '../../src/model/zones.ts'
import type { Created, JoinOffer, Minted, SeatList, Session } from '../../src/protocol/api.ts'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import { aSeat, aServer, aWorkshop, call, mint, seatsOf } from '../support/server.ts'
import { readRoom, seen, stockClient } from '../support/serverClients.ts'
import { aPerson } from '../support/serverPeople.ts'

let server: TestServer
let workshop: TestWorkshop

const ask = (method: string, path: string, capability?: string, body?: unknown) =>
  call(server.origin, method, path, {
    ...(capability !== undefined && { capability }),
    ...(body !== undefined && { body }),
  })
const asFacilitator = (method: string, path: string, body?: unknown) =>
  ask(method, path, workshop.capability, body)
const member = (index = 0) => {
  const found = workshop.members[index]
  if (!found) throw new Error('no such member')
  return found
}
const planRoomOf = (of: { workshop: string }) => `${of.workshop}/plan`
const planOf = async (of: { workshop: string; capability: string }) =>
  readPlan(await readRoom(server.origin, planRoomOf(of), of.capability))
const seatCalled = async (name: string) => {
  const { seats } = await seatsOf(server.origin, workshop.capability)
  return seats.filter((seat) => seat.name === name)
}

beforeAll(async () => {
  server = await aServer({ limits: { joinFailuresPerMinute: 1_000, workshopsPerHour: 10_000 } })
})
afterAll(() => server.close())
beforeEach(async () => {
  workshop = await aWorkshop(server.origin)
})

describe('a new workshop', () => {
  it('has its plan, its seats and a canvas for everybody', async () => {
    const plan = await planOf(workshop)
    expect(plan).toMatchObject({
      title: 'Guyub Rukun',
      place: 'Malang',
      date: '2026-07-15',
      example: false,
      readOnlySchema: false,
      facilitators: [{ seat: workshop.seat, name: 'Bu Sesilya' }],
    })
    expect(
      plan.members.map(({ name, business, joinedAtMs }) => [name, business, joinedAtMs]),
    ).toEqual([
      ['Bu Ninik', 'Tahu Walik', null],
      ['Pak Wawan', 'Keripik Singkong', null],
    ])
    for (const { canvas } of plan.members) {
      const doc = await readRoom(
        server.origin,
        `${workshop.workshop}/canvas/${canvas}`,
        workshop.capability,
      )
      expect(readCanvas(doc)).toMatchObject({ notes: new Map(), readOnlySchema: false })
      expect(doc.getMap('canvas').get('schema')).toEqual({ major: 1, minor: 0 })
    }
  })

  it('has its seats in the order of the roster, and an open join code', async () => {
    const { seats, joinCode } = await seatsOf(server.origin, workshop.capability)
    expect(seats.map(({ role, name }) => [role, name])).toEqual([
      ['facilitator', 'Bu Sesilya'],
      ['member', 'Bu Ninik'],
      ['member', 'Pak Wawan'],
    ])
    expect(seats[0]?.capabilities.map(({ own }) => own)).toEqual([true])
    expect(joinCode.open).toBe(true)
    expect(joinCode.code).toMatch(/^[A-Z]{4,6}\d\d$/)
    expect(joinCode.expiresAtMs).toBeGreaterThan(Date.now())
  })

  const name = (index: number) => ({ name: `Bu ${index}`, business: '' })
  const roster = (length: number) => Array.from({ length }, (_, index) => name(index))
  const wanted = (members: unknown) => ({
    title: 'Besar',
    place: '',
    date: '',
    facilitatorName: '',
    members,
  })

  it('takes 500 lines and refuses 501 in words, in creating as in adding', async () => {
    const made = await ask('POST', '/api/workshops', undefined, wanted(roster(LIMITS.rosterLines)))
    expect(made.status).toBe(200)
    const { capability } = made.body as Created
    expect((await planOf(made.body as Created)).members).toHaveLength(500)
    const tooMany = { status: 422, body: { error: 'tooManyMembers' } }
    expect(await ask('POST', '/api/workshops', undefined, wanted(roster(501)))).toEqual(tooMany)
    expect(await ask('POST', '/api/seats', capability, { members: roster(501) })).toEqual(tooMany)
    expect(await ask('POST', '/api/seats', capability, { members: roster(1) })).toEqual(tooMany)
    expect((await seatsOf(server.origin, capability)).seats).toHaveLength(501)
  })

  it('takes 500 of the longest names in a script of three bytes a letter', async () => {
    const long = (length: number) => 'ꦏ'.repeat(length)
    const members = roster(500).map(() => ({
      name: long(LIMITS.nameLength),
      business: long(LIMITS.businessLength),
    }))
    const made = await ask('POST', '/api/workshops', undefined, wanted(members))
    expect(made.status).toBe(200)
    const plan = await planOf(made.body as Created)
    expect(plan.members.at(-1)).toMatchObject({ name: long(80), business: long(120) })
  })

  it('keeps names as they are written: emoji, Javanese, right to left, empty, twice the same', async () => {
    const names = ['👩🏽‍🍳 Bu Ninik', 'ꦧꦸꦤꦶꦤꦶꦏ꧀', 'السيدة نينيك', '', 'Bu Sri', 'Bu Sri', '']
    const members = names.map((each) => ({ name: each, business: 'توفو' }))
    const made = await ask('POST', '/api/workshops', undefined, wanted(members))
    const plan = await planOf(made.body as Created)
    expect(plan.members.map((each) => each.name)).toEqual(names)
    expect(new Set(plan.members.map(({ canvas }) => canvas)).size).toBe(names.length)
    const { seats } = await seatsOf(server.origin, (made.body as Created).capability)
    expect(seats.slice(1).map((each) => each.name)).toEqual(names)
  })

  const bad: [what: string, body: unknown][] = [
    ['nothing', undefined],
    ['no JSON', '{"title":'],
    ['a list', []],
    ['no title', { ...wanted([]), title: '  ' }],
    ['a title that is too long', { ...wanted([]), title: 'x'.repeat(LIMITS.titleLength + 1) }],
    ['a day that does not exist', { ...wanted([]), date: '2026-02-30' }],
    ['a name that is a number', wanted([{ name: 7, business: '' }])],
    [
      'a name that is too long',
      wanted([{ name: 'x'.repeat(LIMITS.nameLength + 1), business: '' }]),
    ],
    ['members that are a text', wanted('Bu Ninik')],
  ]
  it.each(bad)('is not made of %s', async (_what, body) => {
    expect(await ask('POST', '/api/workshops', undefined, body)).toEqual({
      status: 400,
      body: { error: 'badRequest' },
    })
  })

  it('is not made of more than half a megabyte', async () => {
    const answer = await ask('POST', '/api/workshops', undefined, wanted('x'.repeat(600 * 1024)))
    expect(answer).toEqual({ status: 413, body: { error: 'tooLarge' } })
  })
})

describe('the sample', () => {
  it.each([
    ['id', 'Keripik Singkong', 'Renyah, rendah kalori, tidak berminyak'],
    ['en', 'Cassava crisps', 'Crunchy, low in calories, not oily'],
  ])(
    'is a private copy in one language (%s), marked as an example on every note',
    async (language, business, words) => {
      const made = await ask('POST', '/api/samples', undefined, { language })
      expect(made.status).toBe(200)
      const created = made.body as Created
      const plan = await planOf(created)
      expect(plan).toMatchObject({ title: 'Guyub Rukun Malang', date: '2023-07-15', example: true })
      expect(plan.members).toHaveLength(11)
      const [wawan] = plan.members
      expect(wawan).toMatchObject({ name: 'Pak Wawan', business })

      let findings = 0
      for (const { canvas, seat } of plan.members) {
        const doc = await readRoom(
          server.origin,
          `${created.workshop}/canvas/${canvas}`,
          created.capability,
        )
        const { notes, zones } = readCanvas(doc)
        expect(notes.size).toBeGreaterThan(35)
        for (const zone of [...BLOCKS, ...QUADRANTS])
          expect(zones[zone.id].length).toBeGreaterThan(0)
        for (const note of notes.values()) {
          expect(note).toMatchObject({ example: true, speaker: seat })
          expect(note.text).not.toBe('')
          if (note.finding) findings++
        }
        if (canvas !== wawan?.canvas) continue
        const [first] = zones['value-propositions']
        expect(first && notes.get(first)).toMatchObject({ text: words, finding: true })
      }
      expect(findings).toBe(11)
    },
  )

  it('is not made in a language we do not speak', async () => {
    expect(await ask('POST', '/api/samples', undefined, { language: 'jv' })).toEqual({
      status: 400,
      body: { error: 'badRequest' },
    })
  })
})

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
    } satisfies Session)
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
    const wawan = stockClient(
      server.origin,
      `${workshop.workshop}/canvas/${member(1).canvas}`,
      member(1).capability,
    )
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

describe('the join code', () => {
  const codeOf = async () => (await seatsOf(server.origin, workshop.capability)).joinCode.code
  const join = (code: string) => ask('POST', '/api/join', undefined, { code })
  const claim = (code: string, seat: string) =>
    ask('POST', '/api/join/claim', undefined, { code, seat })
  const unknown = { status: 404, body: { error: 'codeUnknown' } }

  it('shows the names nobody has taken, however it is typed', async () => {
    await asFacilitator('POST', '/api/seats', { members: [{ name: '', business: 'Toko' }] })
    await ask('GET', '/api/session', member(1).capability)
    const code = await codeOf()
    const typed = ` ${code.slice(0, -2).toLowerCase()}-${code.slice(-2)} `
    expect((await join(typed)).body).toEqual({
      title: 'Guyub Rukun',
      example: false,
      free: [{ seat: member().seat, name: 'Bu Ninik', business: 'Tahu Walik' }],
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

  it('of wrong join codes are counted, of right ones not, and waiting helps', async () => {
    let now = 1_000_000
    const clocked = await aServer({ now: () => now, limits: { joinFailuresPerMinute: 3 } })
    const of = await aWorkshop(clocked.origin)
    const { code } = (await seatsOf(clocked.origin, of.capability)).joinCode
    const join = (typed: string, headers = {}) =>
      call(clocked.origin, 'POST', '/api/join', { body: { code: typed }, headers })
    for (let i = 0; i < 40; i++) expect((await join(code)).status).toBe(200)
    for (let i = 0; i < 3; i++) expect((await join('NASI00')).status).toBe(404)
    now += 10_000
    const wait = { status: 429, body: { error: 'tooManyTries', retryAfterSeconds: 50 } }
    expect(await join('NASI00')).toEqual(wait)
    // Even the right one, or guessing would go on.
    expect(await join(code)).toEqual(wait)
    expect(
      await call(clocked.origin, 'POST', '/api/join/claim', { body: { code, seat: of.seat } }),
    ).toEqual(wait)
    // Behind a proxy on this machine everybody has an address of their own.
    expect((await join(code, { 'X-Forwarded-For': '1.2.3.4, 10.0.0.9' })).status).toBe(200)
    now += 50_000
    expect((await join(code)).status).toBe(200)
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
  const { body } = await ask('GET', '/api/addresses')
  expect(body).toMatchObject({ fixed: false })
  for (const { origin } of (body as { reachable: { origin: string }[] }).reachable) {
    expect(origin).toMatch(new RegExp(`^http://\\d+\\.\\d+\\.\\d+\\.\\d+:${server.port}$`))
    expect(origin).not.toContain('127.')
  }
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
