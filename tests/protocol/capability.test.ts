import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROLES } from '../../src/model/roles.ts'
import {
  CAPABILITY_LENGTH,
  capabilityLink,
  isCapability,
  parseCapabilityLink,
} from '../../src/protocol/capability.ts'

const TOKEN = 'aB3dE6gH9jK2mN5pQ8sT1v'
const LINK = `https://guyub.example/#/m${TOKEN}`
const member = { ok: true, value: { role: 'member', capability: TOKEN } }
const incomplete = { ok: false, error: { type: 'incomplete' } }
const malformed = { ok: false, error: { type: 'malformed' } }

const aToken = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'),
  minLength: CAPABILITY_LENGTH,
  maxLength: CAPABILITY_LENGTH,
})

describe('a link', () => {
  it('reads back as what it was made from, whole or only its fragment', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), aToken, (role, capability) => {
        const link = capabilityLink('http://192.168.1.7:4321', role, capability)
        const value = { ok: true, value: { role, capability } }
        expect(parseCapabilityLink(link)).toEqual(value)
        expect(parseCapabilityLink(new URL(link).hash)).toEqual(value)
        expect(parseCapabilityLink(link.split('#/')[1] ?? '')).toEqual(value)
      }),
    )
  })

  it('holds only what no chat program cuts off its end', () => {
    expect(capabilityLink('https://guyub.example', 'member', TOKEN)).toBe(LINK)
    expect(LINK.split('#/')[1]).toMatch(/^[A-Za-z0-9]+$/)
  })

  it.each([
    ['spaces around it', `  ${LINK}\n`],
    ['a greeting before and a thank-you behind', `Halo Bu Ninik,\n${LINK}\nTerima kasih. #guyub`],
    ['another number sign before it', `Meja #3: ${LINK} (punya Bu Ninik)`],
    ['a full stop', `Ini link Ibu: ${LINK}.`],
    ['brackets', `(<${LINK}>)`],
    ['bold marks', `*${LINK}*`],
    ['an invisible mark', `\u200e${LINK}\u200e`],
    ['a broken link before it', `https://guyub.example/#/mabc… ${LINK}`],
  ])('is found in a pasted message with %s', (_, text) => {
    expect(parseCapabilityLink(text)).toEqual(member)
  })

  it('gives the first of two', () => {
    expect(parseCapabilityLink(`${LINK} ${LINK.replace('#/m', '#/f')}`)).toEqual(member)
  })

  it.each([
    ['without its last letter', LINK.slice(0, -1)],
    ['without its token', 'https://guyub.example/#/m'],
    ['with dots for its end', `${LINK.slice(0, -8)}…`],
    ['with its end on the next line', LINK.replace('K2mN5', 'K2\nmN5')],
  ])('is incomplete %s', (_, text) => {
    expect(parseCapabilityLink(text)).toEqual(incomplete)
  })

  it.each([
    ['nothing', ''],
    ['only the address', 'https://guyub.example/'],
    ['only the sign', '#/'],
    ['a role that is none', LINK.replace('#/m', '#/x')],
    ['a join code', 'https://guyub.example/#/jBAKSO47'],
    ['one letter too many', `${LINK}x`],
    ['a letter that is none of ours', LINK.replace('K2', 'K-')],
    ['a letter outside ASCII', LINK.replace('K2', 'Ké')],
    ['a page of ours', '#/my-canvases'],
    ['a sentence', 'mana link saya'],
    ['a prototype', '#/__proto__'],
    ['Javanese', 'ꦩꦤ ꦭꦶꦁꦏ꧀'],
    ['Arabic', 'أين الرابط'],
  ])('is malformed as %s', (_, text) => {
    expect(parseCapabilityLink(text)).toEqual(malformed)
  })

  it('is told from any text without breaking', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const result = parseCapabilityLink(`${a}#/m${b}`)
        if (result.ok) expect(isCapability(result.value.capability)).toBe(true)
        else expect(['incomplete', 'malformed']).toContain(result.error.type)
      }),
    )
  })

  it('is told from a very long text at once', () => {
    expect(parseCapabilityLink('#/m'.repeat(100_000)).ok).toBe(false)
    expect(parseCapabilityLink(`#/m${'a'.repeat(300_000)}`)).toEqual(malformed)
    expect(parseCapabilityLink(`${'.'.repeat(100_000)}#/m${'.'.repeat(100_000)}`).ok).toBe(false)
  })
})
