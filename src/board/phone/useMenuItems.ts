import { useMessages } from '../../i18n/useMessages.ts'
import { useHistory } from '../../sync/useCanvas.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import { useBoard } from '../boardContext.ts'
import { namedColours } from '../LegendList.tsx'
import { usePhone } from './phoneTools.ts'

type MenuParts = {
  onSelect?: (() => void) | undefined
  onPrint?: (() => void) | undefined
  more?: readonly MenuItem[] | undefined
}

/** Under ⋮ on a phone: undo, redo, selecting several, what colours mean, print, and what the app adds. */
export function useMenuItems({ onSelect, onPrint, more = [] }: MenuParts): MenuItem[] {
  const { session, actions, canEdit, legend } = useBoard()
  const { board } = useMessages()
  const { sheet } = usePhone()
  const { canUndo, canRedo } = useHistory(session)
  const items: MenuItem[] = []
  if (canEdit) {
    items.push(
      { key: 'undo', icon: 'undo', label: board.undo, disabled: !canUndo, onChoose: actions.undo },
      { key: 'redo', icon: 'redo', label: board.redo, disabled: !canRedo, onChoose: actions.redo },
    )
  }
  if (canEdit && onSelect) {
    items.push({ key: 'several', icon: 'check', label: board.note.several, onChoose: onSelect })
  }
  if (namedColours(legend).length > 0) {
    const onChoose = () => sheet({ type: 'legend' })
    items.push({ key: 'legend', icon: 'note', label: board.legend.colours, onChoose })
  }
  if (onPrint) items.push({ key: 'print', icon: 'print', label: board.print, onChoose: onPrint })
  return [...items, ...more]
}
