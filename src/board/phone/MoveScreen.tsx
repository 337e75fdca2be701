import { useState } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { useCanvasView } from '../../sync/useCanvas.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useBoard } from '../boardContext.ts'
import { NoteText } from '../NoteText.tsx'
import { useCloseWithout } from '../useCloseWithout.ts'
import styles from './MoveMap.module.css'
import { MoveMap } from './MoveMap.tsx'
import { usePhone } from './phoneTools.ts'

type MoveScreenProps = { notes: readonly NoteId[]; onClose(): void }

/** The map as a place to put notes down: one press on a zone, or on the tray. */
export function MoveScreen({ notes: ids, onClose }: MoveScreenProps) {
  const { session, actions, tab } = useBoard()
  const { board, phone, zones } = useMessages()
  const { stopSelecting } = usePhone()
  const [shown, setShown] = useState(tab.get())
  const view = useCanvasView(session)
  useCloseWithout(ids, onClose)
  const notes = ids.flatMap((id) => view.notes.get(id) ?? [])
  const [first] = notes
  if (!first) return null
  const from = first.place.zone
  const put = (zone: ZoneId) => {
    onClose()
    stopSelecting()
    actions.putAway(ids, { zone }, zones[zone].nickname)
  }
  return (
    <Dialog title={board.phone.whereTo} titleHidden shape="full" onClose={onClose}>
      <MoveMap
        tab={shown}
        from={notes.every((note) => note.place.zone === from) ? from : null}
        onTab={setShown}
        onChoose={put}
        onCancel={onClose}
      >
        <p className={styles.title}>{board.phone.whereTo}</p>
        <p className={`${styles.note} paper-${first.colour}`} dir="auto">
          {notes.length > 1 ? phone.move.several(notes.length) : <NoteText text={first.text} />}
        </p>
      </MoveMap>
    </Dialog>
  )
}
