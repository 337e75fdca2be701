/** What leads from one string to another: as one change, as a keystroke makes it, or as the fewest letters that differ. */

import { splitsPair } from '../text.ts'

/** In UTF-16 units, never inside a surrogate pair. */
export type Splice = { at: number; deleted: number; inserted: string }

/**
 * By common prefix and suffix.
 * @param caret Where the caret stands after the change, to place repeated letters ("aa|a") where they were typed.
 */
export function spliceBetween(before: string, after: string, caret = after.length): Splice {
  const growth = after.length - before.length
  const prefixLimit = Math.min(
    before.length,
    after.length,
    Math.max(0, growth > 0 ? caret - growth : caret),
  )
  let start = 0
  while (start < prefixLimit && before[start] === after[start]) start++
  if (splitsPair(before, start) || splitsPair(after, start)) start--
  let endBefore = before.length
  let endAfter = after.length
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--
    endAfter--
  }
  if (splitsPair(before, endBefore) || splitsPair(after, endAfter)) {
    endBefore++
    endAfter++
  }
  return { at: start, deleted: endBefore - start, inserted: after.slice(start, endAfter) }
}

export const isNothing = (splice: Splice): boolean => splice.deleted === 0 && splice.inserted === ''

/** Letters of the one times letters of the other: more would hold a phone up. */
const MOST_COMPARED = 1_000_000

/**
 * Changes that touch no letter which both have in common, from the last to the first: each can be made without moving those
 * to come. Long strings that differ in very much: one change.
 */
export function splicesBetween(before: string, after: string): Splice[] {
  const whole = spliceBetween(before, after)
  const old = [...before.slice(whole.at, whole.at + whole.deleted)]
  const now = [...whole.inserted]
  if (old.length * now.length > MOST_COMPARED) return [whole]

  const common = lettersInCommon(old, now)
  const splices: Splice[] = []
  let [x, y] = [old.length, now.length]
  let splice: Splice = { at: whole.at + whole.deleted, deleted: 0, inserted: '' }
  while (x > 0 || y > 0) {
    const letter = old[x - 1] ?? ''
    const at = splice.at - letter.length
    if (letter === now[y - 1]) {
      splices.push(splice)
      splice = { at, deleted: 0, inserted: '' }
      x--
      y--
    } else if (x === 0 || (y > 0 && common(x, y - 1) >= common(x - 1, y))) {
      splice = { ...splice, inserted: now[--y] + splice.inserted }
    } else {
      splice = { ...splice, at, deleted: splice.deleted + letter.length }
      x--
    }
  }
  return [...splices, splice].filter((each) => !isNothing(each))
}

/** How many letters the first so many of each have in common, in their order. */
function lettersInCommon(old: readonly string[], now: readonly string[]) {
  const width = now.length + 1
  const counts = new Uint16Array((old.length + 1) * width)
  const common = (x: number, y: number): number => counts[x * width + y] ?? 0
  for (let x = 1; x <= old.length; x++) {
    for (let y = 1; y <= now.length; y++) {
      counts[x * width + y] =
        old[x - 1] === now[y - 1]
          ? common(x - 1, y - 1) + 1
          : Math.max(common(x - 1, y), common(x, y - 1))
    }
  }
  return common
}
