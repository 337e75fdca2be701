import { describe, expect, it } from 'vitest'
import { readCanvas } from '../../src/model/doc/readCanvas.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { BLOCKS, QUADRANTS } from '../../src/model/zones.ts'
import type { Created } from '../../src/protocol/api.ts'
import { canvasRoom } from '../../src/protocol/roomName.ts'
import { seatsOf } from '../support/server.ts'
import { ask, planOf, serveApi, server, workshop } from '../support/serverApi.ts'
import { readRoom } from '../support/serverClients.ts'

serveApi()

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
        canvasRoom(workshop.workshop, canvas),
        workshop.capability,
      )
      expect(readCanvas(doc)).toMatchObject({ notes: new Map(), readOnlySchema: false })
      expect(doc.getMap('canvas').get('schema')).toEqual({ major: 1, minor: 1 })
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
    ['id', 'Keripik Singkong', 'Keripik singkong renyah, rendah kalori, tidak berminyak'],
    ['en', 'Cassava crisps', 'Cassava crisps that are crunchy, low in calories and not oily'],
  ])(
    'is a private copy in one language (%s): a finding of the paper each, all other notes examples',
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
          canvasRoom(created.workshop, canvas),
          created.capability,
        )
        const { notes, zones } = readCanvas(doc)
        expect(notes.size).toBeGreaterThan(35)
        for (const zone of [...BLOCKS, ...QUADRANTS])
          expect(zones[zone.id].length).toBeGreaterThan(0)
        for (const note of notes.values()) {
          expect(note).toMatchObject({ example: !note.finding, speaker: seat })
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
