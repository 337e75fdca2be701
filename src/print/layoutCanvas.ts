/**
 * A canvas as printed pages: the BMC, the SWOT, then whatever found no room on them, and the tray. Pure: the same canvas
 * gives the same pages, in a browser, a worker or a test. Type shrinks within readable bounds, then notes go on to
 * further pages; nothing is cut and nothing overlaps. Cells of TOWS are not shown yet, on screen or here.
 */
import type { CanvasView } from '../model/canvas.ts'
import type { ZoneId } from '../model/zones.ts'
import { TRAY } from '../model/zones.ts'
import type { NotesOf } from './canvasPages.ts'
import { drawBmc, drawSwot } from './canvasPages.ts'
import type { Section } from './continuation.ts'
import { layoutContinuations } from './continuation.ts'
import type { Kit, PrintDetails, PrintOptions, PrintTab } from './details.ts'
import { drawFoot, headWords, layoutHead, PAGE } from './frame.ts'
import type { PrintNote } from './notes.ts'
import { printNotes } from './notes.ts'
import type { MissingSign, PrintedCanvas } from './page.ts'
import type { Sheet } from './sheet.ts'
import { emptySheet } from './sheet.ts'
import type { Overflow } from './zoneBox.ts'

type Laid = { sheet: Sheet; title: string }

export function layoutCanvas(
  canvas: CanvasView,
  details: PrintDetails,
  options: PrintOptions,
  kit: Kit,
): PrintedCanvas {
  const missing: MissingSign[] = []
  const report = (sign: MissingSign) => missing.push(sign)
  const head = headWords(details, kit, report)
  const notesOf: NotesOf = (zone: ZoneId): PrintNote[] =>
    printNotes(canvas, zone, kit, !details.example, report)

  const overflows: Overflow[] = []
  const laid: Laid[] = []
  for (const tab of options.tabs) {
    const title = kit.texts.page[tab]
    const { body, draw } = layoutHead(head, title, kit)
    const sheet = emptySheet()
    draw(sheet)
    overflows.push(...drawTab(tab)(sheet, kit, body, notesOf))
    laid.push({ sheet, title })
  }

  const sections = sectionsAfter(overflows, options.tabs.length > 0 ? notesOf('tray') : [], kit)
  const further = layoutContinuations(sections, head, kit)
  for (const overflow of overflows) {
    const at = further.findIndex((page) => page.zones.includes(overflow.zone))
    overflow.pointTo(laid.length + at + 1)
  }
  laid.push(...further)
  for (const [at, { sheet }] of laid.entries()) drawFoot(sheet, kit, at + 1, laid.length)

  return {
    title: kit.texts.page.canvasOf([details.owner, details.business].filter(Boolean)),
    pages: laid.map(({ sheet, title }) => ({ ...PAGE, title, ...sheet })),
    missing,
  }
}

const drawTab = (tab: PrintTab) => (tab === 'bmc' ? drawBmc : drawSwot)

function sectionsAfter(
  overflows: readonly Overflow[],
  tray: readonly PrintNote[],
  kit: Kit,
): Section[] {
  const { continuedZone, trayHint } = kit.texts.page
  const continued = overflows.map(({ zone, notes }) => ({
    zone,
    notes,
    hint: continuedZone,
    isContinued: true,
  }))
  if (tray.length === 0) return continued
  return [...continued, { zone: TRAY, notes: tray, hint: trayHint, isContinued: false }]
}
