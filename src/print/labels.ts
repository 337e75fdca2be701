/** Small print under a note's words: what it joins, that it is a finding, where it comes from, its tags. In one flow. */
import { PRINT_INKS } from '../design/palette.ts'
import type { NoteId } from '../model/ids.ts'
import type { Faces, Kit } from './details.ts'
import { drawPicture } from './draw/pictures.ts'
import { MM_PER_PT } from './page.ts'
import type { Sheet, TextStyle } from './sheet.ts'
import { baselineIn, mmToUnits, putText, textWidth, unitsToMm } from './sheet.ts'
import { measure, wrap } from './text/wrap.ts'

/** Its text is printable. `isLoud`: said in bold. */
export type Label = { picture: string | null; text: string; isLoud: boolean }

type Part = Label & { xMm: number; row: number }
/** Labels at one width. */
export type LabelFlow = { parts: Part[]; rows: number }

const SIZE_PT = 8
const LINE_PT = 10.5
const BETWEEN_MM = 2.4
/** Between a note's words and its labels. */
export const ABOVE_LABELS_MM = 0.5
const PICTURE_MM = 3.1
const BESIDE_PICTURE_MM = 3.6

export const rowsHeight = (rows: number): number => rows * LINE_PT * MM_PER_PT

const styleOf = ({ isLoud }: Label): TextStyle => ({
  sizePt: SIZE_PT,
  weight: isLoud ? 'bold' : 'semibold',
  colour: isLoud ? PRINT_INKS.ink : PRINT_INKS.second,
})

/** Next to each other while they fit; one that is wider than a whole line takes several. */
export function flowLabels(labels: readonly Label[], widthMm: number, faces: Faces): LabelFlow {
  const parts: Part[] = []
  let xMm = 0
  let row = 0
  for (const label of labels) {
    const style = styleOf(label)
    const indent = label.picture === null ? 0 : BESIDE_PICTURE_MM
    const needed = indent + textWidth(faces, style, label.text)
    if (xMm > 0 && xMm + needed > widthMm) {
      xMm = 0
      row++
    }
    if (needed <= widthMm) {
      parts.push({ ...label, xMm, row })
      xMm += needed + BETWEEN_MM
      continue
    }
    const measured = measure(label.text, faces[style.weight])
    const lines = wrap(measured, mmToUnits(widthMm - indent, SIZE_PT))
    for (const [at, { text, units }] of lines.entries()) {
      if (at > 0) row++
      const isFirst = at === 0
      parts.push({
        ...label,
        picture: isFirst ? label.picture : null,
        text,
        xMm: isFirst ? 0 : indent,
        row,
      })
      xMm = indent + unitsToMm(units, SIZE_PT) + BETWEEN_MM
    }
  }
  return { parts, rows: labels.length === 0 ? 0 : row + 1 }
}

export function drawLabels(
  sheet: Sheet,
  kit: Kit,
  { parts }: LabelFlow,
  { x, y, note }: { x: number; y: number; note: NoteId },
) {
  for (const part of parts) {
    const style = styleOf(part)
    const top = y + rowsHeight(part.row)
    const left = x + part.xMm
    if (part.picture !== null) {
      const middle = top + rowsHeight(1) / 2
      const at = { x: left - 0.3, y: middle - PICTURE_MM / 2 - 0.1, sizeMm: PICTURE_MM }
      sheet.items.push(...drawPicture(kit.pictures, part.picture, { ...at, colour: style.colour }))
    }
    putText(sheet, kit.faces, style, part.text, {
      x: part.picture === null ? left : left + BESIDE_PICTURE_MM,
      baseline: top + baselineIn(LINE_PT, SIZE_PT, kit.faces),
      label: note,
    })
  }
}
