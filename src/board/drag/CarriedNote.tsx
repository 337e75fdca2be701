import { useState } from 'react'
import type { NoteId } from '../../model/ids.ts'
import { useNote } from '../../sync/useCanvas.ts'
import { useBoard } from '../boardContext.ts'
import { NoteFoot } from '../NoteFoot.tsx'
import { NoteText } from '../NoteText.tsx'
import styles from './CarriedNote.module.css'

type CarriedNoteProps = {
  note: NoteId
  /** How many go with it, itself included. */
  count?: number
}

/** A note in the hand: tilted, with a long shadow. A plain copy, which stays whole if somebody removes the note meanwhile. */
export function CarriedNote({ note: id, count = 1 }: CarriedNoteProps) {
  const { session, device } = useBoard()
  const note = useNote(session, id)
  const [lifted] = useState(note)
  const shown = note ?? lifted
  if (!shown) return null
  return (
    <div
      className={`${styles.note} ${styles[device]} ${count > 1 ? styles.several : ''} paper-${shown.colour}`}
      aria-hidden="true"
      data-carried=""
    >
      <p dir="auto">
        <NoteText text={shown.text} />
      </p>
      <NoteFoot note={shown} />
      {count > 1 && <b className={styles.count}>{count}</b>}
    </div>
  )
}
