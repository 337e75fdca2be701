import { memo } from 'react'
import { useLanguage } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { Note } from '../../model/note.ts'
import { zoneById } from '../../model/zones.ts'
import { useNote } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Tick } from '../../ui/Tick.tsx'
import { useBoard } from '../boardContext.ts'
import { ChangeRing } from '../ChangeRing.tsx'
import { useOriginZone } from '../NoteFoot.tsx'
import { NoteText } from '../NoteText.tsx'
import tick from '../NoteTick.module.css'
import { useTickWords } from '../NoteTick.tsx'
import { noteTime } from '../noteTime.ts'
import { useAuthorName } from '../useAuthorName.ts'
import { useWritersOf } from '../usePresence.ts'
import styles from './PhoneNote.module.css'

type PhoneNoteProps = {
  note: NoteId
  /** It stands in the field below. */
  edited: boolean
  /** Null where one may only read. */
  onEdit: ((note: NoteId) => void) | null
  onMore: ((note: NoteId) => void) | null
}

/** A note in a phone's list: its words, who and when, its ticks, and ⋮. */
export const PhoneNote = memo(function PhoneNote({
  note: id,
  edited,
  onEdit,
  onMore,
}: PhoneNoteProps) {
  const { session } = useBoard()
  const { messages } = useLanguage()
  const note = useNote(session, id)
  const writers = useWritersOf(id)
  if (!note) return null
  const first = writers[0]
  const words = (
    <>
      <span className={styles.words} dir="auto">
        {note.text === '' ? '\u00a0' : <NoteText text={note.text} />}
      </span>
      <NoteMeta note={note} edited={edited} />
    </>
  )
  return (
    <div
      className={`${styles.note} paper-${note.colour} ${edited ? styles.edited : ''} ${first ? `${styles.written} person-${first.colour}` : ''}`}
    >
      {onEdit ? (
        <button type="button" className={styles.face} data-note={id} onClick={() => onEdit(id)}>
          {words}
        </button>
      ) : (
        <div className={styles.face}>{words}</div>
      )}
      {onMore && (
        <button
          type="button"
          className={styles.more}
          aria-label={messages.board.note.menuOf(note.text.slice(0, 60))}
          aria-haspopup="dialog"
          onClick={() => onMore(id)}
        >
          <Icon name="more" size={20} />
        </button>
      )}
      <ChangeRing note={id} />
    </div>
  )
})

/** Where it was taken from, who wrote it where that is not the owner, when, and its ticks. */
export function NoteMeta({
  note,
  edited,
  inWords,
}: {
  note: Note
  edited?: boolean
  inWords?: boolean
}) {
  const { messages, language } = useLanguage()
  const author = useAuthorName(note)
  const origin = useOriginZone(note.origin)
  const time = noteTime(note, language)
  const ticks = useTickWords(note.id)
  return (
    <span className={styles.meta}>
      {note.finding && (
        <span className={styles.part}>
          <Icon name="starf" size={13} className={styles.star} />
          {messages.board.note.finding}
        </span>
      )}
      {origin && (
        <span className={styles.part}>
          <Icon name={zoneById(origin).icon} size={16} />
          {messages.zones[origin].nickname}
        </span>
      )}
      {author && <span className={styles.who}>{author}</span>}
      {time && <span className={styles.time}>{time}</span>}
      {!edited && (
        <Tick state={ticks.state} label={ticks.words} height={15} className={tick[ticks.state]} />
      )}
      {inWords && <span aria-hidden="true">{ticks.words}</span>}
    </span>
  )
}
