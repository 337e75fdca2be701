import { useMessages } from '../../i18n/useMessages.ts'
import { useCanvasView } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { usePhone } from './phoneTools.ts'
import styles from './SelectionBar.module.css'

/** What can be done with all that are selected: one press, one step of undo. */
export function SelectionBar() {
  const { session, selection, actions } = useBoard()
  const { board, phone } = useMessages()
  const { sheet, stopSelecting } = usePhone()
  const chosen = useCell(selection.cell, (value) => value)
  const { notes } = useCanvasView(session)
  const none = chosen.size === 0
  const allFindings = !none && [...chosen].every((id) => notes.get(id)?.finding)
  const all = () => selection.inOrder()
  const tools = [
    {
      icon: 'move',
      label: board.note.move,
      look: styles.main,
      run: () => sheet({ type: 'move', notes: all() }),
    },
    {
      icon: 'note',
      label: board.note.recolour,
      run: () => sheet({ type: 'papers', notes: all() }),
    },
    { icon: 'tag', label: board.note.tags, run: () => sheet({ type: 'tags', notes: all() }) },
    {
      icon: allFindings ? 'starf' : 'star',
      label: allFindings ? board.note.unmarkFinding : board.note.finding,
      run: () => actions.setFinding(all(), !allFindings),
    },
    {
      icon: 'copy',
      label: board.note.duplicate,
      run: () => selection.select(actions.duplicate(all())),
    },
    {
      icon: 'trash',
      label: board.note.remove,
      look: styles.alarm,
      run() {
        const notes = all()
        stopSelecting()
        actions.remove(notes)
      },
    },
  ]
  return (
    <div className={styles.bar} role="toolbar" aria-label={phone.selection.bar}>
      {tools.map(({ icon, label, look = '', run }) => (
        <button key={icon} type="button" className={look} disabled={none} onClick={run}>
          <Icon name={icon} size={24} />
          {label}
        </button>
      ))}
    </div>
  )
}
