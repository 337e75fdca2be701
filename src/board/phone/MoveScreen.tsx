import { useLayoutEffect, useRef } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { TabId, ZoneId } from '../../model/zones.ts'
import { TABS, zoneById } from '../../model/zones.ts'
import { useCanvasView } from '../../sync/useCanvas.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useBoard } from '../boardContext.ts'
import { besideNotes } from '../keysOnBoard.ts'
import { NoteText } from '../NoteText.tsx'
import { useCloseWithout } from '../useCloseWithout.ts'
import ground from './MoveGround.module.css'
import { MoveGround } from './MoveGround.tsx'
import styles from './MoveScreen.module.css'
import { usePhone } from './phoneTools.ts'
import { ZoneMap } from './ZoneMap.tsx'

type MoveScreenProps = { notes: readonly NoteId[]; onClose(): void }

/** Every zone to put notes into with one press: the map of their own tab, those of the others below it, and the tray. */
export function MoveScreen({ notes: ids, onClose }: MoveScreenProps) {
  const { session, actions, tab } = useBoard()
  const { board, phone, zones } = useMessages()
  const { stopSelecting } = usePhone()
  const view = useCanvasView(session)
  useCloseWithout(ids, onClose)
  const maps = useRef<HTMLDivElement>(null)
  // Left to itself, the dialog would give the focus to what scrolls.
  useLayoutEffect(() => {
    maps.current?.querySelector<HTMLElement>('button:enabled')?.focus({ preventScroll: true })
  }, [])
  const notes = ids.flatMap((id) => view.notes.get(id) ?? [])
  const [first] = notes
  if (!first) return null
  const lies = first.place.zone
  const from = notes.every((note) => note.place.zone === lies) ? lies : null
  const home = zoneById(lies).tab
  const own = home ?? tab.get()
  const put = (zone: ZoneId) => {
    const beside = besideNotes(ids)
    onClose()
    stopSelecting()
    actions.putAway(ids, { zone }, zones[zone].nickname)
    // Where they have left with the focus, arrows go on from there.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) beside?.focus()
    })
  }
  const map = (each: TabId) => <ZoneMap key={each} tab={each} moving origin={from} onChoose={put} />
  const head = (
    <>
      <p className={styles.title}>{board.phone.whereTo}</p>
      <p className={`${styles.note} paper-${first.colour}`} dir="auto">
        {notes.length > 1 ? phone.move.several(notes.length) : <NoteText text={first.text} />}
      </p>
    </>
  )
  return (
    <Dialog title={board.phone.whereTo} titleHidden shape="full" onClose={onClose}>
      <MoveGround from={from} onChoose={put} onCancel={onClose} head={head}>
        <div className={`${ground.map} ${styles.maps}`} ref={maps}>
          {map(own)}
          {home && <p className={ground.copies}>{phone.move.copyGoes(board.tabs[home])}</p>}
          {TABS.filter((each) => each !== own).map((each) => (
            <div key={each} className={styles.group}>
              <h3>{board.tabLong[each]}</h3>
              {map(each)}
            </div>
          ))}
        </div>
      </MoveGround>
    </Dialog>
  )
}
