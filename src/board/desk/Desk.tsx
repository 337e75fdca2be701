import { useEffect, useMemo, useRef, useState } from 'react'
import { useBoard } from '../boardContext.ts'
import type { ScreenProps } from '../boardProps.ts'
import { useCell } from '../cell.ts'
import { DragBoard } from '../drag/DragBoard.tsx'
import { Presenting } from '../presenting/Presenting.tsx'
import { SaveBanner } from '../SaveBanner.tsx'
import { useNoteToOpen } from '../useNoteToOpen.ts'
import { BmcSheet } from './BmcSheet.tsx'
import styles from './Desk.module.css'
import { DeskHeader } from './DeskHeader.tsx'
import { HelpPanel } from './HelpPanel.tsx'
import type { KeyboardPlace } from './keyboardPlace.ts'
import { createKeyboardPlace } from './keyboardPlace.ts'
import { NoteMenu } from './NoteMenu.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { SwotSheet } from './SwotSheet.tsx'
import { TowsSheet } from './TowsSheet.tsx'
import { Tray } from './Tray.tsx'
import { useBoxSelection } from './useBoxSelection.ts'
import { useDeskKeys } from './useDeskKeys.ts'

/** A canvas on a wide screen: the whole sheet in the window, no page scroll; or the projector's view of it. */
export function Desk(props: ScreenProps) {
  const { session, tab, carried, writer } = useBoard()
  const [presenting, setPresenting] = useState(false)
  const keyboard = useMemo(
    () => createKeyboardPlace({ session, tab, carried }),
    [session, tab, carried],
  )
  useEffect(() => keyboard.start(), [keyboard])
  useNoteToOpen(props, (note) => {
    setPresenting(false)
    writer.open({ note })
  })
  if (presenting) return <Presenting example={props.example} onLeave={() => setPresenting(false)} />
  const onPresent = () => {
    writer.close()
    setPresenting(true)
  }
  return <OpenDesk {...props} keyboard={keyboard} onPresent={onPresent} />
}

type OpenDeskProps = ScreenProps & { keyboard: KeyboardPlace; onPresent(): void }

function OpenDesk({ keyboard, ...props }: OpenDeskProps) {
  const { tab, selection } = useBoard()
  const shown = useCell(tab, (value) => value)
  const [shortcuts, setShortcuts] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const boxSelection = useBoxSelection(box)
  useDeskKeys(keyboard, () => setShortcuts(true))
  return (
    <div className={styles.desk}>
      <DeskHeader {...props} onShortcuts={() => setShortcuts(true)} />
      <DragBoard onHeld={selection.toggle}>
        <div className={styles.stage} data-bare="" {...boxSelection}>
          {shown === 'bmc' && <BmcSheet />}
          {shown === 'swot' && <SwotSheet />}
          {shown === 'tows' && <TowsSheet />}
        </div>
        <div className={styles.foot}>
          <Tray key={shown} />
          <SaveBanner />
        </div>
      </DragBoard>
      <SelectionBar />
      <HelpPanel />
      <NoteMenu />
      <div ref={box} className={styles.box} hidden />
      {shortcuts && <ShortcutsDialog onClose={() => setShortcuts(false)} />}
    </div>
  )
}
