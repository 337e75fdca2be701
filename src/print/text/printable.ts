/** What of a text the face can print. Signs it lacks become one placeholder each and are named. */
import { graphemes } from '../../model/graphemes.ts'
import type { PrintFace } from './trueType.ts'

/** Stands for one missing sign until it is drawn as □. A private-use character: no face of ours has it. */
export const PLACEHOLDER = '\ue000'
export const MISSING_SIGN = '□'

export type Printable = {
  text: string
  /** The signs that became placeholders, in order, with repeats. */
  missing: string[]
}

/** Steer how neighbours join or which way text runs; nothing of them is seen. */
const UNSEEN =
  /\p{Cc}|\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e01ef}]/gu
const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
/** However many lines somebody left blank, paper shows two. */
const BLANK_LINES = '\n\n\n'
const LONE_SURROGATE = /\p{Surrogate}/gu

/** Signs the face may lack that look like one it has. */
const LOOKALIKES: Readonly<Record<string, string>> = { '\u2011': '-', '\u2010': '-' }

const isSpace = /^[\t\p{Zs}]$/u

/** More marks than that on one letter can't be told apart, on paper or on screen. */
const TOO_MANY_MARKS = /\p{M}{5}/u

export function toPrintable(source: string, face: PrintFace): Printable {
  const missing: string[] = []
  const has = (sign: string) =>
    !TOO_MANY_MARKS.test(sign) &&
    Array.from(sign).every((each) => face.advance(each.codePointAt(0) ?? 0) !== undefined)
  let text = ''
  for (const sign of graphemes(normalised(source))) {
    if (sign === '\n' || sign === '\u00a0') text += sign
    else if (isSpace.test(sign)) text += ' '
    else {
      const seen = sign.replace(UNSEEN, '')
      const printed = has(seen) ? seen : LOOKALIKES[seen]
      if (printed === undefined) missing.push(sign)
      text += printed ?? PLACEHOLDER
    }
  }
  return { text, missing }
}

function normalised(source: string): string {
  return source
    .replace(LINE_BREAK, '\n')
    .replace(LONE_SURROGATE, '\ufffd')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{4,}/g, BLANK_LINES)
    .trim()
}
