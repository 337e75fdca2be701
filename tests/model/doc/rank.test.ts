import fc from 'fast-check'
import { generateKeyBetween } from 'fractional-indexing'
import { describe, expect, it } from 'vitest'
import {
  compareRanks,
  isRank,
  LAST_RANK,
  rankAfter,
  rankBetween,
} from '../../../src/model/doc/rank.ts'
import { seededRandom } from '../../support/builders.ts'

/** Ranks in order, as a list gets them whose notes were put anywhere. */
function someRanks(inserts: readonly number[], random: () => number): string[] {
  const ranks: string[] = []
  for (const at of inserts) {
    const index = at % (ranks.length + 1)
    ranks.splice(index, 0, rankBetween(ranks[index - 1] ?? null, ranks[index] ?? null, random))
  }
  return ranks
}

describe('a rank', () => {
  it('lies strictly between its neighbours, wherever notes were put before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), fc.integer(), (inserts, seed) => {
        const ranks = someRanks(inserts, seededRandom(seed))
        expect(ranks.every(isRank)).toBe(true)
        expect([...ranks].sort(compareRanks)).toEqual(ranks)
        expect(new Set(ranks).size).toBe(ranks.length)
      }),
    )
  })

  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  const likeAKey = fc
    .tuple(
      fc.constantFrom('B', 'Y', 'Z', 'a', 'b', 'y', 'z', 'A'),
      fc.string({ unit: fc.constantFrom(...digits, '0', '0', 'z'), maxLength: 40 }),
    )
    .map((parts) => parts.join(''))

  it('is read from every key that the library takes, but for those at the ends of its range', () => {
    const isTaken = (key: string): boolean => {
      try {
        generateKeyBetween(key, null)
        return !/^[Az]/.test(key)
      } catch {
        return false
      }
    }
    fc.assert(
      fc.property(likeAKey, (key) => isRank(key) === isTaken(key)),
      { numRuns: 1000 },
    )
  })

  it('lies between any two keys that read as ranks, also ones that nobody here made', () => {
    const forged = likeAKey.filter(isRank)
    const open = fc.option(forged, { nil: null })
    fc.assert(
      fc.property(open, open, fc.integer(), (a, b, seed) => {
        fc.pre(a === null || b === null || a !== b)
        const [low, high] = a !== null && b !== null && a > b ? [b, a] : [a, b]
        const rank = rankBetween(low, high, seededRandom(seed))
        expect(low === null || low < rank).toBe(true)
        expect(high === null || rank < high).toBe(true)
        expect(rank < LAST_RANK).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('is another one for each person who inserts at the same spot', () => {
    const random = seededRandom(7)
    const drawn = Array.from({ length: 200 }, () => rankBetween('a0', 'a1', random))
    expect(new Set(drawn).size).toBeGreaterThan(190)
  })

  it('stays readable after two thousand inserts at one spot', () => {
    const random = seededRandom(3)
    let behindAnchor = 'a1'
    let beforeAnchor = 'a0'
    for (let i = 0; i < 2_000; i++) {
      behindAnchor = rankBetween('a0', behindAnchor, random)
      beforeAnchor = rankBetween(beforeAnchor, 'a1', random)
    }
    expect(isRank(behindAnchor)).toBe(true)
    expect(isRank(beforeAnchor)).toBe(true)
  })

  it('stays short at both ends of a long list', () => {
    const random = seededRandom(5)
    let last = rankAfter(null, random)
    let first = last
    for (let i = 0; i < 2_000; i++) {
      const next = rankAfter(last, random)
      expect(next > last).toBe(true)
      last = next
      first = rankBetween(null, first, random)
    }
    expect(last.length).toBeLessThan(12)
    expect(first.length).toBeLessThan(12)
  })

  it('is refused between neighbours in the wrong order', () => {
    expect(() => rankBetween('a1', 'a0', () => 0)).toThrow(RangeError)
    expect(() => rankBetween('a1', 'a1', () => 0)).toThrow(RangeError)
  })

  it.each([
    ['nothing', ''],
    ['a head alone', 'a'],
    ['an integer part that is cut short', 'c1'],
    ['a trailing zero', 'a00'],
    ['a digit that compares wrongly', 'a0~'],
    ['a space', 'a 1'],
    ['a letter outside ASCII', 'a0é'],
    ['the smallest key there is', `A${'0'.repeat(26)}`],
    ['a key without end', `a0${'V'.repeat(5_000)}`],
    ['the place of notes without a rank', LAST_RANK],
    ['a number', 3],
    ['a list', ['a0']],
    ['nothing at all', undefined],
  ])('is not read from %s', (_, value) => {
    expect(isRank(value)).toBe(false)
  })
})
