import { memo, useRef } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { TabId, Zone, ZoneId } from '../../model/zones.ts'
import { BLOCKS, CELLS, QUADRANTS } from '../../model/zones.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { DropZone } from '../drag/DropZone.tsx'
import { usePeopleIn } from '../usePresence.ts'
import { useStandardName } from './useStandardName.ts'
import { useZoneSquares } from './useZoneSquares.ts'
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
      <Cell
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
    <nav className={look} aria-label={board.phone.map}>
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

type CellProps = {
  zone: Zone
  /** Room for the standard name under the nickname. */
  wide: boolean
  now: boolean
  moving: boolean
  drops: boolean
  origin: boolean
  over: boolean
  onChoose(zone: ZoneId): void
}

const Cell = memo(function Cell(props: CellProps) {
  const { zone, wide, now, moving, drops, origin, over, onChoose } = props
  const { board, zones } = useMessages()
  const cell = useRef<HTMLButtonElement>(null)
  const texts = zones[zone.id]
  const name = useStandardName(zone.id)
  const squares = useZoneSquares(zone.id)
  const people = usePeopleIn(zone.id)
  const empty = squares.length === 0
  const looks = [
    styles.cell,
    `paper-${zone.colour}`,
    empty ? styles.empty : '',
    now ? styles.now : '',
    origin ? styles.origin : '',
    over ? styles.over : '',
  ]
  const label = board.zone.count(texts.nickname, squares.length)
  return (
    <button
      ref={cell}
      type="button"
      className={looks.join(' ')}
      data-cell={zone.id}
      disabled={origin}
      aria-label={
        origin
          ? `${texts.nickname}, ${board.phone.isHere}`
          : moving
            ? `${board.phone.putHere}: ${texts.nickname}`
            : label
      }
      aria-current={now ? 'step' : undefined}
      onClick={() => onChoose(zone.id)}
    >
      {drops && <DropZone zone={zone.id} node={cell} />}
      <span className={styles.chip}>
        <Icon name={zone.icon} size={wide ? 23 : 22} />
      </span>
      <b>{wide ? texts.nickname : texts.short}</b>
      {wide && name && <small>{name}</small>}
      <span className={styles.squares} aria-hidden="true">
        {squares.slice(0, 24).map((square, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: squares have no identity but their turn
          <i key={index} className={`paper-${square.colour}`}>
            {wide && square.icon && <Icon name={square.icon} size={18} />}
          </i>
        ))}
      </span>
      {people[0] && (
        <span className={styles.person}>
          <Avatar name={people[0].name} colour={people[0].colour} size={22} />
        </span>
      )}
      {!empty && <em>{squares.length}</em>}
    </button>
  )
})
