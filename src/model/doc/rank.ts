/**
 * Order keys between neighbours, so that moving one note never renumbers the others. Keys compare by code unit.
 * @see D. Greenspan, "Implementing Fractional Indexing", for the midpoint rule.
 */
import { generateKeyBetween } from 'fractional-indexing'

/** Two people who insert at the same spot should not make the same key: each halving below draws one bit. */
const JITTER_BITS = 12
/** Inserting at one spot adds a character each four times: thousands of moves fit. */
const MAX_RANK_LENGTH = 1_000
/**
 * Heads `A` and `z` end the range of keys: beside them the library throws or makes keys that it refuses itself. Nobody
 * gets there by moving notes, so such a key is a forgery. Digits other than these compare wrongly.
 */
const RANK = /^[B-Za-y][0-9A-Za-z]+$/

/** Where a note without a usable rank sorts: after all others, by id. */
export const LAST_RANK = '~'

export const compareRanks = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** How long the integer part of a key is, its head included: the head says so. */
const wholeLength = (key: string): number => {
  const head = key.charCodeAt(0)
  return head < 97 ? 92 - head : head - 95
}

/**
 * A rank that `rankBetween` can build on: the library throws on a short integer part or a zero at the end of the fraction.
 * What else a document holds reads as `LAST_RANK`.
 */
export function isRank(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > MAX_RANK_LENGTH || !RANK.test(value)) return false
  const whole = wholeLength(value)
  return value.length === whole || (value.length > whole && !value.endsWith('0'))
}

/**
 * A key strictly between two neighbours; `null` is the open end.
 * @param random 0 ≤ x < 1, as Math.random.
 * @throws RangeError when `before >= after`: the caller worked from a stale view.
 */
export function rankBetween(
  before: string | null,
  after: string | null,
  random: () => number,
): string {
  if (before !== null && after !== null && before >= after) {
    throw new RangeError(`no rank between ${before} and ${after}`)
  }
  let low = before
  let high = after
  let key = generateKeyBetween(low, high)
  for (let bit = 0; bit < JITTER_BITS; bit++) {
    if (random() < 0.5) low = key
    else high = key
    key = generateKeyBetween(low, high)
  }
  return key
}

/** A key at the open end of a list: jittered in its fraction, so that long lists do not grow long keys. */
export const rankAfter = (last: string | null, random: () => number): string => {
  const next = generateKeyBetween(last, null)
  return rankBetween(next, generateKeyBetween(next, null), random)
}
