import { formatMoment } from '../../i18n/formatMoment.ts'
import { useLanguage } from '../../i18n/useMessages.ts'
import type { Note } from '../../model/note.ts'
import { Tick } from '../../ui/Tick.tsx'
import { useTickWords } from '../NoteTick.tsx'
import { useAuthorName } from '../useAuthorName.ts'
import styles from './AboutNote.module.css'

/** So much later it is a change, and no longer the writing of it. */
const CHANGED_AFTER_MS = 60_000

/** Who wrote it, when, and where it is kept. */
export function AboutNote({ note }: { note: Note }) {
  const { messages, language } = useLanguage()
  const { board, desk } = messages
  const author = useAuthorName(note)
  const tick = useTickWords(note.id)
  const { createdAtMs, editedAtMs } = note
  const moment = (atMs: number) => formatMoment(atMs, Date.now(), language)
  return (
    <p className={styles.about}>
      {author && <span>{board.note.writtenBy(author)}</span>}
      {createdAtMs > 0 && <span>{desk.note.created(moment(createdAtMs))}</span>}
      {createdAtMs > 0 && editedAtMs > createdAtMs + CHANGED_AFTER_MS && (
        <span>{desk.note.edited(moment(editedAtMs))}</span>
      )}
      <span className={styles.tick}>
        <Tick state={tick.state} label={tick.words} height={12} />
        <span aria-hidden="true">{tick.words}</span>
      </span>
    </p>
  )
}
