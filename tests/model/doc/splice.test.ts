import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Splice } from '../../../src/model/doc/splice.ts'
import { spliceBetween, splicesBetween } from '../../../src/model/doc/splice.ts'

describe('the change between two strings', () => {
  it.each([
    ['a letter at the end', 'sot', 'soto', 4, { at: 3, deleted: 0, inserted: 'o' }],
    [
      'one of two equal letters, where it was typed',
      'aa',
      'aaa',
      1,
      { at: 0, deleted: 0, inserted: 'a' },
    ],
    [
      'one of two equal letters, deleted where the caret stands',
      'aaa',
      'aa',
      1,
      { at: 1, deleted: 1, inserted: '' },
    ],
    [
      'a word in place of a marked one',
      'es teh',
      'es jeruk',
      8,
      { at: 3, deleted: 3, inserted: 'jeruk' },
    ],
    ['a new emoji with the same first half', '😀', '😁', 2, { at: 0, deleted: 2, inserted: '😁' }],
    [
      'a new emoji with the same second half',
      '\u{1f600}',
      '\u{1f200}',
      2,
      { at: 0, deleted: 2, inserted: '\u{1f200}' },
    ],
    ['nothing', 'soto', 'soto', 2, { at: 2, deleted: 0, inserted: '' }],
    ['everything', 'soto', '', 0, { at: 0, deleted: 4, inserted: '' }],
  ])('is %s', (_, before, after, caret, splice) => {
    expect(spliceBetween(before, after, caret)).toEqual(splice)
  })

  it('leads from the one to the other wherever the caret stands, and cuts no emoji', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', '🈀'), maxLength: 8 })
    fc.assert(
      fc.property(words, words, fc.nat(20), (before, after, caret) => {
        const { at, deleted, inserted } = spliceBetween(before, after, caret)
        expect(before.slice(0, at) + inserted + before.slice(at + deleted)).toBe(after)
        for (const part of [before.slice(0, at), inserted, before.slice(at, at + deleted)]) {
          expect(part).not.toMatch(/\p{Surrogate}/u)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the changes between two strings', () => {
  it.each([
    [
      'apart',
      'tahu',
      'mahu!',
      [
        { at: 4, deleted: 0, inserted: '!' },
        { at: 0, deleted: 1, inserted: 'm' },
      ],
    ],
    ['in one place', 'es teh', 'es kopi', [{ at: 3, deleted: 3, inserted: 'kopi' }]],
    [
      'beside an emoji that stays',
      'a😀b',
      'c😀d',
      [
        { at: 3, deleted: 1, inserted: 'd' },
        { at: 0, deleted: 1, inserted: 'c' },
      ],
    ],
    ['none', 'soto', 'soto', []],
  ])('are the least: %s', (_, before, after, splices) => {
    expect(splicesBetween(before, after)).toEqual(splices)
  })

  const made = (before: string, splices: readonly Splice[]) =>
    splices.reduce(
      (text, { at, deleted, inserted }) => text.slice(0, at) + inserted + text.slice(at + deleted),
      before,
    )
  const letter = fc.constantFrom('a', 'b', 'c', '😀', '😁', '🈀')

  it('lead from the one to the other', () => {
    const words = fc.string({ unit: letter, maxLength: 12 })
    fc.assert(
      fc.property(words, words, (before, after) => {
        expect(made(before, splicesBetween(before, after))).toBe(after)
      }),
      { numRuns: 500 },
    )
  })

  it('take nothing away where letters were only added, and add nothing where some only went', () => {
    const some = fc.array(fc.tuple(letter, fc.boolean()), { maxLength: 12 })
    fc.assert(
      fc.property(some, (letters) => {
        const all = letters.map(([each]) => each).join('')
        const part = letters.map(([each, stays]) => (stays ? each : '')).join('')
        expect(splicesBetween(part, all).every(({ deleted }) => deleted === 0)).toBe(true)
        expect(splicesBetween(all, part).every(({ inserted }) => inserted === '')).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('are one where both are long and have little in common', () => {
    const [before, after] = ['ab'.repeat(2_000), 'cd'.repeat(2_000)]
    expect(splicesBetween(before, after)).toEqual([{ at: 0, deleted: 4_000, inserted: after }])
  })
})
