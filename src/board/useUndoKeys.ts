import { useEffect } from 'react'
import { useBoard } from './boardContext.ts'
import { isTextField } from './isTextField.ts'
import { undoKey } from './useTextField.ts'

/** Undo and redo anywhere outside a text field; inside one they belong to its words. */
export function useUndoKeys(): void {
  const { actions, canEdit } = useBoard()
  useEffect(() => {
    if (!canEdit) return
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = undoKey(event)
      if (!direction || isTextField(event.target) || document.querySelector('dialog[open]')) return
      event.preventDefault()
      actions[direction]()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [actions, canEdit])
}
