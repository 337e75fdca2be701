/** Strings as people type and paste them. Lengths are UTF-16 units throughout: what a field's `maxlength` counts. */

import { graphemes } from './graphemes.ts'

/** True where an index stands between the two halves of one character. */
export const splitsPair = (text: string, index: number): boolean => {
  const before = text.charCodeAt(index - 1)
  const after = text.charCodeAt(index)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

/** Half an emoji becomes "�" on the wire, so it must here too: otherwise two screens differ for good. Keeps the length. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')

/** Cut to a length, never inside a surrogate pair. */
export const cutText = (text: string, maxLength: number): string =>
  text.length <= maxLength
    ? text
    : text.slice(0, splitsPair(text, maxLength) ? maxLength - 1 : maxLength)

/** Without meaning in a line, or able to turn its neighbours round: zero-width spaces, bidi controls, soft hyphens. */
const STRAY = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g
/** Joiners and direction marks mean something between letters, nothing at an end. */
const ENDS = /^[\s\u200c-\u200f]+|[\s\u200c-\u200f]+$/g

/** A line: spaces of all kinds made one, control characters gone, composed as keyboards do (NFC). */
export const cleanLine = (text: string): string =>
  wellFormed(text)
    .replace(STRAY, '')
    // First: between two spaces it would leave both.
    .replace(/(?![\s\u0085])\p{Cc}/gu, '')
    .replace(/[\s\u0085]+/g, ' ')
    .normalize('NFC')
    .replace(ENDS, '')

/** The longest beginning within a length that ends between two characters as people count them. */
export function shortenLine(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  let end = 0
  for (const sign of graphemes(text)) {
    if (end + sign.length > maxLength) break
    end += sign.length
  }
  return (end === 0 ? cutText(text, maxLength) : text.slice(0, end)).trimEnd()
}
