import { useEffect, useMemo, useRef } from 'react'
import type { Box, Point } from '../spatial.ts'

const EDGE_PX = 44
const MOST_PX_A_FRAME = 12

type List = { element: HTMLElement; box: Box }
type EdgeScroll = { at(point: Point | null, list: List | null): void; stop(): void }

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
    let held: { point: Point; list: List; speed: number } | null = null
    let frame = 0
    const step = () => {
      frame = 0
      if (!held) return
      const { element } = held.list
      const before = element.scrollTop
      element.scrollTop += held.speed
      if (element.scrollTop === before) return
      latest.current(held.point)
      frame = requestAnimationFrame(step)
    }
    return {
      at(point: Point | null, list: List | null) {
        const speed = point && list ? speedAt(point, list.box) : 0
        held = point && list && speed !== 0 ? { point, list, speed } : null
        if (held && frame === 0) frame = requestAnimationFrame(step)
      },
      stop() {
        held = null
        cancelAnimationFrame(frame)
        frame = 0
      },
    }
  }, [])
  useEffect(() => scroll.stop, [scroll])
  return scroll
}

/** Px a frame, more the nearer the edge; none beside the list. */
function speedAt(point: Point, box: Box): number {
  if (point.x < box.left || point.x > box.right) return 0
  const up = EDGE_PX - (point.y - box.top)
  const down = EDGE_PX - (box.bottom - point.y)
  const most = (inEdge: number) => Math.min(1, inEdge / EDGE_PX) * MOST_PX_A_FRAME
  return up > 0 ? -most(up) : down > 0 ? most(down) : 0
}
