import type { RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'

const GAP_PX = 10

/** News come up above whatever stands at the foot of the screen. */
export function useToastAbove(): RefObject<HTMLDivElement | null> {
  const foot = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = foot.current
    if (!element) return
    const root = document.documentElement
    const sizes = new ResizeObserver(() => {
      root.style.setProperty('--toast-bottom', `${element.offsetHeight + GAP_PX}px`)
    })
    sizes.observe(element)
    return () => {
      sizes.disconnect()
      root.style.removeProperty('--toast-bottom')
    }
  }, [])
  return foot
}
