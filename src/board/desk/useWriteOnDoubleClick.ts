import type { MouseEvent } from 'react'
import { useBoard } from '../boardContext.ts'
import { isBare } from './isBare.ts'

type OnBarePaper = { onMouseDown(event: MouseEvent): void; onDoubleClick(event: MouseEvent): void }

/** A double click on a zone's bare paper writes there. */
export function useWriteOnDoubleClick(write: () => void): OnBarePaper {
  const { canEdit } = useBoard()
  return {
    onMouseDown(event) {
      // The second press would take the focus out of the field that the first two open.
      if (event.detail > 1 && isBare(event.target)) event.preventDefault()
    },
    onDoubleClick(event) {
      if (canEdit && isBare(event.target)) write()
    },
  }
}
