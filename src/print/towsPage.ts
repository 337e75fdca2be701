/** The four strategies, and beside each pair of them the quadrants that they combine: inside above, outside on the left. */
import { PRINT_INKS } from '../design/palette.ts'
import type { NoteId } from '../model/ids.ts'
import type { GridArea, QuadrantId } from '../model/zones.ts'
import { zoneById, zonesOfTab } from '../model/zones.ts'
import { drawBeside } from './beside.ts'
import type { NotesOf } from './canvasPages.ts'
import { boxOf, drawEdges, drawFrame } from './canvasPages.ts'
import type { Kit } from './details.ts'
import { LARGEST_NOTE_PT } from './notes.ts'
import type { Rectangle } from './page.ts'
import { MM_PER_PT } from './page.ts'
import type { Sheet } from './sheet.ts'
import { baselineIn, fitText, putText } from './sheet.ts'
import { toPrintable } from './text/printable.ts'
import type { Overflow } from './zoneBox.ts'
import { BLOCK_HEADING, drawZone, INSET } from './zoneBox.ts'

const COLUMNS = [0, 0.21, 0.605, 1]
const ROWS = [0, 0.25, 0.625, 1]
const CORNER: GridArea = { column: 1, columnSpan: 1, row: 1, rowSpan: 1 }
const BESIDE: readonly { quadrant: QuadrantId; grid: GridArea; columns: number }[] = [
  { quadrant: 'strengths', grid: { ...CORNER, column: 2 }, columns: 2 },
  { quadrant: 'weaknesses', grid: { ...CORNER, column: 3 }, columns: 2 },
  { quadrant: 'opportunities', grid: { ...CORNER, row: 2 }, columns: 1 },
  { quadrant: 'threats', grid: { ...CORNER, row: 3 }, columns: 1 },
]

/** @param joined The notes that some strategy combines. */
export function drawTows(
  sheet: Sheet,
  kit: Kit,
  body: Rectangle,
  notesOf: NotesOf,
  joined: ReadonlySet<NoteId>,
): Overflow[] {
  drawFrame(sheet, body)
  const at = (grid: GridArea | null): Rectangle => {
    const box = boxOf(grid, body, COLUMNS, ROWS)
    drawEdges(sheet, box, body)
    return box
  }
  drawHint(sheet, kit, at(CORNER))
  const beside = BESIDE.map(({ quadrant, grid, columns }) =>
    drawBeside(sheet, kit, zoneById(quadrant), notesOf(quadrant), joined, at(grid), columns),
  )
  const strategies = zonesOfTab('tows').map((zone) =>
    drawZone(sheet, kit, zone, notesOf(zone.id), at(zone.grid), {
      heading: BLOCK_HEADING,
      largestPt: LARGEST_NOTE_PT,
      columns: 2,
    }),
  )
  return [...strategies, ...beside].filter((overflow) => overflow !== null)
}

/** What the page asks for, where nothing else stands. */
function drawHint(sheet: Sheet, kit: Kit, box: Rectangle) {
  const { faces, texts } = kit
  const words = toPrintable(texts.page.towsHint, faces.semibold).text
  const style = { sizePt: 9, weight: 'semibold', colour: PRINT_INKS.third } as const
  const linePt = style.sizePt * 1.3
  const { lines } = fitText(faces, style.weight, words, [style.sizePt], box.width - 2 * INSET.x)
  for (const [row, { text }] of lines.entries()) {
    const top = box.y + INSET.top + row * linePt * MM_PER_PT
    const baseline = top + baselineIn(linePt, style.sizePt, faces)
    putText(sheet, faces, style, text, { x: box.x + INSET.x, baseline })
  }
}
