import { useEffect } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { QuadrantId, ZoneId } from '../../model/zones.ts'
import { isCellId, zoneById } from '../../model/zones.ts'
import { useZone } from '../../sync/useCanvas.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useDropNews } from '../../ui/Toasts.tsx'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { DragBoard } from '../drag/DragBoard.tsx'
import { ExamplePill } from '../ExamplePill.tsx'
import { SaveBanner } from '../SaveBanner.tsx'
import { SaveStateButton, SaveStateLine } from '../SaveState.tsx'
import { toastsAbove } from '../toastsAbove.ts'
import { useNextPair } from '../usePair.ts'
import { Compose } from './Compose.tsx'
import type { Composing } from './composing.ts'
import { rememberWritten } from './composing.ts'
import { DragMap } from './DragMap.tsx'
import { keepFocus } from './keepFocus.ts'
import { Neighbours } from './Neighbours.tsx'
import { PhoneHelp } from './PhoneHelp.tsx'
import { usePhone } from './phoneTools.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { useMenuItems } from './useMenuItems.ts'
import { useStandardName } from './useStandardName.ts'
import { ZoneList } from './ZoneList.tsx'
import styles from './ZoneScreen.module.css'

type ZoneScreenProps = { zone: ZoneId; example: boolean; composing: Composing | null }

/** One zone on a phone: its question, its notes, and the bar to write with. */
export function ZoneScreen({ zone, example, composing }: ZoneScreenProps) {
  const { session, canEdit } = useBoard()
  const { selecting, select } = usePhone()
  // What was said over the map, such as the welcome, does not come along.
  useDropNews()
  const isComposing = canEdit && composing !== null
  const isSelecting = useCell(selecting, (value) => value)
  useEffect(() => {
    if (isComposing) rememberWritten(session, zone)
  }, [isComposing, session, zone])

  return (
    <DragBoard onHeld={select}>
      <main
        className={`${styles.screen} ${isComposing ? styles.composing : ''} paper-${zoneById(zone).colour}`}
        data-zone={zone}
      >
        <div className={styles.top}>
          {isSelecting ? <SelectingHeader /> : <Header zone={zone} />}
          {example && <ExamplePill strip />}
          <Question zone={zone} />
        </div>
        <ZoneList zone={zone} composing={composing} />
        <div className={styles.bottom} ref={toastsAbove}>
          <SaveBanner writing={isComposing} />
          <PhoneHelp writing={isComposing} />
          {isComposing ? (
            <Compose zone={zone} note={composing.note} />
          ) : isSelecting ? (
            <SelectionBar />
          ) : (
            <Foot zone={zone} />
          )}
        </div>
      </main>
      <DragMap />
    </DragBoard>
  )
}

function Header({ zone }: { zone: ZoneId }) {
  const { session } = useBoard()
  const { board, common, zones } = useMessages()
  const { toMap, select } = usePhone()
  const count = useZone(session, zone).length
  const items = useMenuItems({ onSelect: count > 0 ? () => select(null) : undefined })
  const name = useStandardName(zone)
  return (
    <header className={styles.header}>
      <IconButton icon="back" label={board.phone.backToMap} size="touch" onClick={toMap} />
      <span className={styles.chip}>
        <Icon name={zoneById(zone).icon} size={24} />
      </span>
      <div className={styles.names}>
        <h1 aria-label={`${zones[zone].nickname}, ${board.notes(count)}`}>
          {zones[zone].nickname}
        </h1>
        <SaveStateLine otherwise={name && <p>{name}</p>} />
      </div>
      <SaveStateButton compact />
      {items.length > 0 && <Menu label={common.more} items={items} size="touch" />}
    </header>
  )
}

function SelectingHeader() {
  const { selection } = useBoard()
  const { phone } = useMessages()
  const { stopSelecting } = usePhone()
  const count = useCell(selection.cell, (value) => value.size)
  return (
    <header className={styles.header}>
      <IconButton icon="close" label={phone.selection.stop} size="touch" onClick={stopSelecting} />
      <h1 className={styles.names} aria-live="polite">
        {phone.selection.count(count)}
      </h1>
    </header>
  )
}

function Question({ zone }: { zone: ZoneId }) {
  const { showExamples } = useBoard()
  const { board, zones } = useMessages()
  return (
    <div className={styles.question}>
      <p>{zones[zone].questions[0]}</p>
      <button type="button" onPointerDown={keepFocus} onClick={() => showExamples(zone)}>
        <Icon name="bulb" size={20} />
        {zone === 'tray' ? board.help.word : board.zone.example}
      </button>
    </div>
  )
}

const isQuadrant = (zone: ZoneId): zone is QuadrantId => zoneById(zone).tab === 'swot'

function Foot({ zone }: { zone: ZoneId }) {
  const { canEdit } = useBoard()
  return (
    <footer className={styles.foot}>
      <Neighbours zone={zone} />
      {canEdit && isQuadrant(zone) && (
        <div className={styles.sources}>
          <TakeButton quadrant={zone} />
          <TrayButton />
        </div>
      )}
      {canEdit && <WriteButton zone={zone} />}
    </footer>
  )
}

function TakeButton({ quadrant }: { quadrant: QuadrantId }) {
  const { phone } = useMessages()
  const { sheet } = usePhone()
  return (
    <Button size="touch" icon="grid" onClick={() => sheet({ type: 'take', quadrant })}>
      {phone.take.open}
    </Button>
  )
}

/** What nobody has found a place for yet may belong here. */
function TrayButton() {
  const { session } = useBoard()
  const { board } = useMessages()
  const { open } = usePhone()
  const count = useZone(session, 'tray').length
  return (
    <Button
      size="touch"
      aria-label={board.zone.count(board.tray.name, count)}
      onClick={() => open('tray')}
    >
      {board.tray.name}
      {count > 0 && <em>{count}</em>}
    </Button>
  )
}

function WriteButton({ zone }: { zone: ZoneId }) {
  const { board, phone } = useMessages()
  const { compose } = usePhone()
  const codes = useNextPair(zone)
  const words = !isCellId(zone)
    ? board.zone.write
    : codes === ''
      ? phone.strategy.write
      : board.strategy.writeFor(codes)
  return (
    <Button
      look="primary"
      size="main"
      icon="plus"
      className={styles.write}
      onClick={() => compose(null)}
    >
      {words}
    </Button>
  )
}
