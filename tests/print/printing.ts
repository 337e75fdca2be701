/** Builders for tests about paper: canvases by their words, the real faces and drawings, and measures of a page. */
import { readFileSync } from 'node:fs'
import { printId } from '../../src/i18n/print.id.ts'
import { zonesId } from '../../src/i18n/zones.id.ts'
import type { CanvasView } from '../../src/model/canvas.ts'
import { emptyCanvas } from '../../src/model/canvas.ts'
import type { NoteId } from '../../src/model/ids.ts'
import type { Note } from '../../src/model/note.ts'
import type { ZoneId } from '../../src/model/zones.ts'
import { zoneById } from '../../src/model/zones.ts'
import type { Kit, PrintDetails } from '../../src/print/details.ts'
import { readPictures } from '../../src/print/draw/pictures.ts'
import { layoutCanvas } from '../../src/print/layoutCanvas.ts'
import type { Box, PrintedPage, Rectangle, Run } from '../../src/print/page.ts'
import { MM_PER_PT } from '../../src/print/page.ts'
import { readTrueType } from '../../src/print/text/trueType.ts'

const FACES = 'node_modules/@expo-google-fonts/plus-jakarta-sans'
const readFace = (style: string) =>
  readTrueType(new Uint8Array(readFileSync(`${FACES}/${style}/PlusJakartaSans_${style}.ttf`)))

export const kit: Kit = {
  faces: { semibold: readFace('600SemiBold'), bold: readFace('700Bold') },
  pictures: readPictures(readFileSync('src/design/icons.svg', 'utf8')),
  texts: { zones: zonesId, page: printId.page },
}

export type WrittenNote = string | ({ text: string } & Partial<Note>)
export type Written = Partial<Record<ZoneId, readonly WrittenNote[]>>

/** Notes are named after their zone and turn: the first in channels is `channels-1`. */
export function canvasWith(written: Written): CanvasView {
  const notes = new Map<NoteId, Note>()
  const zones: Record<ZoneId, readonly NoteId[]> = { ...emptyCanvas.zones }
  for (const [zone, list] of Object.entries(written) as [ZoneId, readonly WrittenNote[]][]) {
    zones[zone] = list.map((given, at) => {
      const id = `${zone}-${at + 1}` as NoteId
      notes.set(id, {
        id,
        place: { zone, rank: String(at) },
        colour: zoneById(zone).colour,
        speaker: null,
        typist: null,
        tags: [],
        joins: [],
        finding: false,
        origin: null,
        example: false,
        createdAtMs: 0,
        editedAtMs: 0,
        ...(typeof given === 'string' ? { text: given } : given),
      })
      return id
    })
  }
  return { notes, zones, thisWeek: null, readOnlySchema: false }
}

export const someDetails: PrintDetails = {
  owner: 'Pak Wawan',
  business: 'Keripik Singkong',
  workshop: 'Guyub Rukun',
  place: 'Malang',
  date: '2023-07-15',
  language: 'id',
  example: false,
  legend: {},
}

export const printed = (written: Written, details: Partial<PrintDetails> = {}) =>
  layoutCanvas(
    canvasWith(written),
    { ...someDetails, ...details },
    { paper: 'A4', tabs: ['bmc', 'swot', 'tows'] },
    kit,
  )

export const runsOf = (page: PrintedPage): Run[] =>
  page.items.filter((item): item is Run => item.kind === 'run')

export const noteBoxesOf = (page: PrintedPage): Box[] =>
  page.items.filter((item): item is Box => item.kind === 'box' && item.note !== null)

/** All the words of a page, one line each. */
export const wordsOf = (page: PrintedPage): string[] => runsOf(page).map((run) => run.text)

/** The words of one note over all pages, as they follow each other on paper. */
export const wordsOfNote = (pages: readonly PrintedPage[], note: string): string =>
  pages
    .flatMap(runsOf)
    .filter((run) => run.note === note)
    .map((run) => run.text)
    .join(' ')

/** Where the ink of a run may be: from the top of capitals to the foot of letters with tails. */
export function extentOf(run: Run): Rectangle {
  const size = run.sizePt * MM_PER_PT
  const height = 0.96 * size
  if (run.turned) {
    const y = run.baseline - run.widthMm
    return { x: run.x - 0.745 * size, y, width: height, height: run.widthMm }
  }
  return { x: run.x, y: run.baseline - 0.745 * size, width: run.widthMm, height }
}

const HAIR = 0.01
export const overlaps = (one: Rectangle, other: Rectangle): boolean =>
  one.x + HAIR < other.x + other.width &&
  other.x + HAIR < one.x + one.width &&
  one.y + HAIR < other.y + other.height &&
  other.y + HAIR < one.y + one.height

export const contains = (outer: Rectangle, inner: Rectangle): boolean =>
  outer.x - HAIR <= inner.x &&
  outer.y - HAIR <= inner.y &&
  inner.x + inner.width <= outer.x + outer.width + HAIR &&
  inner.y + inner.height <= outer.y + outer.height + HAIR

/** Frames (outlines without a fill) that something stands across: in them or beside them is right. */
export function crossings(page: PrintedPage): string[] {
  const frames = page.items.filter((item): item is Box => item.kind === 'box' && !item.fill)
  const things = [
    ...runsOf(page).map((run) => ({ name: run.text, extent: extentOf(run) })),
    ...noteBoxesOf(page).map((box) => ({ name: String(box.note), extent: box })),
  ]
  return things
    .filter(({ extent }) =>
      frames.some((frame) => overlaps(frame, extent) && !contains(frame, extent)),
    )
    .map(({ name }) => name)
}

/** About two hundred characters, different each time. */
export const longNote = (turn: number): string =>
  `Pembeli dari kampung sebelah datang setiap Minggu pagi, bapak-bapak dan ibu-ibu sekalian membawa anak-anak, membeli oleh-oleh untuk tetangga; mereka tanya harga dulu, baru memesan nomor ${turn} untuk hajatan bulan depan.`
