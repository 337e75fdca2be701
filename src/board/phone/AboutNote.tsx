import { formatMoment } from '../../i18n/formatMoment.ts'
import { useLanguage } from '../../i18n/useMessages.ts'
import type { Note } from '../../model/note.ts'
import { Tick } from '../../ui/Tick.tsx'
import { useBoard } from '../boardContext.ts'
import tick from '../NoteTick.module.css'
import { useTickWords } from '../NoteTick.tsx'
import styles from './AboutNote.module.css'

/** Who wrote a note, when, its tags, and where it is kept: all in words. */
export function AboutNote({ note }: { note: Note }) {
  const { nameOf } = useBoard()
  const { messages, language } = useLanguage()
  const { phone } = messages
  const ticks = useTickWords(note.id)
  const author = note.typist && nameOf(note.typist)
  return (
    <div className={styles.about}>
      {note.createdAtMs > 0 && (
        <span>{phone.note.written(formatMoment(note.createdAtMs, Date.now(), language))}</span>
      )}
      {author && <span>{phone.note.by(author)}</span>}
      <span className={styles.tick}>
        <Tick state={ticks.state} label={ticks.words} height={15} className={tick[ticks.state]} />
        <span aria-hidden="true">{ticks.words}</span>
      </span>
      {note.tags.map((tag) => (
        <span key={tag} className={styles.tag} dir="auto">
          {tag}
        </span>
      ))}
    </div>
  )
}
