/** A page while it is being laid out: text is measured here, and nowhere else. */
import type { Colour } from '../design/palette.ts'
import type { NoteId } from '../model/ids.ts'
import type { Faces } from './details.ts'
import type { Mark, PageItem, Weight } from './page.ts'
import { MM_PER_PT } from './page.ts'
import { MISSING_SIGN, PLACEHOLDER } from './text/printable.ts'
import type { WrappedLine } from './text/wrap.ts'
import { measure, wrap } from './text/wrap.ts'

export type Sheet = { items: PageItem[]; marks: Mark[] }
export const emptySheet = (): Sheet => ({ items: [], marks: [] })

export type TextStyle = { sizePt: number; weight: Weight; colour: Colour }
type TextPlace = {
  x: number
  baseline: number
  align?: 'left' | 'middle' | 'right'
  turned?: boolean
  note?: NoteId | null
  label?: NoteId | null
}

export const unitsToMm = (units: number, sizePt: number): number =>
  (units / 1000) * sizePt * MM_PER_PT
export const mmToUnits = (mm: number, sizePt: number): number => (mm * 1000) / (sizePt * MM_PER_PT)

/** Where the baseline lies in a line of this height, as browsers place it: half of the leading above the face. */
export function baselineIn(linePt: number, sizePt: number, faces: Faces): number {
  const { ascent, descent } = faces.semibold
  return (linePt / 2 + ((ascent - descent) / 2000) * sizePt) * MM_PER_PT
}

export function textWidth(faces: Faces, style: TextStyle, printable: string): number {
  return unitsToMm(measure('', faces[style.weight]).unitsOf(printable), style.sizePt)
}

/** Puts one line of printable text on the sheet; its missing signs become □ and are marked. */
export function putText(
  sheet: Sheet,
  faces: Faces,
  style: TextStyle,
  printable: string,
  { x, baseline, align = 'left', turned = false, note = null, label = null }: TextPlace,
) {
  const widthMm = textWidth(faces, style, printable)
  const shift = align === 'right' ? widthMm : align === 'middle' ? widthMm / 2 : 0
  const start = turned ? { x, y: baseline + shift } : { x: x - shift, y: baseline }
  for (const { part, along } of partsOf(printable, faces, style)) {
    const text = part.replaceAll(PLACEHOLDER, MISSING_SIGN).replaceAll('\u00a0', ' ')
    const at = turned
      ? { x: start.x, baseline: start.y - along }
      : { x: start.x + along, baseline: start.y }
    const width = textWidth(faces, style, part)
    sheet.items.push({ kind: 'run', ...at, widthMm: width, ...style, text, turned, note, label })
  }
  for (let from = printable.indexOf(PLACEHOLDER); from >= 0; ) {
    sheet.marks.push({
      x: start.x + textWidth(faces, style, printable.slice(0, from)),
      y: start.y - style.sizePt * 0.78 * MM_PER_PT,
      width: textWidth(faces, style, PLACEHOLDER),
      height: style.sizePt * 0.86 * MM_PER_PT,
    })
    from = printable.indexOf(PLACEHOLDER, from + 1)
  }
}

/**
 * Text without loose marks is one part. A mark that no ready-made letter has (most do after NFC) is a part of its own,
 * centred on its letter: the PDF knows nothing of the face's anchors and would put it beside.
 */
function* partsOf(printable: string, faces: Faces, style: TextStyle) {
  const face = faces[style.weight]
  let along = 0
  let letter = 0
  for (const [part] of printable.matchAll(/\P{M}+|\p{M}/gu)) {
    const code = part.codePointAt(0) ?? 0
    const isMark = face.advance(code) === 0
    const back = isMark ? letter / 2 + face.middle(code) : 0
    yield { part, along: along - unitsToMm(back, style.sizePt) }
    along += textWidth(faces, style, part)
    if (!isMark) letter = face.advance(part.codePointAt(part.length - 1) ?? 0) ?? 0
  }
}

export type FittedText = { weight: Weight; sizePt: number; lines: WrappedLine[] }

/** The largest of the sizes at which the text takes one line; at the last of them it may take several. */
export function fitText(
  faces: Faces,
  weight: Weight,
  printable: string,
  sizesPt: readonly number[],
  widthMm: number,
): FittedText {
  const measured = measure(printable, faces[weight])
  let fitted: FittedText = { weight, sizePt: sizesPt[0] ?? 10, lines: [] }
  for (const sizePt of sizesPt) {
    fitted = { weight, sizePt, lines: wrap(measured, mmToUnits(widthMm, sizePt)) }
    if (fitted.lines.length <= 1) break
  }
  return fitted
}
