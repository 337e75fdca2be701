/** What a dashboard needs to know of a canvas: how much is on it, and which blocks have something. */
import type { CanvasView } from '../model/canvas.ts'
import type { ZoneId } from '../model/zones.ts'
import { BLOCKS } from '../model/zones.ts'

export type CanvasSummary = { notes: number; filled: readonly ZoneId[] }

export const summaryOf = (view: CanvasView): CanvasSummary => ({
  notes: view.notes.size,
  filled: BLOCKS.map((block) => block.id).filter((id) => view.zones[id].length > 0),
})

export const sameSummary = (a: CanvasSummary | undefined, b: CanvasSummary): boolean =>
  a !== undefined && a.notes === b.notes && a.filled.join() === b.filled.join()
