import type { TouchEvent } from 'react'
import { useRef } from 'react'
import type { ZoneId } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { neighboursOf } from './neighboursOf.ts'
import { usePhone } from './phoneTools.ts'

const SWIPE_PX = 70
/** Along the edges Android goes back by itself. */
const EDGE_PX = 32

/** A swipe over the list leads to the zone before or behind; the buttons below it do the same. */
export function useSwipe(zone: ZoneId) {
  const { carried } = useBoard()
  const { open } = usePhone()
  const from = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart(event: TouchEvent) {
      const touch = event.touches[0]
      const alone = touch !== undefined && event.touches.length === 1
      const inside = alone && touch.clientX > EDGE_PX && touch.clientX < window.innerWidth - EDGE_PX
      from.current = inside ? { x: touch.clientX, y: touch.clientY } : null
    },
    onTouchMove() {
      // The finger carries a note: that is no swipe, wherever it ends.
      if (carried.get()) from.current = null
    },
    onTouchEnd(event: TouchEvent) {
      const start = from.current
      const touch = event.changedTouches[0]
      from.current = null
      if (!start || !touch) return
      const dx = touch.clientX - start.x
      if (Math.abs(dx) < SWIPE_PX || Math.abs(touch.clientY - start.y) > Math.abs(dx) / 2) return
      const { before, behind } = neighboursOf(zone)
      const to = dx > 0 ? before : behind
      if (to) open(to)
    },
  }
}
