import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keep, sameValue } from '../../src/model/sameValue.ts'
import { cleanLine, cutText, shortenLine, wellFormed } from '../../src/model/text.ts'
import { isIsoDay } from '../../src/model/workshop.ts'

const ANY = fc.string({ unit: 'binary', maxLength: 40 })

describe('a line', () => {
  it.each([
    ['  Bu   Ninik\t', 'Bu Ninik'],
    ['Bu\u00a0Ninik\u2003', 'Bu Ninik'],
    ['\ufeffBu\u200b Ni\u00adnik\u200f', 'Bu Ninik'],
    ['Bu\u0000\u0007 Ninik\u0085', 'Bu Ninik'],
    ['Bu\t\u0000\tNinik', 'Bu Ninik'],
    ['\u202eBu Ninik\u2069', 'Bu Ninik'],
    ['Rene\u0301', 'Ren\u00e9'],
    ['Bu\r\nNinik', 'Bu Ninik'],
    ['ꦧꦸ ꦤꦶꦤꦶꦏ꧀', 'ꦧꦸ ꦤꦶꦤꦶꦏ꧀'],
    ['👩‍🍳 Bu Ani', '👩‍🍳 Bu Ani'],
    ['فاطمة \u200fتمر', 'فاطمة \u200fتمر'],
    ['Bu \ud83d', 'Bu \ufffd'],
    ['\u200d \u200c', ''],
  ])('is cleaned of what nobody sees: %j', (text, clean) => {
    expect(cleanLine(text)).toBe(clean)
  })

  it('stays as it is when it is cleaned twice', () => {
    fc.assert(
      fc.property(ANY, (text) => {
        const clean = cleanLine(text)
        expect(cleanLine(clean)).toBe(clean)
        expect(clean).not.toMatch(/[\p{Cc}\n]|^\s|\s$/u)
      }),
    )
  })

  it.each([
    ['Bu Ninik', 5, 'Bu Ni'],
    ['Bu 👩‍🍳', 7, 'Bu'],
    ['ꦤꦶꦤꦶꦏ꧀', 3, 'ꦤꦶ'],
    ['e\u0301e\u0301', 3, 'e\u0301'],
    [`a${'\u0301'.repeat(50)}`, 4, 'a\u0301\u0301\u0301'],
    ['Bu', 80, 'Bu'],
  ])('is shortened between characters as people count them: %s at %i', (text, max, short) => {
    expect(shortenLine(text, max)).toBe(short)
  })

  it('is never shortened or cut past its length, nor through an emoji', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(30), (text, max) => {
        for (const short of [shortenLine(text, max), cutText(text, max)]) {
          expect(short.length).toBeLessThanOrEqual(max)
          expect(text.startsWith(short)).toBe(true)
          expect(short).toBe(wellFormed(short))
        }
      }),
    )
  })
})

describe('a value', () => {
  it.each([
    [{ a: [1, { b: null }] }, { a: [1, { b: null }] }, true],
    [Number.NaN, Number.NaN, true],
    [{ a: undefined }, {}, false],
    [{ a: 1, b: 2 }, { a: 1, c: 2 }, false],
    [[1, 2], [1], false],
    [null, {}, false],
    ['1', 1, false],
  ])('%j is the same as %j: %s', (a, b, same) => {
    expect(sameValue(a, b)).toBe(same)
    expect(Object.is(keep<unknown>(a, b), a)).toBe(same)
  })
})

describe('a day', () => {
  it.each([
    ['2023-07-15', true],
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2023-13-01', false],
    ['2023-7-15', false],
    ['2023-07-15T00:00', false],
    ['15 Juli 2023', false],
    ['', false],
  ])('%s is one: %s', (text, is) => {
    expect(isIsoDay(text)).toBe(is)
  })
})
