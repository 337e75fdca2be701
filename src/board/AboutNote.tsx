import { formatMoment } from '../i18n/formatMoment.ts'
import { useLanguage } from '../i18n/useMessages.ts'
import type { Note } from '../model/note.ts'
import { Tick } from '../ui/Tick.tsx'
import styles from './AboutNote.module.css'
import { useBoard } from './boardContext.ts'
import { useTickWords } from './NoteTick.tsx'

/** So much later it is a change, and no longer the writing of it. */
const CHANGED_AFTER_MS = 60_000

/** Who wrote it and when, when it was changed, and where it is kept. */
export function AboutNote({ note, className }: { note: Note; className?: string }) {
  const { nameOf } = useBoard()
  const { messages, language } = useLanguage()
  const words = messages.board.note
  const tick = useTickWords(note.id)
  const { typist, createdAtMs, editedAtMs } = note
  const moment = (atMs: number) => formatMoment(atMs, Date.now(), language)
  const created = createdAtMs > 0 ? moment(createdAtMs) : null
  return (
    <div className={`${styles.about} ${className}`}>
      {typist ? (
        <span>{words.writtenBy(nameOf(typist), created)}</span>
      ) : (
        created && <span>{words.written(created)}</span>
      )}
      {created && editedAtMs > createdAtMs + CHANGED_AFTER_MS && (
        <span>{words.changed(moment(editedAtMs))}</span>
      )}
      <span className={styles.tick}>
        <Tick state={tick.state} label={tick.words} height={13} />
        <span aria-hidden="true">{tick.words}</span>
      </span>
    </div>
  )
}
