import { memo, useCallback } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { useDragNote } from '../drag/useDragNote.ts'
import { Guard } from '../Guard.tsx'
import type { Writing } from '../writer.ts'
import { NotePaper } from './NotePaper.tsx'
import styles from './NoteSlot.module.css'

type NoteSlotProps = {
  zone: ZoneId
  /** Null: a draft, before its first character. */
  note: NoteId | null
  writing: Writing | null
  /** The one note of its zone that Tab stops at. */
  tabStop: boolean
  onFocusNote(note: NoteId): void
}

/** The place of a note in its list: what a hand takes hold of, and what is left as a shadow while it is carried. */
export const NoteSlot = memo(function NoteSlot(props: NoteSlotProps) {
  const { note, writing, onFocusNote } = props
  const { carried, canEdit } = useBoard()
  const words = useMessages().board.note
  const { setNodeRef, handlers } = useDragNote(note, canEdit && writing === null)
  const ghost = useCell(carried, (value) => note !== null && (value?.notes.includes(note) ?? false))
  const focus = useCallback(() => note && onFocusNote(note), [note, onFocusNote])
  return (
    <li
      ref={setNodeRef}
      className={`${styles.slot} ${ghost ? styles.ghost : ''}`}
      data-slot={note ?? ''}
      data-lights={note ?? ''}
      {...handlers}
    >
      <Guard words={words.broken} of={note}>
        <NotePaper {...props} onFocusNote={focus} />
      </Guard>
    </li>
  )
})
