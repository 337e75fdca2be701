/** Keeps a canvas prepared for print while the dialog is open: again whenever it or the choice of pages changes. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CanvasView } from '../model/canvas.ts'
import type { TabId } from '../model/zones.ts'
import type { PrintDetails, ZoneNames } from './details.ts'
import type { PageProgress, Prepared } from './preparePrint.ts'
import type { PrintError, Printer, PrintRequest } from './printer.ts'
import { openPrinter } from './printer.ts'

export type Preparation = {
  /** The latest that was finished; stays in view while the next is prepared. */
  prepared: Prepared | null
  /** False while the choice of pages is ahead of `prepared`. */
  isCurrent: boolean
  progress: PageProgress | null
  error: PrintError | null
  retry(): void
}

type Outcome = { request: PrintRequest; prepared: Prepared | null; error: PrintError | null }

export function usePrepared(
  canvas: CanvasView,
  details: PrintDetails,
  zones: ZoneNames,
  tabs: readonly TabId[],
): Preparation {
  const request = useRequest(canvas, details, zones, tabs)
  const printer = useRef<Printer | null>(null)
  const isBusy = useRef(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [progress, setProgress] = useState<PageProgress | null>(null)

  useEffect(() => {
    const opened = openPrinter()
    printer.current = opened
    return () => {
      opened.close()
      printer.current = null
      isBusy.current = false
    }
  }, [])

  // Somebody may be typing on this canvas: while one preparation runs, later wishes wait, and only the last is met.
  useEffect(() => {
    const current = printer.current
    if (!current || isBusy.current || tabs.length === 0 || outcome?.request === request) return
    isBusy.current = true
    const onProgress = (at: PageProgress) => setProgress(at)
    current.prepare(request, onProgress).then((result) => {
      if (printer.current !== current) return
      isBusy.current = false
      setProgress(null)
      setOutcome((before) =>
        result.ok
          ? { request, prepared: result.value, error: null }
          : { request, prepared: before?.prepared ?? null, error: result.error },
      )
    })
  }, [request, outcome, tabs])

  return {
    prepared: outcome?.prepared ?? null,
    isCurrent: outcome?.request.options.tabs === tabs && !outcome.error,
    progress,
    error: outcome?.error ?? null,
    retry: () => setOutcome(null),
  }
}

/** One identity per wish, so that a parent's redraw alone asks for nothing. */
function useRequest(
  canvas: CanvasView,
  details: PrintDetails,
  zones: ZoneNames,
  tabs: readonly TabId[],
): PrintRequest {
  const about = JSON.stringify(details)
  return useMemo(() => {
    const named = Object.entries(zones).map(([id, { name, nickname }]) => [id, { name, nickname }])
    return {
      canvas,
      details: JSON.parse(about) as PrintDetails,
      options: { paper: 'A4', tabs },
      zones: Object.fromEntries(named) as ZoneNames,
    }
  }, [canvas, about, zones, tabs])
}
