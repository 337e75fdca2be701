/** The two canvases on paper: the nine blocks as Osterwalder and Pigneur laid them out, and SWOT on its two axes. */
import { PRINT_INKS } from '../design/palette.ts'
import type { GridArea, ZoneId } from '../model/zones.ts'
import { zonesOfTab } from '../model/zones.ts'
import type { Kit } from './details.ts'
import { drawPicture } from './draw/pictures.ts'
import type { PrintNote } from './notes.ts'
import { LARGEST_NOTE_PT } from './notes.ts'
import type { Rectangle, Stroke } from './page.ts'
import type { Sheet } from './sheet.ts'
import { putText, textWidth } from './sheet.ts'
import type { Overflow } from './zoneBox.ts'
import { BLOCK_HEADING, drawZone, QUADRANT_HEADING } from './zoneBox.ts'

export type NotesOf = (zone: ZoneId) => readonly PrintNote[]

const OUTLINE: Stroke = { colour: PRINT_INKS.ink, widthMm: 0.5 }
const HAIRLINE: Stroke = { colour: PRINT_INKS.ink, widthMm: 0.35 }
const CORNER_MM = 2.5

/** Edges of the grid's columns and rows, from 0. */
const BMC_COLUMNS = Array.from({ length: 11 }, (_, at) => at / 10)
const BMC_ROWS = [0, 1 / 2.58, 2 / 2.58, 1]
const HALVES = [0, 0.5, 1]

const AXIS = { topMm: 6.5, leftMm: 7, sizePt: 9.5, iconMm: 4 }

export function drawFrame(sheet: Sheet, box: Rectangle) {
  const frame = { fill: null, stroke: OUTLINE, note: null, radius: CORNER_MM }
  sheet.items.push({ kind: 'box', ...box, ...frame })
}

export function drawHairline(sheet: Sheet, x1: number, y1: number, x2: number, y2: number) {
  sheet.items.push({ kind: 'line', x1, y1, x2, y2, stroke: HAIRLINE })
}

export function boxOf(
  grid: GridArea | null,
  sheet: Rectangle,
  columns: readonly number[],
  rows: readonly number[],
): Rectangle {
  const { column, columnSpan, row, rowSpan } = grid ?? {
    column: 1,
    columnSpan: 1,
    row: 1,
    rowSpan: 1,
  }
  const left = columns[column - 1] ?? 0
  const top = rows[row - 1] ?? 0
  return {
    x: sheet.x + left * sheet.width,
    y: sheet.y + top * sheet.height,
    width: ((columns[column - 1 + columnSpan] ?? 1) - left) * sheet.width,
    height: ((rows[row - 1 + rowSpan] ?? 1) - top) * sheet.height,
  }
}

/** Each zone draws the edge towards its right and lower neighbour; the frame is the rest. */
export function drawEdges(sheet: Sheet, box: Rectangle, all: Rectangle) {
  const right = box.x + box.width
  const bottom = box.y + box.height
  if (right < all.x + all.width - 0.1) drawHairline(sheet, right, box.y, right, bottom)
  if (bottom < all.y + all.height - 0.1) drawHairline(sheet, box.x, bottom, right, bottom)
}

export function drawBmc(sheet: Sheet, kit: Kit, body: Rectangle, notesOf: NotesOf): Overflow[] {
  drawFrame(sheet, body)
  return zonesOfTab('bmc').flatMap((zone) => {
    const box = boxOf(zone.grid, body, BMC_COLUMNS, BMC_ROWS)
    const notes = notesOf(zone.id)
    drawEdges(sheet, box, body)
    const isTall = (zone.grid?.rowSpan ?? 1) > 1
    const overflow = drawZone(sheet, kit, zone, notes, box, {
      heading: BLOCK_HEADING,
      largestPt: isTall ? LARGEST_NOTE_PT : 10.5,
      columns: notes.length <= 3 ? 3 : 4,
    })
    return overflow ? [overflow] : []
  })
}

export function drawSwot(sheet: Sheet, kit: Kit, body: Rectangle, notesOf: NotesOf): Overflow[] {
  const grid = {
    x: body.x + AXIS.leftMm,
    y: body.y + AXIS.topMm,
    width: body.width - AXIS.leftMm,
    height: body.height - AXIS.topMm,
  }
  drawFrame(sheet, grid)
  drawAxes(sheet, kit, grid)
  return zonesOfTab('swot').flatMap((zone) => {
    const box = boxOf(zone.grid, grid, HALVES, HALVES)
    drawEdges(sheet, box, grid)
    const overflow = drawZone(sheet, kit, zone, notesOf(zone.id), box, {
      heading: QUADRANT_HEADING,
      largestPt: LARGEST_NOTE_PT,
      columns: 3,
    })
    return overflow ? [overflow] : []
  })
}

function drawAxes(sheet: Sheet, kit: Kit, grid: Rectangle) {
  const { faces, pictures } = kit
  const { helps, hinders, inside, outside } = kit.texts.page
  const style = { sizePt: AXIS.sizePt, weight: 'bold', colour: PRINT_INKS.second } as const
  const columns = [
    { text: helps, icon: 'check' },
    { text: hinders, icon: 'close' },
  ]
  for (const [at, { text, icon }] of columns.entries()) {
    const width = AXIS.iconMm + 1.5 + textWidth(faces, style, text)
    const x = grid.x + grid.width * (0.25 + at * 0.5) - width / 2
    const baseline = grid.y - 2.2
    const place = { x, y: baseline - 3.2, sizeMm: AXIS.iconMm, colour: PRINT_INKS.second }
    sheet.items.push(...drawPicture(pictures, icon, place))
    putText(sheet, faces, style, text, { x: x + AXIS.iconMm + 1.5, baseline })
  }
  for (const [at, text] of [inside, outside].entries()) {
    const middle = grid.y + grid.height * (0.25 + at * 0.5)
    const x = grid.x - 2.6
    putText(sheet, faces, style, text, { x, baseline: middle, align: 'middle', turned: true })
  }
}
