import { memo } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { QuadrantId } from '../../model/zones.ts'
import { useNote, useViewPart } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { isThere } from '../bring.ts'
import { useCell } from '../cell.ts'
import { useDragNote } from '../drag/useDragNote.ts'
import { NoteText } from '../NoteText.tsx'
import { shortWords } from '../shortWords.ts'
import styles from './TakeNote.module.css'

type TakeNoteProps = { note: NoteId; into: QuadrantId }

/** A canvas note beside the SWOT. One press takes a linked copy into the quadrant; what lies there already says so. */
export const TakeNote = memo(function TakeNote({ note: id, into }: TakeNoteProps) {
  const { session, actions, carried } = useBoard()
  const { board, desk, zones } = useMessages()
  const note = useNote(session, id)
  const quadrant = zones[into].name
  const { setNodeRef, handlers } = useDragNote(id, true)
  const ghost = useCell(carried, (value) => value?.note === id)
  const here = useViewPart(session, (view) => isThere(view, id, into))
  if (!note) return null
  const words = shortWords(note.text, board.note.empty)
  return (
    <li ref={setNodeRef} className={ghost ? styles.ghost : undefined} {...handlers}>
      <button
        type="button"
        className={`${styles.note} ${here ? styles.here : ''} sticky paper-${note.colour}`}
        data-nav=""
        aria-label={
          here ? desk.take.hereAlready(words, quadrant) : desk.take.takeNote(words, quadrant)
        }
        aria-disabled={here}
        onClick={() => {
          if (!here) actions.take(id, { zone: into }, board.taken(quadrant))
        }}
      >
        <span dir="auto">
          <NoteText text={note.text} />
        </span>
        {here && (
          <small>
            <Icon name="check" size={14} />
            {desk.take.here}
          </small>
        )}
      </button>
    </li>
  )
})
