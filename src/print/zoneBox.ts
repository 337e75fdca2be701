/** A zone on a page: its picture and name, its notes, and where the rest of them is. */
import { PRINT_INKS } from '../design/palette.ts'
import type { Zone } from '../model/zones.ts'
import { fillArea } from './columns.ts'
import type { Kit } from './details.ts'
import { drawPicture } from './draw/pictures.ts'
import type { PrintNote } from './notes.ts'
import { drawPiece } from './notes.ts'
import type { Rectangle } from './page.ts'
import { MM_PER_PT } from './page.ts'
import type { Sheet } from './sheet.ts'
import { baselineIn, fitText, putText } from './sheet.ts'
import { toPrintable } from './text/printable.ts'

export type HeadingSize = { namePt: readonly number[]; hintPt: readonly number[]; iconMm: number }
export const BLOCK_HEADING: HeadingSize = {
  namePt: [10.5, 10, 9.5, 9],
  hintPt: [7.5, 7],
  iconMm: 6,
}
export const QUADRANT_HEADING: HeadingSize = { namePt: [13, 12, 11], hintPt: [9, 8.5], iconMm: 7.5 }

/** Notes that found no room, and the line that says where they went. */
export type Overflow = {
  zone: Zone
  notes: PrintNote[]
  /** Writes the line, once the page is known (counted from 1). */
  pointTo(page: number): void
}

export const INSET = { x: 2.6, top: 2.4, bottom: 2.4 }
export const POINTER_MM = 4.6
const POINTER_PT = 8
export const BELOW_HEADING_MM = 2

export type Heading = { height: number; draw(sheet: Sheet, x: number, y: number): void }

export function layoutHeading(
  kit: Kit,
  zone: Zone,
  hint: string,
  width: number,
  size: HeadingSize,
): Heading {
  const { faces, texts, pictures } = kit
  const inset = size.iconMm + 2
  const print = (text: string) => toPrintable(text, faces.bold).text
  const name = print(texts.zones[zone.id].name)
  const { ink: colour, third } = PRINT_INKS
  const rows = [
    { ...fitText(faces, 'bold', name, size.namePt, width - inset), lead: 1.12, colour },
    {
      ...fitText(faces, 'semibold', print(hint), size.hintPt, width - inset),
      lead: 1.2,
      colour: third,
    },
  ]
  const height = rows.reduce(
    (sum, { lines, sizePt, lead }) => sum + lines.length * sizePt * lead * MM_PER_PT,
    0,
  )
  return {
    height,
    draw(sheet, x, y) {
      const icon = { x, y: y + (height - size.iconMm) / 2, sizeMm: size.iconMm, colour }
      sheet.items.push(...drawPicture(pictures, zone.icon, icon))
      let top = y
      for (const { lines, sizePt, lead, weight, colour } of rows) {
        for (const line of lines) {
          const baseline = top + baselineIn(sizePt * lead, sizePt, faces)
          putText(sheet, faces, { sizePt, weight, colour }, line.text, { x: x + inset, baseline })
          top += sizePt * lead * MM_PER_PT
        }
      }
    },
  }
}

/** Fills one block, quadrant or cell. Returns what did not fit, or null. */
export function drawZone(
  sheet: Sheet,
  kit: Kit,
  zone: Zone,
  notes: readonly PrintNote[],
  box: Rectangle,
  wishes: { heading: HeadingSize; largestPt: number; columns: number },
): Overflow | null {
  const x = box.x + INSET.x
  const y = box.y + INSET.top
  const width = box.width - 2 * INSET.x
  const hint = kit.texts.zones[zone.id].nickname
  const heading = layoutHeading(kit, zone, hint, width, wishes.heading)
  heading.draw(sheet, x, y)
  const top = y + heading.height + BELOW_HEADING_MM
  const area = { x, y: top, width, height: box.y + box.height - INSET.bottom - top }
  const { placed, rest } = fillArea(notes, area, { ...wishes, footMm: POINTER_MM }, kit)
  for (const { piece, x: left, y: upper } of placed) drawPiece(sheet, kit, piece, left, upper)
  if (rest.length === 0) return null
  const pointTo = (page: number) => drawPointer(sheet, kit, rest, page, area)
  return { zone, notes: rest, pointTo }
}

export function drawPointer(
  sheet: Sheet,
  kit: Kit,
  rest: readonly PrintNote[],
  page: number,
  area: Rectangle,
) {
  const isBegun = rest[0]?.isRest ?? false
  const text = kit.texts.page.restOnPage(rest.length - (isBegun ? 1 : 0), isBegun, page)
  const middle = area.y + area.height - POINTER_MM / 2 + 0.5
  const arrow = { x: area.x, y: middle - 1.7, sizeMm: 3.4, colour: PRINT_INKS.ink }
  sheet.items.push(...drawPicture(kit.pictures, 'forward', arrow))
  const room = area.width - 4.4
  const fitted = fitText(kit.faces, 'bold', text, [POINTER_PT, 7.5, 7], room)
  const style = { sizePt: fitted.sizePt, weight: 'bold', colour: PRINT_INKS.ink } as const
  const baseline = middle + fitted.sizePt * 0.26 * MM_PER_PT
  putText(sheet, kit.faces, style, fitted.lines[0]?.text ?? '', { x: area.x + 4.4, baseline })
}
