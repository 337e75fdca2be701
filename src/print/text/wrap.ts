/**
 * Breaks text into lines that fit. A text is measured once and wrapped at as many widths and sizes as the layout tries.
 * Lines break at spaces only: reduplicated words (oleh-oleh) stay together. A word wider than a whole line breaks after
 * a hyphen or slash in it, else between signs.
 */
import { MISSING_SIGN, PLACEHOLDER } from './printable.ts'
import type { PrintFace } from './trueType.ts'

type Word = { text: string; units: number }
/** Units are thousandths of the type size. */
export type Measured = {
  /** Words of each paragraph; an empty one is a blank line. */
  paragraphs: readonly (readonly Word[])[]
  /** Of all words together. */
  units: number
  spaceUnits: number
  unitsOf(text: string): number
}

export type WrappedLine = {
  text: string
  units: number
  /** What stood between this line and the next. */
  end: ' ' | '\n' | ''
}

export function measure(printable: string, face: PrintFace): Measured {
  const unitsOf = (text: string): number => {
    let units = 0
    for (const char of text) {
      const drawn = char === PLACEHOLDER ? MISSING_SIGN : char
      units += face.advance(drawn.codePointAt(0) ?? 0) ?? 0
    }
    return units
  }
  const paragraphs = printable.split('\n').map((paragraph) =>
    paragraph
      .split(' ')
      .filter((text) => text !== '')
      .map((text) => ({ text, units: unitsOf(text) })),
  )
  const units = paragraphs.flat().reduce((sum, word) => sum + word.units, 0)
  return { paragraphs, units, spaceUnits: unitsOf(' '), unitsOf }
}

export function wrap(measured: Measured, maxUnits: number): WrappedLine[] {
  const lines: WrappedLine[] = []
  for (const [at, words] of measured.paragraphs.entries()) {
    if (at > 0) endLine(lines, '\n')
    lines.push(...wrapParagraph(words, measured, maxUnits))
  }
  return lines
}

function endLine(lines: WrappedLine[], end: WrappedLine['end']) {
  const last = lines[lines.length - 1]
  if (last) last.end = end
}

function wrapParagraph(words: readonly Word[], measured: Measured, maxUnits: number) {
  const lines: WrappedLine[] = []
  let line: Word | null = null
  const push = (full: Word, end: WrappedLine['end']) => lines.push({ ...full, end })
  for (const word of words) {
    if (line && line.units + measured.spaceUnits + word.units <= maxUnits) {
      line = {
        text: `${line.text} ${word.text}`,
        units: line.units + measured.spaceUnits + word.units,
      }
      continue
    }
    if (line) push(line, ' ')
    const pieces = word.units <= maxUnits ? [word] : breakWord(word.text, measured, maxUnits)
    for (const piece of pieces.slice(0, -1)) push(piece, '')
    line = pieces[pieces.length - 1] ?? null
  }
  push(line ?? { text: '', units: 0 }, ' ')
  keepCompany(lines, measured, maxUnits)
  return lines
}

/** A last line of one short word looks forgotten: the last word of a line of three or more joins it. */
function keepCompany(lines: WrappedLine[], measured: Measured, maxUnits: number) {
  const [before, last] = lines.slice(-2)
  if (!before || !last || before.end !== ' ' || last.text.includes(' ')) return
  const words = before.text.split(' ')
  const moved = words.pop()
  const units = measured.unitsOf(`${moved} ${last.text}`)
  if (words.length < 2 || units > maxUnits) return
  lines.splice(-2, 2, lineOf(words.join(' '), measured), {
    text: `${moved} ${last.text}`,
    units,
    end: ' ',
  })
}

const lineOf = (text: string, measured: Measured): WrappedLine => ({
  text,
  units: measured.unitsOf(text),
  end: ' ',
})

/** A base and the marks on it, and any joints of hyphens and slashes with what stands before them. */
const SIGN = /[\s\S]\p{M}*/gu
const JOINT = /[^-/]*[-/]+|[^-/]+/g

function breakWord(text: string, measured: Measured, maxUnits: number): Word[] {
  const parts = (text.match(JOINT) ?? []).flatMap((part) =>
    measured.unitsOf(part) <= maxUnits ? [part] : (part.match(SIGN) ?? []),
  )
  const pieces: Word[] = []
  let piece: Word = { text: '', units: 0 }
  for (const part of parts) {
    const units = measured.unitsOf(part)
    if (piece.text !== '' && piece.units + units > maxUnits) {
      pieces.push(piece)
      piece = { text: '', units: 0 }
    }
    piece = { text: piece.text + part, units: piece.units + units }
  }
  return [...pieces, piece]
}

/** The text of lines again, as it was before they were broken. */
export const joinLines = (lines: readonly WrappedLine[]): string =>
  lines.map((line, at) => (at === lines.length - 1 ? line.text : line.text + line.end)).join('')
