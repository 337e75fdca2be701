import type { RefObject } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { TabId } from '../../model/zones.ts'
import { useCanvasView } from '../../sync/useCanvas.ts'
import { useBoard } from '../boardContext.ts'

/** Whether every zone of the sheet shows all its notes. The sheet is always drawn, unseen where it does not fit, to be measured. */
export function useFitsWhole(tab: TabId | null): {
  sheet: RefObject<HTMLDivElement | null>
  fits: boolean
} {
  const { session } = useBoard()
  const view = useCanvasView(session)
  const sheet = useRef<HTMLDivElement>(null)
  const [fits, setFits] = useState(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other notes and another tab are another fit
  useLayoutEffect(() => {
    const element = sheet.current
    if (!element) return
    const measure = () =>
      setFits(
        [...element.querySelectorAll('ul')].every(
          (list) => list.scrollHeight <= list.clientHeight + 1,
        ),
      )
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [tab, view])
  return { sheet, fits }
}
