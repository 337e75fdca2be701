import type { MouseEvent } from 'react'

/**
 * A press that takes a note into the selection or out of it, rather than opening it. A finger has no Shift: once something
 * is selected, its presses choose.
 */
export function isSelecting(event: MouseEvent, selected: ReadonlySet<unknown>): boolean {
  const { shiftKey, ctrlKey, metaKey, nativeEvent } = event
  const byFinger = 'pointerType' in nativeEvent && nativeEvent.pointerType === 'touch'
  return shiftKey || ctrlKey || metaKey || (byFinger && selected.size > 0)
}
