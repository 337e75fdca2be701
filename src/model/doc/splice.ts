/** The smallest single change between two strings: what a keystroke, a paste or a deletion did. */

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
