import { memo } from 'react'
import type { NoteId } from '../../model/ids.ts'
import { useNote } from '../../sync/useCanvas.ts'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { useDragDescription } from '../drag/useDragDescription.ts'
import { useDragNote } from '../drag/useDragNote.ts'
import { focusNote } from '../focusNote.ts'
import { isSelecting } from './isSelecting.ts'
import styles from './TraySlip.module.css'
import { useNoteKeys } from './useNoteKeys.ts'

/** The upper edge of a note in the closed tray: it can be carried away from here; pressing it opens the tray. */
export const TraySlip = memo(function TraySlip({
  note: id,
  onOpen,
}: {
  note: NoteId
  onOpen(): void
}) {
  const { session, carried, selection, canEdit } = useBoard()
  const note = useNote(session, id)
  const { setNodeRef, handlers } = useDragNote(id, canEdit)
  const ghost = useCell(carried, (value) => value?.notes.includes(id) ?? false)
  const selected = useCell(selection.cell, (notes) => notes.has(id))
  const keys = useNoteKeys(id, 'tray')
  const description = useDragDescription()
  if (!note) return null
  return (
    <span
      ref={setNodeRef}
      className={ghost ? styles.ghost : styles.slot}
      data-slot={id}
      {...handlers}
    >
      <button
        type="button"
        className={`${styles.slip} ${selected ? styles.selected : ''} paper-${note.colour}`}
        data-note={id}
        data-nav=""
        dir="auto"
        aria-pressed={selected || undefined}
        {...(canEdit ? description : {})}
        {...(canEdit ? keys : {})}
        onClick={(event) => {
          if (canEdit && isSelecting(event, selection.cell.get())) return selection.toggle(id)
          selection.clear()
          onOpen()
          focusNote(id, 'tray')
        }}
      >
        {note.text.trim() || '\u00a0'}
      </button>
    </span>
  )
})
