import { useEffect, useRef } from 'react'
import type { BackLayer } from './backSteps.ts'
import { addLayer, remark, settleSoon } from './backSteps.ts'

/** While `open`, the phone's back step closes this layer instead of leaving the page. `mark` is a fixed set of keys. */
export function useBackStep(open: boolean, close: () => void, mark?: BackLayer['mark']): void {
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  const layer = useRef<BackLayer>({ close: () => latest.current() })
  const written = JSON.stringify(mark)
  useEffect(() => {
    layer.current.mark = written === undefined ? undefined : JSON.parse(written)
    remark(layer.current)
  }, [written])
  useEffect(() => {
    if (open) return addLayer(layer.current)
    settleSoon()
  }, [open])
}
