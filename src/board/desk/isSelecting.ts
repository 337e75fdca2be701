import type { MouseEvent } from 'react'

/** A press that takes a note into the selection or out of it, rather than opening it. */
export const isSelecting = ({ shiftKey, ctrlKey, metaKey }: MouseEvent): boolean =>
  shiftKey || ctrlKey || metaKey
