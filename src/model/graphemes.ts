/** Text as the signs people see: a flag, a family of four or a letter with its marks counts as one. */

/** For browsers without Intl.Segmenter: flags, emoji with skin, joiner and tags, and bases with their marks. */
const ONE_SIGN =
  /\r\n|\p{RI}\p{RI}|\p{Emoji}(?:\p{EMod}|\ufe0f?\u20e3|[\u{e0020}-\u{e007f}]|\ufe0e|\ufe0f|\u200d\p{Emoji}|\p{M})+|[\s\S](?:\p{M}|\u200c|\u200d)*/gu

/** Only letters, digits and signs that never join with what follows. */
const PLAIN = /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff]*$/

const segmenter =
  typeof Intl !== 'undefined' && 'Segmenter' in Intl
    ? new Intl.Segmenter('id', { granularity: 'grapheme' })
    : null

export function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return text.split('')
  return segmenter
    ? Array.from(segmenter.segment(text), (each) => each.segment)
    : graphemesByPattern(text)
}

export const graphemesByPattern = (text: string): string[] => text.match(ONE_SIGN) ?? []
