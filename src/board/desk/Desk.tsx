import { useMessages } from '../../i18n/useMessages.ts'
import type { Zone, ZoneId } from '../../model/zones.ts'
import { BLOCKS, QUADRANTS } from '../../model/zones.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import type { BoardProps } from '../boardProps.ts'
import { useCell } from '../cell.ts'
import { DragBoard } from '../drag/DragBoard.tsx'
import { SaveBanner } from '../SaveBanner.tsx'
import { useNoteToOpen } from '../useNoteToOpen.ts'
import styles from './Desk.module.css'
import { DeskHeader } from './DeskHeader.tsx'
import { NoteMenu } from './NoteMenu.tsx'
import { Tray } from './Tray.tsx'
import { ZoneBox } from './ZoneBox.tsx'

type DeskProps = Omit<BoardProps, 'session' | 'owner' | 'nameOf'>

/** A canvas on a wide screen: the whole sheet in the window, no page scroll. */
export function Desk(props: DeskProps) {
  const { tab, writer } = useBoard()
  useNoteToOpen(props, (note) => writer.open({ note }))
  const shown = useCell(tab, (value) => value)
  return (
    <div className={styles.desk}>
      <DeskHeader {...props} />
      <SaveBanner />
      <DragBoard>
        <div className={styles.stage}>{shown === 'bmc' ? <BmcSheet /> : <SwotSheet />}</div>
        <Tray key={shown} />
      </DragBoard>
      <NoteMenu />
    </div>
  )
}

const SHAPES: Partial<Record<ZoneId, 'column' | 'half' | 'band'>> = {
  'key-partners': 'column',
  'value-propositions': 'column',
  'customer-segments': 'column',
  'cost-structure': 'band',
  'revenue-streams': 'band',
}

/** Read left to right, top to bottom, as the sheet lies; asking order is for the phone. */
const inReadingOrder = (zones: readonly Zone[]): Zone[] =>
  [...zones].sort((a, b) => place(a) - place(b))

const place = ({ grid }: Zone): number =>
  grid ? (grid.row === 3 ? 100 : 0) + grid.column * 4 + grid.row : 0

function BmcSheet() {
  const words = useMessages().board
  return (
    <main className={`${styles.sheet} ${styles.bmc}`} aria-label={words.tabLong.bmc}>
      {inReadingOrder(BLOCKS).map((zone) => (
        <ZoneBox key={zone.id} zone={zone} shape={SHAPES[zone.id] ?? 'half'} />
      ))}
    </main>
  )
}

function SwotSheet() {
  const words = useMessages().board
  return (
    <main className={styles.swotWrap} aria-label={words.tabLong.swot}>
      <div className={styles.columns} aria-hidden="true">
        <span>
          <Icon name="check" size={16} />
          {words.swot.helps}
        </span>
        <span>
          <Icon name="close" size={15} />
          {words.swot.hinders}
        </span>
      </div>
      <div className={styles.rows} aria-hidden="true">
        <span>{words.swot.inside}</span>
        <span>{words.swot.outside}</span>
      </div>
      <div className={`${styles.sheet} ${styles.swot}`}>
        {QUADRANTS.map((zone) => (
          <ZoneBox key={zone.id} zone={zone} shape="quadrant" />
        ))}
      </div>
    </main>
  )
}
