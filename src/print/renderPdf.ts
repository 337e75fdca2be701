/** Draws printed pages as a PDF: vectors, embedded faces, text that can be selected and searched. Import it lazily. */
import { jsPDF } from 'jspdf'
import { contentHash } from './contentHash.ts'
import type { Faces, PrintDetails } from './details.ts'
import type { Box, Drawing, Line, PageItem, PrintedCanvas, Run, Weight } from './page.ts'

const FACE_NAMES: Readonly<Record<Weight, string>> = {
  semibold: 'PlusJakartaSans-SemiBold',
  bold: 'PlusJakartaSans-Bold',
}

type About = Pick<PrintDetails, 'owner' | 'workshop' | 'date' | 'language'>
type Progress = (page: number, pages: number) => void

/** The same pages give the same bytes. */
export function renderPdf(
  printed: PrintedCanvas,
  about: About,
  faces: Faces,
  onProgress: Progress = () => {},
): Uint8Array {
  const [first] = printed.pages
  if (!first) throw new Error('a PDF has at least one page')
  const format = [first.widthMm, first.heightMm]
  const doc = new jsPDF({
    unit: 'mm',
    format,
    orientation: 'landscape',
    compress: true,
    putOnlyUsedFonts: true,
    // Of a point: far below what any printer shows, and a third of the file smaller.
    floatPrecision: 3,
  })
  for (const weight of ['semibold', 'bold'] as const) embed(doc, weight, faces)
  describe(doc, printed, about)
  for (const [at, page] of printed.pages.entries()) {
    onProgress(at + 1, printed.pages.length)
    if (at > 0) doc.addPage([page.widthMm, page.heightMm], 'landscape')
    doc.setLineCap('round')
    doc.setLineJoin('round')
    for (const item of page.items) draw(doc, item)
  }
  return new Uint8Array(doc.output('arraybuffer'))
}

function embed(doc: jsPDF, weight: Weight, faces: Faces) {
  const name = FACE_NAMES[weight]
  doc.addFileToVFS(`${name}.ttf`, binaryString(faces[weight].bytes))
  doc.addFont(`${name}.ttf`, name, 'normal')
}

/** jsPDF takes a file as one character per byte. */
function binaryString(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return text
}

function describe(doc: jsPDF, printed: PrintedCanvas, about: About) {
  doc.setProperties({
    title: printed.title,
    author: about.owner,
    subject: about.workshop,
    creator: 'Guyub',
  })
  doc.setLanguage(about.language)
  const day = /^\d{4}-\d\d-\d\d$/.test(about.date) ? about.date : '2000-01-01'
  doc.setCreationDate(`D:${day.replaceAll('-', '')}000000+00'00'`)
  doc.setFileId(contentHash(JSON.stringify([printed, about])))
}

function draw(doc: jsPDF, item: PageItem) {
  if (item.kind === 'run') drawRun(doc, item)
  else if (item.kind === 'box') drawBox(doc, item)
  else if (item.kind === 'line') drawLine(doc, item)
  else drawDrawing(doc, item)
}

function drawRun(doc: jsPDF, run: Run) {
  doc.setFont(FACE_NAMES[run.weight], 'normal')
  doc.setFontSize(run.sizePt)
  doc.setTextColor(run.colour)
  doc.text(run.text, run.x, run.baseline, run.turned ? { angle: 90 } : {})
}

/** Sets the colours and says how jsPDF names what is painted. */
function paint(doc: jsPDF, { fill, stroke }: Pick<Box, 'fill' | 'stroke'>): 'F' | 'S' | 'DF' {
  if (fill) doc.setFillColor(fill)
  if (!stroke) return 'F'
  doc.setDrawColor(stroke.colour)
  doc.setLineWidth(stroke.widthMm)
  return fill ? 'DF' : 'S'
}

function drawBox(doc: jsPDF, box: Box) {
  const { x, y, width, height, radius } = box
  doc.roundedRect(x, y, width, height, radius, radius, paint(doc, box))
}

function drawLine(doc: jsPDF, { x1, y1, x2, y2, stroke }: Line) {
  paint(doc, { fill: null, stroke })
  doc.line(x1, y1, x2, y2)
}

function drawDrawing(doc: jsPDF, { path, fill, stroke }: Drawing) {
  const style = paint(doc, { fill, stroke })
  doc.path(path)
  if (style === 'S') doc.stroke()
  else doc.fill()
}
