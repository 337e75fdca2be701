import { useEffect } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import { useNote } from '../../sync/useCanvas.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { NoteText } from '../NoteText.tsx'
import { PaperPicker } from '../PaperPicker.tsx'
import styles from './NoteSheet.module.css'
import { NoteMeta } from './PhoneNote.tsx'

type NoteSheetProps = {
  note: NoteId
  onClose(): void
  onEdit(note: NoteId): void
  onMove(note: NoteId): void
}

/** Everything that can be done with a note on a phone, in one sheet. */
export function NoteSheet({ note: id, onClose, onEdit, onMove }: NoteSheetProps) {
  const { session, actions } = useBoard()
  const words = useMessages().board.note
  const note = useNote(session, id)
  const gone = note === null
  useEffect(() => {
    if (gone) onClose()
  }, [gone, onClose])
  if (!note) return null
  return (
    <Dialog title={words.menu} titleHidden onClose={onClose}>
      <div className={`${styles.note} paper-${note.colour}`}>
        <p dir="auto">
          <NoteText text={note.text} />
        </p>
        <NoteMeta note={note} inWords />
      </div>
      <div className={styles.actions}>
        <button type="button" className={styles.main} onClick={() => onMove(id)}>
          <i>
            <Icon name="move" size={26} />
          </i>
          {words.move}
        </button>
        <button type="button" onClick={() => onEdit(id)}>
          <i>
            <Icon name="pencil" size={26} />
          </i>
          {words.edit}
        </button>
        <button
          type="button"
          className={styles.alarm}
          onClick={() => {
            onClose()
            actions.remove(id)
          }}
        >
          <i>
            <Icon name="trash" size={26} />
          </i>
          {words.remove}
        </button>
      </div>
      <PaperPicker
        size="touch"
        chosen={note.colour}
        onChoose={(colour) => {
          actions.recolour(id, colour)
          onClose()
        }}
      />
    </Dialog>
  )
}
