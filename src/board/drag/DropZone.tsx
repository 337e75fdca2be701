import { useDroppable } from '@dnd-kit/core'
import type { RefObject } from 'react'
import { useEffect } from 'react'
import type { ZoneId } from '../../model/zones.ts'

/** Tells the drag library of a zone; alone in a component, for the library redraws it at every step of a drag. */
export function DropZone({ zone, node }: { zone: ZoneId; node: RefObject<HTMLElement | null> }) {
  const { setNodeRef } = useDroppable({ id: zone })
  // After the layout phase: a parent's ref is set behind its children's layout effects.
  useEffect(() => {
    setNodeRef(node.current)
    return () => setNodeRef(null)
  }, [setNodeRef, node])
  return null
}
