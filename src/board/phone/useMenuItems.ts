import { useMessages } from '../../i18n/useMessages.ts'
import { useHistory } from '../../sync/useCanvas.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import { useBoard } from '../boardContext.ts'

/** Under ⋮ on a phone: undo, redo, print, and what the app adds. */
export function useMenuItems(onPrint?: () => void, more: readonly MenuItem[] = []): MenuItem[] {
  const { session, actions, canEdit } = useBoard()
  const { board } = useMessages()
  const { canUndo, canRedo } = useHistory(session)
  const items: MenuItem[] = []
  if (canEdit) {
    items.push(
      { key: 'undo', icon: 'undo', label: board.undo, disabled: !canUndo, onChoose: actions.undo },
      { key: 'redo', icon: 'redo', label: board.redo, disabled: !canRedo, onChoose: actions.redo },
    )
  }
  if (onPrint) items.push({ key: 'print', icon: 'print', label: board.print, onChoose: onPrint })
  return [...items, ...more]
}
