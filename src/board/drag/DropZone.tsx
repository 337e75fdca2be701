import type { RefObject } from 'react'
import { useEffect } from 'react'
import type { ZoneId } from '../../model/zones.ts'
import { useHand } from './hand.ts'

/** Tells the hand where a zone lies. */
export function DropZone({ zone, node }: { zone: ZoneId; node: RefObject<HTMLElement | null> }) {
  const hand = useHand()
  // After the layout phase: a parent's ref is set behind its children's layout effects.
  useEffect(() => (node.current ? hand.addZone(zone, node.current) : undefined), [hand, zone, node])
  return null
}
