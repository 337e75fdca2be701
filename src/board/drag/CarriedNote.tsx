import type { NoteId } from '../../model/ids.ts'
import { useNote } from '../../sync/useCanvas.ts'
import { useBoard } from '../boardContext.ts'
import { areTaken } from '../bring.ts'
import { useCell } from '../cell.ts'
import { NoteFoot } from '../NoteFoot.tsx'
import { NoteText } from '../NoteText.tsx'
import styles from './CarriedNote.module.css'

type CarriedNoteProps = {
  note: NoteId
  /** How many go with it, itself included. */
  count?: number
}

/** A note in the hand: tilted, with a long shadow. */
export function CarriedNote({ note: id, count = 1 }: CarriedNoteProps) {
  const { session, device, carried } = useBoard()
  const note = useNote(session, id)
  const isTaken = useCell(
    carried,
    (value) => value?.to != null && areTaken(session.view(), value.notes, value.to.zone),
  )
  if (!note) return null
  // What a linked copy says at its foot: tags and star stay with the original.
  const landing = isTaken ? { ...note, origin: note.origin ?? id, finding: false, tags: [] } : note
  return (
    <div
      className={`${styles.note} ${styles[device]} ${count > 1 ? styles.several : ''} paper-${note.colour}`}
      aria-hidden="true"
      data-carried=""
    >
      <p dir="auto">
        <NoteText text={note.text} />
      </p>
      <NoteFoot note={landing} />
      {count > 1 && <b className={styles.count}>{count}</b>}
    </div>
  )
}
