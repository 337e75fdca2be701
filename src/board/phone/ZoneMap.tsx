import { memo } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { Zone, ZoneId } from '../../model/zones.ts'
import { BLOCKS, QUADRANTS } from '../../model/zones.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { usePeopleIn } from '../usePresence.ts'
import { useZoneSquares } from './useZoneSquares.ts'
import styles from './ZoneMap.module.css'

type ZoneMapProps = {
  /** The step that is recommended now, in gold. */
  now?: ZoneId | null
  /** While moving a note: where it lies. */
  origin?: ZoneId
  onChoose(zone: ZoneId): void
}

/** The canvas in its real arrangement, small: for looking, for going to a zone, and for moving a note there. */
export function ZoneMap({ now = null, origin, onChoose }: ZoneMapProps) {
  const { tab } = useBoard()
  const { board } = useMessages()
  const shown = useCell(tab, (value) => value)
  const cells = (zones: readonly Zone[]) =>
    zones.map((zone) => (
      <Cell
        key={zone.id}
        zone={zone}
        wide={shown === 'swot'}
        now={zone.id === now}
        moving={origin !== undefined}
        origin={zone.id === origin}
        onChoose={onChoose}
      />
    ))
  const moving = origin === undefined ? '' : styles.moving
  if (shown === 'bmc') {
    return (
      <nav className={`${styles.bmc} ${moving}`} aria-label={board.phone.map}>
        {cells(BLOCKS)}
      </nav>
    )
  }
  return (
    <nav className={`${styles.swot} ${moving}`} aria-label={board.phone.map}>
      <span className={`${styles.axis} ${styles.helps}`} aria-hidden="true">
        <Icon name="check" size={17} />
        {board.swot.helps}
      </span>
      <span className={`${styles.axis} ${styles.hinders}`} aria-hidden="true">
        <Icon name="close" size={16} />
        {board.swot.hinders}
      </span>
      <span className={`${styles.axis} ${styles.inside}`} aria-hidden="true">
        {board.swot.insideShort}
      </span>
      <span className={`${styles.axis} ${styles.outside}`} aria-hidden="true">
        {board.swot.outsideShort}
      </span>
      {cells(QUADRANTS)}
    </nav>
  )
}

type CellProps = {
  zone: Zone
  /** Room for the standard name under the nickname. */
  wide: boolean
  now: boolean
  moving: boolean
  origin: boolean
  onChoose(zone: ZoneId): void
}

const Cell = memo(function Cell({ zone, wide, now, moving, origin, onChoose }: CellProps) {
  const { board, zones } = useMessages()
  const texts = zones[zone.id]
  const squares = useZoneSquares(zone.id)
  const people = usePeopleIn(zone.id)
  const empty = squares.length === 0
  const look = `${empty ? styles.empty : ''} ${now ? styles.now : ''} ${origin ? styles.origin : ''}`
  const label = board.zone.count(texts.nickname, squares.length)
  return (
    <button
      type="button"
      className={`${styles.cell} paper-${zone.colour} ${look}`}
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
      <span className={styles.chip}>
        <Icon name={zone.icon} size={wide ? 23 : 22} />
      </span>
      <b>{wide ? texts.nickname : texts.short}</b>
      {wide && <small>{texts.name}</small>}
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
