import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../src/model/limits.ts'
import { parseRoster, rosterMembers } from '../../src/model/roster.ts'
import * as api from '../../src/protocol/api.ts'

const SEAT = 'aB3dE6gH9jK2mN5pQ8sT1v'
const TOKEN = 'Zz9Yy8Xx7Ww6Vv5Uu4Tt3S'

const workshop = {
  title: 'Guyub Rukun',
  place: 'Balai RW 03',
  date: '2023-07-15',
  facilitatorName: 'Bu Sesilya',
  members: [{ name: 'Bu Ninik', business: 'Tahu Walik' }],
}

const schemas = {
  createWorkshop: api.createWorkshopSchema,
  createSample: api.createSampleSchema,
  addMembers: api.addMembersSchema,
  renameSeat: api.renameSeatSchema,
  addFacilitator: api.addFacilitatorSchema,
  changeJoinCode: api.changeJoinCodeSchema,
  join: api.joinSchema,
  claim: api.claimSchema,
  minted: api.mintedSchema,
  created: api.createdSchema,
  session: api.sessionSchema,
  seatList: api.seatListSchema,
  joinOffer: api.joinOfferSchema,
  addresses: api.addressesSchema,
  apiError: api.apiErrorSchema,
} as const
const all = Object.values(schemas)

const is = (schema: v.GenericSchema, input: unknown) => v.safeParse(schema, input).success

describe('what the API is sent', () => {
  it('comes through as it was meant, cleaned of what nobody sees', () => {
    const messy = {
      ...workshop,
      title: ' Guyub\u00a0\u200bRukun\n',
      facilitatorName: '\u202eBu  Sesilya',
    }
    expect(v.parse(api.createWorkshopSchema, messy)).toEqual(workshop)
  })

  it.each(['ꦒꦸꦪꦸꦧ꧀ ꦫꦸꦏꦸꦤ꧀', 'ورشة عمل', '👩‍🍳 Guyub'])('takes %s for a title', (title) => {
    expect(v.parse(api.createWorkshopSchema, { ...workshop, title })).toEqual({
      ...workshop,
      title,
    })
  })

  it('leaves out what it does not know', () => {
    const parsed = v.parse(api.createWorkshopSchema, {
      ...workshop,
      role: 'facilitator',
      __proto__: 1,
    })
    expect(parsed).toEqual(workshop)
  })

  it.each([
    ['no title', { title: ' \u200b' }],
    ['a title too long', { title: 'x'.repeat(LIMITS.titleLength + 1) }],
    ['a title that is no text', { title: { toString: 'Guyub' } }],
    ['a place too long', { place: 'x'.repeat(LIMITS.placeLength + 1) }],
    ['a day that is none', { date: '2023-02-30' }],
    ['a day in words', { date: '15 Juli 2023' }],
    ['no members at all', { members: undefined }],
    [
      'a member too many',
      { members: Array(LIMITS.rosterLines + 1).fill({ name: 'x', business: '' }) },
    ],
    ['a name too long', { members: [{ name: 'x'.repeat(LIMITS.nameLength + 1), business: '' }] }],
    [
      'a business too long',
      { members: [{ name: '', business: 'x'.repeat(LIMITS.businessLength + 1) }] },
    ],
    ['a member who is a list', { members: [['Bu Ninik', 'Tahu']] }],
    ['a member without a business', { members: [{ name: 'Bu Ninik' }] }],
  ])('is refused with %s', (_, wrong) => {
    expect(is(api.createWorkshopSchema, workshop)).toBe(true)
    expect(is(api.createWorkshopSchema, { ...workshop, ...wrong })).toBe(false)
  })

  it('may leave open the day, the place, and whose business it is', () => {
    const open = {
      ...workshop,
      place: '',
      date: '',
      members: [{ name: '', business: 'Warung soto' }],
    }
    expect(is(api.createWorkshopSchema, open)).toBe(true)
    expect(is(api.createWorkshopSchema, { ...workshop, members: [] })).toBe(true)
    expect(is(api.addMembersSchema, { members: [] })).toBe(false)
  })

  it('takes every roster as it was read', () => {
    const piece = fc.oneof(
      fc.constantFrom('Bu Ani', ', ', '\t', '"', '\n', 'x'.repeat(90)),
      fc.string({ unit: 'binary', maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const members = rosterMembers(parseRoster(pieces.join('')))
        expect(v.parse(api.createWorkshopSchema, { ...workshop, members }).members).toEqual(members)
      }),
    )
  })

  it('understands a join code as it was typed, and no seat that cannot be one', () => {
    const claim = { code: ' bakso 47 ', seat: SEAT }
    expect(v.parse(api.claimSchema, claim)).toEqual({ code: 'BAKSO47', seat: SEAT })
    expect(is(api.joinSchema, { code: 'BAKSO' })).toBe(false)
    expect(is(api.joinSchema, { code: `${'-'.repeat(40)}BAKSO47` })).toBe(false)
    for (const seat of ['', 'short', `${SEAT}/..`, `${SEAT}\n`, '__proto__', 3, null, [SEAT]]) {
      expect(is(api.claimSchema, { ...claim, seat })).toBe(false)
    }
  })

  it.each(['renew', 'open', 'close'])('may %s the join code, and nothing else', (action) => {
    expect(is(api.changeJoinCodeSchema, { action })).toBe(true)
    expect(is(api.changeJoinCodeSchema, { action: `${action} ` })).toBe(false)
  })

  it('may rename a seat in part', () => {
    expect(v.parse(api.renameSeatSchema, { name: ' Bu Ani ' })).toEqual({ name: 'Bu Ani' })
    expect(v.parse(api.renameSeatSchema, {})).toEqual({})
    expect(is(api.renameSeatSchema, { name: null })).toBe(false)
  })
})

describe('what the API answers', () => {
  it('is believed only where it is whole', () => {
    const minted = { seat: SEAT, role: 'member', capability: TOKEN, id: SEAT }
    expect(is(api.mintedSchema, minted)).toBe(true)
    expect(is(api.mintedSchema, { ...minted, role: 'admin' })).toBe(false)
    expect(is(api.mintedSchema, { ...minted, capability: TOKEN.slice(1) })).toBe(false)
    expect(is(api.mintedSchema, { ...minted, id: '' })).toBe(false)
    expect(is(api.createdSchema, minted)).toBe(false)
    const limits = { documentBytes: 1, membersInWorkshop: 1 }
    expect(is(api.createdSchema, { ...minted, workshop: SEAT, limits })).toBe(true)
  })

  it('names each refusal by a type that we know', () => {
    for (const error of api.API_ERRORS) expect(is(api.apiErrorSchema, { error })).toBe(true)
    expect(is(api.apiErrorSchema, { error: 'tooManyTries', retryAfterSeconds: 30 })).toBe(true)
    expect(is(api.apiErrorSchema, { error: 'teapot' })).toBe(false)
    expect(is(api.apiErrorSchema, { error: 'toString' })).toBe(false)
  })
})

describe('anything else', () => {
  const junk = [undefined, null, 0, '', 'x', true, [], [[]], () => 1, Symbol('x'), new Date(0)]

  it.each(Object.keys(schemas) as (keyof typeof schemas)[])('is refused by %s', (name) => {
    for (const each of junk) {
      // An empty object in disguise renames nothing: the one schema without a required field.
      if (name === 'renameSeat' && typeof each === 'object' && each !== null) continue
      expect(is(schemas[name], each)).toBe(false)
    }
  })

  it('breaks no schema', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        for (const schema of all) expect(typeof is(schema, input)).toBe('boolean')
      }),
    )
  })
})
