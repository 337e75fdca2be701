import { useEffect } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { TRAY } from '../../model/zones.ts'
import { useNote } from '../../sync/useCanvas.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { NoteText } from '../NoteText.tsx'
import styles from './MoveScreen.module.css'
import { ZoneMap } from './ZoneMap.tsx'

/** The map as a place to put a note down: one press on a zone, or on the tray. */
export function MoveScreen({ note: id, onClose }: { note: NoteId; onClose(): void }) {
  const { session, actions } = useBoard()
  const { board, common, zones } = useMessages()
  const note = useNote(session, id)
  const gone = note === null
  useEffect(() => {
    if (gone) onClose()
  }, [gone, onClose])
  if (!note) return null
  const put = (zone: ZoneId) => {
    onClose()
    actions.moveAway(id, { zone }, zones[zone].nickname)
  }
  const from = note.place.zone
  return (
    <Dialog title={board.phone.whereTo} titleHidden shape="full" onClose={onClose}>
      <div className={styles.screen}>
        <header className={styles.head}>
          <p className={styles.title}>{board.phone.whereTo}</p>
          <p className={`${styles.note} paper-${note.colour}`} dir="auto">
            <NoteText text={note.text} />
          </p>
        </header>
        <ZoneMap origin={from} onChoose={put} />
        <button
          type="button"
          className={styles.tray}
          disabled={from === TRAY.id}
          onClick={() => put(TRAY.id)}
        >
          <Icon name="tray" size={26} />
          <span>
            <b>{board.tray.name}</b>
            <small>{from === TRAY.id ? board.phone.isHere : board.tray.hintShort}</small>
          </span>
        </button>
        <button type="button" className={styles.cancel} onClick={onClose}>
          <Icon name="close" size={22} />
          {common.cancel}
        </button>
      </div>
    </Dialog>
  )
}
