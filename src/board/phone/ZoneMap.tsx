import { useMessages } from '../../i18n/useMessages.ts'
import type { TabId, Zone, ZoneId } from '../../model/zones.ts'
import { BLOCKS, CELLS, QUADRANTS } from '../../model/zones.ts'
import { Icon } from '../../ui/Icon.tsx'
import { ZoneCell } from './ZoneCell.tsx'
import styles from './ZoneMap.module.css'

type ZoneMapProps = {
  tab: TabId
  /** The step that is recommended now, in gold. */
  now?: ZoneId | null
  /** Notes are on their way, and where they lie; the hand may let go over a zone. */
  moving?: boolean
  drops?: boolean
  origin?: ZoneId | null
  over?: ZoneId | null
  onChoose(zone: ZoneId): void
}

/** A sheet in its real arrangement, small: for looking, for going to a zone, and for moving notes there. */
export function ZoneMap(props: ZoneMapProps) {
  const { tab, now, moving = false, drops = false, origin, over, onChoose } = props
  const { board } = useMessages()
  const cells = (zones: readonly Zone[]) =>
    zones.map((zone) => (
      <ZoneCell
        key={zone.id}
        zone={zone}
        wide={tab !== 'bmc'}
        now={zone.id === now}
        moving={moving}
        drops={drops}
        origin={zone.id === origin}
        over={zone.id === over && zone.id !== origin}
        onChoose={onChoose}
      />
    ))
  const look = `${styles[tab]} ${moving ? styles.moving : ''} ${drops ? styles.drops : ''}`
  return (
    <nav className={look} aria-label={moving ? board.tabs[tab] : board.phone.map}>
      {tab === 'swot' && <SwotAxes />}
      {tab === 'tows' && <TowsAxes />}
      {cells(ZONES_OF[tab])}
    </nav>
  )
}

const ZONES_OF = { bmc: BLOCKS, swot: QUADRANTS, tows: CELLS } as const

function SwotAxes() {
  const { swot } = useMessages().board
  return (
    <>
      <span className={`${styles.axis} ${styles.left}`} aria-hidden="true">
        <Icon name="check" size={17} />
        {swot.helps}
      </span>
      <span className={`${styles.axis} ${styles.right}`} aria-hidden="true">
        <Icon name="close" size={16} />
        {swot.hinders}
      </span>
      <span className={`${styles.axis} ${styles.upper}`} aria-hidden="true">
        {swot.insideShort}
      </span>
      <span className={`${styles.axis} ${styles.lower}`} aria-hidden="true">
        {swot.outsideShort}
      </span>
    </>
  )
}

function TowsAxes() {
  const { zones } = useMessages()
  return (
    <>
      <span className={`${styles.axis} ${styles.left}`} aria-hidden="true">
        {zones.strengths.name}
      </span>
      <span className={`${styles.axis} ${styles.right}`} aria-hidden="true">
        {zones.weaknesses.name}
      </span>
      <span className={`${styles.axis} ${styles.upper}`} aria-hidden="true">
        {zones.opportunities.name}
      </span>
      <span className={`${styles.axis} ${styles.lower}`} aria-hidden="true">
        {zones.threats.name}
      </span>
    </>
  )
}
