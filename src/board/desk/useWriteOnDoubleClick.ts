import type { MouseEvent } from 'react'
import { useBoard } from '../boardContext.ts'

type OnBarePaper = { onMouseDown(event: MouseEvent): void; onDoubleClick(event: MouseEvent): void }

/** A double click on a zone's bare paper (`data-bare`) writes there. */
export function useWriteOnDoubleClick(write: () => void): OnBarePaper {
  const { canEdit } = useBoard()
  return {
    onMouseDown(event) {
      // The second press would take the focus out of the field that the first two open.
      if (event.detail > 1 && isBare(event)) event.preventDefault()
    },
    onDoubleClick(event) {
      if (canEdit && isBare(event)) write()
    },
  }
}

/** Neither on a note nor on a button. */
const isBare = ({ target }: MouseEvent): boolean =>
  target instanceof HTMLElement && 'bare' in target.dataset
