import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import { useNote } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { NoteText } from '../NoteText.tsx'
import { usePhone } from './phoneTools.ts'
import styles from './ThisWeek.module.css'

/** The strategy that is done first, over the map of strategies. */
export function ThisWeek({ note: id }: { note: NoteId }) {
  const { session } = useBoard()
  const { board } = useMessages()
  const { show } = usePhone()
  const note = useNote(session, id)
  if (!note) return null
  return (
    <button
      type="button"
      className={`${styles.card} sticky paper-${note.colour}`}
      onClick={() => show(id)}
    >
      <span className={styles.week}>
        <Icon name="forward" size={16} />
        {board.strategy.thisWeek}
      </span>
      <span className={styles.words} dir="auto">
        <NoteText text={note.text} />
      </span>
    </button>
  )
}
