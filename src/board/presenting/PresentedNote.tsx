import { memo } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { Note } from '../../model/note.ts'
import { isCellId } from '../../model/zones.ts'
import { useNote } from '../../sync/useCanvas.ts'
import { PaperMark } from '../../ui/PaperMark.tsx'
import { useBoard } from '../boardContext.ts'
import { NoteFoot } from '../NoteFoot.tsx'
import { NoteText } from '../NoteText.tsx'
import { usePairCodes } from '../StrategyPair.tsx'
import styles from './PresentedNote.module.css'

/** A note on the wall: its words, and what is said of it. */
export const PresentedNote = memo(function PresentedNote({ note: id }: { note: NoteId }) {
  const { session } = useBoard()
  const note = useNote(session, id)
  if (!note) return null
  return (
    <li className={`${styles.note} paper-${note.colour}`} dir="auto">
      <PaperMark colour={note.colour} size={12} className={styles.mark} />
      <NoteText text={note.text} />
      <NoteFoot note={note} className={styles.foot} />
      {isCellId(note.place.zone) && <Pair note={note} />}
    </li>
  )
})

function Pair({ note }: { note: Note }) {
  const { session } = useBoard()
  const words = useMessages().board.strategy
  const { codes } = usePairCodes(note)
  const thisWeek = session.view().thisWeek === note.id
  if (codes.length === 0 && !thisWeek) return null
  return (
    <p className={styles.foot}>
      {codes.join(' + ')}
      {thisWeek && ` → ${words.thisWeek}`}
    </p>
  )
}
