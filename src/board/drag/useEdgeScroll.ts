import { useEffect, useMemo, useRef } from 'react'
import type { Point } from './landing.ts'

const EDGE_PX = 44
const MOST_PX_A_FRAME = 12

type EdgeScroll = { at(point: Point | null): void; stop(): void }

/**
 * Scrolls the list under a carried note while it is held near the list's upper or lower edge. Nothing but lists of notes
 * is ever scrolled: the board must not slide away sideways, nor the page reload by a pull.
 */
export function useEdgeScroll(onScrolled: (point: Point) => void): EdgeScroll {
  const latest = useRef(onScrolled)
  useEffect(() => {
    latest.current = onScrolled
  })
  const scroll = useMemo(() => {
    let point: Point | null = null
    let frame = 0
    const step = () => {
      frame = 0
      if (!point) return
      const list = document
        .elementsFromPoint(point.x, point.y)
        .find((element) => element.matches('[data-scrolls]'))
      const speed = list ? speedAt(point, list.getBoundingClientRect()) : 0
      if (!list || speed === 0) return
      const before = list.scrollTop
      list.scrollTop += speed
      if (list.scrollTop === before) return
      latest.current(point)
      frame = requestAnimationFrame(step)
    }
    return {
      at(next: Point | null) {
        point = next
        if (point && frame === 0) frame = requestAnimationFrame(step)
      },
      stop() {
        point = null
        cancelAnimationFrame(frame)
        frame = 0
      },
    }
  }, [])
  useEffect(() => scroll.stop, [scroll])
  return scroll
}

/** Px a frame, more the nearer the edge. */
function speedAt(point: Point, box: DOMRect): number {
  const up = EDGE_PX - (point.y - box.top)
  const down = EDGE_PX - (box.bottom - point.y)
  const most = (inEdge: number) => Math.min(1, inEdge / EDGE_PX) * MOST_PX_A_FRAME
  return up > 0 ? -most(up) : down > 0 ? most(down) : 0
}
