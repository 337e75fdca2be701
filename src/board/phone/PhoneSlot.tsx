import { memo } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { useDragNote } from '../drag/useDragNote.ts'
import { Guard } from '../Guard.tsx'
import { PhoneNote } from './PhoneNote.tsx'
import styles from './PhoneSlot.module.css'

/** A note's place in the phone's list. A long press lifts it: let go at once it is selected, moved it is carried to the map. */
export const PhoneSlot = memo(function PhoneSlot({
  note,
  edited,
}: {
  note: NoteId
  edited: boolean
}) {
  const { carried, canEdit } = useBoard()
  const words = useMessages().board.note
  const { setNodeRef, handlers } = useDragNote(note, canEdit && !edited)
  const ghost = useCell(carried, (value) => value?.notes.includes(note) ?? false)
  return (
    <li
      ref={setNodeRef}
      className={ghost ? styles.ghost : styles.slot}
      data-slot={note}
      {...handlers}
    >
      <Guard words={words.broken} of={note}>
        <PhoneNote note={note} edited={edited} />
      </Guard>
    </li>
  )
})
