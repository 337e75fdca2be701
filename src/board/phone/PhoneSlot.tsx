import { memo } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { useDragNote } from '../drag/useDragNote.ts'
import { Guard } from '../Guard.tsx'
import { PhoneNote } from './PhoneNote.tsx'
import styles from './PhoneSlot.module.css'

type PhoneSlotProps = {
  note: NoteId
  edited: boolean
  onEdit: ((note: NoteId) => void) | null
  onMore: ((note: NoteId) => void) | null
}

/** A note's place in the phone's list. A long press picks it up, to lie elsewhere in the list; to other zones leads ⋮. */
export const PhoneSlot = memo(function PhoneSlot({ note, edited, onEdit, onMore }: PhoneSlotProps) {
  const { carried } = useBoard()
  const words = useMessages().board.note
  const { setNodeRef, handlers } = useDragNote(note, onEdit !== null && !edited)
  const ghost = useCell(carried, (value) => value?.note === note)
  return (
    <li
      ref={setNodeRef}
      className={ghost ? styles.ghost : styles.slot}
      data-slot={note}
      {...handlers}
    >
      <Guard words={words.broken} of={note}>
        <PhoneNote note={note} edited={edited} onEdit={onEdit} onMore={onMore} />
      </Guard>
    </li>
  )
})
