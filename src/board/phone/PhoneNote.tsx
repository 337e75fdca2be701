import { memo } from 'react'
import { useLanguage, useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { Note } from '../../model/note.ts'
import { isCellId } from '../../model/zones.ts'
import { useNote } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { PaperMark } from '../../ui/PaperMark.tsx'
import { Tick } from '../../ui/Tick.tsx'
import { useBoard } from '../boardContext.ts'
import { ChangeRing } from '../ChangeRing.tsx'
import { useCell } from '../cell.ts'
import { NoteFoot } from '../NoteFoot.tsx'
import { NoteText } from '../NoteText.tsx'
import tick from '../NoteTick.module.css'
import { useTickWords } from '../NoteTick.tsx'
import { noteTime } from '../noteTime.ts'
import { useIsThisWeek, usePairCodes } from '../StrategyPair.tsx'
import { shortWords } from '../shortWords.ts'
import { useAuthorName } from '../useAuthorName.ts'
import { useWritersOf } from '../usePresence.ts'
import styles from './PhoneNote.module.css'
import { usePhone } from './phoneTools.ts'
import { ToOrigin } from './ToOrigin.tsx'

type PhoneNoteProps = {
  note: NoteId
  /** It stands in the field below. */
  edited: boolean
}

/** A note in a phone's list: its words, who and when, its ticks, and ⋮; or, while several are selected, whether it is one. */
export const PhoneNote = memo(function PhoneNote({ note: id, edited }: PhoneNoteProps) {
  const { session, canEdit, selection } = useBoard()
  const { board, phone } = useMessages()
  const { selecting, compose, sheet } = usePhone()
  const note = useNote(session, id)
  const writers = useWritersOf(id)
  const isSelecting = useCell(selecting, (value) => value)
  const selected = useCell(selection.cell, (value) => value.has(id))
  if (!note) return null
  const first = writers[0]
  const name = shortWords(note.text, board.note.empty)
  const words = (
    <>
      <span className={styles.words} dir="auto">
        {note.text === '' ? '\u00a0' : <NoteText text={note.text} />}
      </span>
      <NoteMeta note={note} edited={edited} />
    </>
  )
  const looks = [
    styles.note,
    `sticky paper-${note.colour}`,
    edited ? styles.edited : '',
    selected ? styles.selected : '',
    first ? `${styles.written} person-${first.colour}` : '',
  ]
  return (
    <div className={looks.join(' ')}>
      {isSelecting ? (
        <button
          type="button"
          className={styles.face}
          data-note={id}
          data-nav=""
          aria-pressed={selected}
          aria-label={phone.selection.select(name)}
          onClick={() => selection.toggle(id)}
        >
          {words}
        </button>
      ) : canEdit ? (
        <button
          type="button"
          className={styles.face}
          data-note={id}
          data-nav=""
          onClick={() => compose(id)}
        >
          {words}
        </button>
      ) : (
        <div className={styles.face} data-note={id} tabIndex={-1}>
          {words}
        </div>
      )}
      {isSelecting && (
        <span className={styles.box} aria-hidden="true">
          {selected && <Icon name="check" size={20} />}
        </span>
      )}
      {canEdit && !isSelecting && (
        <button
          type="button"
          className={styles.more}
          aria-label={board.note.menuOf(name)}
          aria-haspopup="dialog"
          data-no-drag=""
          onClick={() => sheet({ type: 'note', note: id })}
        >
          <Icon name="more" size={20} />
        </button>
      )}
      {!canEdit && <ToOrigin note={note} className={styles.more} />}
      <ChangeRing note={id} />
    </div>
  )
})

/** The paper's mark, what is said of the note, who wrote it where that is not the owner, when, and its ticks. */
function NoteMeta({ note, edited }: { note: Note; edited: boolean }) {
  const { language } = useLanguage()
  const author = useAuthorName(note)
  const time = noteTime(note, language)
  const ticks = useTickWords(note.id)
  return (
    <span className={styles.meta}>
      <PaperMark colour={note.colour} size={10} />
      {isCellId(note.place.zone) && <Strategy note={note} />}
      <NoteFoot note={note} shape="line" />
      {author && <span className={styles.who}>{author}</span>}
      {time && <span className={styles.time}>{time}</span>}
      {!edited && (
        <Tick state={ticks.state} label={ticks.words} height={15} className={tick[ticks.state]} />
      )}
    </span>
  )
}

/** The pair that a strategy joins, and whether it is the one of this week. */
function Strategy({ note }: { note: Note }) {
  const { board } = useMessages()
  const { codes, gone } = usePairCodes(note)
  const thisWeek = useIsThisWeek(note)
  return (
    <>
      {codes.map((code) => (
        <b key={code} className={styles.code}>
          {code}
        </b>
      ))}
      {gone > 0 && <span>{board.strategy.pairGone}</span>}
      {thisWeek && (
        <span className={styles.week}>
          <Icon name="forward" size={14} />
          {board.strategy.thisWeek}
        </span>
      )}
    </>
  )
}
