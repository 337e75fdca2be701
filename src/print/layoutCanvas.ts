/**
 * A canvas as printed pages: the BMC, the SWOT, the strategies where there are some, then whatever found no room on them,
 * and the tray. Pure: the same canvas
 * gives the same pages, in a browser, a worker or a test. Type shrinks within readable bounds, then notes go on to
 * further pages; nothing is cut and nothing overlaps.
 */
import type { CanvasView } from '../model/canvas.ts'
import { notesInZone } from '../model/canvas.ts'
import type { NoteId } from '../model/ids.ts'
import type { TabId, ZoneId } from '../model/zones.ts'
import { QUADRANTS, TRAY, zonesOfTab } from '../model/zones.ts'
import type { NotesOf } from './canvasPages.ts'
import { drawBmc, drawSwot } from './canvasPages.ts'
import type { Section } from './continuation.ts'
import { layoutContinuations } from './continuation.ts'
import type { Kit, PrintDetails, PrintOptions } from './details.ts'
import { printableTabs } from './details.ts'
import { drawFoot, headWords, layoutHead, PAGE } from './frame.ts'
import type { PrintNote } from './notes.ts'
import { printNotes } from './notes.ts'
import type { MissingSign, PrintedCanvas } from './page.ts'
import type { Sheet } from './sheet.ts'
import { emptySheet } from './sheet.ts'
import { drawTows } from './towsPage.ts'
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
  const tabs = printableTabs(canvas).filter((tab) => options.tabs.includes(tab))
  const withCodes = tabs.includes('tows')
  const printing = { kit, markExamples: !details.example, withCodes, report }
  const notesOf = once((zone) => printNotes(canvas, zone, printing))
  const joined = joinedIn(canvas)

  const overflows: Overflow[] = []
  const laid: Laid[] = []
  for (const tab of tabs) {
    const title = kit.texts.page[tab]
    const { body, draw } = layoutHead(head, title, kit)
    const sheet = emptySheet()
    draw(sheet)
    for (const overflow of DRAW[tab](sheet, kit, body, notesOf, joined)) {
      const isOnSwot = tab === 'tows' && QUADRANTS.includes(overflow.zone) && tabs.includes('swot')
      if (isOnSwot) overflow.pointTo(tabs.indexOf('swot') + 1)
      else overflows.push(overflow)
    }
    laid.push({ sheet, title })
  }

  const sections = sectionsAfter(overflows, tabs.length > 0 ? notesOf('tray') : [], kit)
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

const DRAW: Readonly<Record<TabId, typeof drawTows>> = {
  bmc: drawBmc,
  swot: drawSwot,
  tows: drawTows,
}

/** A zone may stand on two pages; what its notes lack is reported once. */
function once(print: (zone: ZoneId) => PrintNote[]): NotesOf {
  const known = new Map<ZoneId, PrintNote[]>()
  return (zone) => {
    const notes = known.get(zone) ?? print(zone)
    known.set(zone, notes)
    return notes
  }
}

/** The notes that some strategy combines. */
const joinedIn = (canvas: CanvasView): ReadonlySet<NoteId> =>
  new Set(
    zonesOfTab('tows').flatMap(({ id }) => notesInZone(canvas, id).flatMap((note) => note.joins)),
  )

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
