/** From a canvas to pages and their PDF, in one call. Heavy (it brings jsPDF): only the worker imports it, or `printer`. */
import sprite from '../design/icons.svg?raw'
import type { CanvasView } from '../model/canvas.ts'
import type { Faces, PrintDetails, PrintOptions, ZoneNames } from './details.ts'
import { readPictures } from './draw/pictures.ts'
import { layoutCanvas } from './layoutCanvas.ts'
import { printMessages } from './messages.ts'
import type { PrintedCanvas, Weight } from './page.ts'
import { renderPdf } from './renderPdf.ts'
import { readTrueType } from './text/trueType.ts'

export type FaceBytes = Readonly<Record<Weight, Uint8Array>>

/** Plain data: it is sent to a worker. */
export type PrintJob = {
  canvas: CanvasView
  details: PrintDetails
  options: PrintOptions
  zones: ZoneNames
  faces: FaceBytes
}
export type Prepared = { printed: PrintedCanvas; pdf: Uint8Array }
export type PageProgress = { page: number; pages: number }

/** What the worker says; it is sent a `PrintJob`. */
export type WorkerReport =
  | { type: 'started' }
  | ({ type: 'progress' } & PageProgress)
  | { type: 'prepared'; prepared: Prepared }
  | { type: 'broken'; message: string }

export function preparePrint(job: PrintJob, onProgress: (at: PageProgress) => void): Prepared {
  const { canvas, details, options, zones } = job
  const { semibold, bold } = job.faces
  const faces: Faces = { semibold: readTrueType(semibold), bold: readTrueType(bold) }
  const texts = { zones, page: printMessages(details.language).page }
  const kit = { faces, pictures: readPictures(sprite), texts }
  const printed = layoutCanvas(canvas, details, options, kit)
  const pdf = renderPdf(printed, details, faces, (page, pages) => onProgress({ page, pages }))
  return { printed, pdf }
}
