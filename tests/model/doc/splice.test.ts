import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spliceBetween } from '../../../src/model/doc/splice.ts'

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
