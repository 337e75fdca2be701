/** Pages for what found no room on its canvas, and for the tray: four columns, zone after zone, nothing left over. */
import type { Zone } from '../model/zones.ts'
import { drawFrame, drawHairline } from './canvasPages.ts'
import type { Kit } from './details.ts'
import type { HeadWords } from './frame.ts'
import { layoutHead } from './frame.ts'
import type { PrintNote } from './notes.ts'
import { cutPiece, drawPiece, noteStyle, pieceOf } from './notes.ts'
import type { Rectangle } from './page.ts'
import type { Sheet } from './sheet.ts'
import { emptySheet } from './sheet.ts'
import { BELOW_HEADING_MM, BLOCK_HEADING, layoutHeading } from './zoneBox.ts'

export type Section = {
  zone: Zone
  notes: readonly PrintNote[]
  hint: string
  isContinued: boolean
}
export type ContinuationPage = { sheet: Sheet; title: string; zones: Zone[] }

const COLUMNS = 4
const INSET_MM = 2.6
const NOTE_PT = 10
const BETWEEN_ZONES_MM = 4
/** A note too long for a column begins where at least this much is free. */
const ROOM_TO_BEGIN_MM = 30

/** What is still to be placed: the first section may have been begun. */
type Queue = { section: Section; notes: PrintNote[] }[]

export function layoutContinuations(
  sections: readonly Section[],
  head: HeadWords,
  kit: Kit,
): ContinuationPage[] {
  const pages: ContinuationPage[] = []
  let queue: Queue = sections.map((section) => ({ section, notes: [...section.notes] }))
  while (queue.length > 0) {
    const { page, left } = layoutPage(queue, head, kit)
    pages.push(page)
    queue = left
  }
  return pages
}

/** The title names the zones on the page, and a long title takes their room: laid out again until both agree. */
function layoutPage(queue: Queue, head: HeadWords, kit: Kit) {
  let title = ''
  for (;;) {
    const { body } = layoutHead(head, title, kit)
    const { sheet, zones, left } = fillPage(queue, body, kit)
    const named = titleOf(zones, kit)
    const needed = layoutHead(head, named, kit)
    if (needed.body.height >= body.height - 1e-6) {
      needed.draw(sheet)
      drawColumns(sheet, body)
      const page = { sheet, title: named, zones: zones.map((each) => each.zone) }
      return { page, left }
    }
    title = named
  }
}

function titleOf(sections: readonly Section[], kit: Kit): string {
  const name = ({ zone }: Section) => kit.texts.zones[zone.id].name
  const continued = sections.filter((section) => section.isContinued).map(name)
  const others = sections.filter((section) => !section.isContinued).map(name)
  return [...(continued.length > 0 ? [kit.texts.page.continued(continued)] : []), ...others].join(
    ' · ',
  )
}

function drawColumns(sheet: Sheet, body: Rectangle) {
  drawFrame(sheet, body)
  for (let column = 1; column < COLUMNS; column++) {
    const x = body.x + (body.width * column) / COLUMNS
    drawHairline(sheet, x, body.y, x, body.y + body.height)
  }
}

function fillPage(queue: Queue, body: Rectangle, kit: Kit) {
  const sheet = emptySheet()
  const style = noteStyle(NOTE_PT)
  const columnMm = body.width / COLUMNS
  const width = columnMm - 2 * INSET_MM
  const top = body.y + INSET_MM
  const bottom = body.y + body.height - INSET_MM
  const left: Queue = queue.map(({ section, notes }) => ({ section, notes: [...notes] }))
  const zones: Section[] = []
  let column = 0
  let y = top
  const x = () => body.x + column * columnMm + INSET_MM
  const nextColumn = () => {
    column += 1
    y = top
  }
  for (let entry = left[0]; entry && column < COLUMNS; entry = left[0]) {
    const { section } = entry
    const heading = layoutHeading(kit, section.zone, section.hint, width, BLOCK_HEADING)
    const headMm = heading.height + BELOW_HEADING_MM
    let headed = -1
    for (let note = entry.notes[0]; note && column < COLUMNS; note = entry.notes[0]) {
      const isFirst = headed !== column
      const lead = isFirst ? headMm + (y > top ? BETWEEN_ZONES_MM : 0) : 0
      const room = bottom - y - lead
      const piece = pieceOf(note, width, style, kit)
      const columnRoom = bottom - top - headMm
      const cut =
        piece.height > columnRoom && room >= ROOM_TO_BEGIN_MM ? cutPiece(piece, room, kit) : null
      if (piece.height > room && !cut) {
        nextColumn()
        continue
      }
      if (isFirst) {
        if (y > top) y += BETWEEN_ZONES_MM
        heading.draw(sheet, x(), y)
        y += headMm
        headed = column
        if (!zones.includes(section)) zones.push(section)
      }
      const placed = cut?.head ?? piece
      drawPiece(sheet, kit, placed, x(), y)
      y += placed.height + style.gap
      if (cut) entry.notes[0] = cut.rest
      else entry.notes.shift()
    }
    if (entry.notes.length === 0) left.shift()
  }
  return { sheet, zones, left }
}
