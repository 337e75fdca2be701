import { memo, useRef } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { Zone, ZoneId } from '../../model/zones.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { DropZone } from '../drag/DropZone.tsx'
import { usePeopleIn } from '../usePresence.ts'
import { nameOnMap } from './nameOnMap.ts'
import { useStandardName } from './useStandardName.ts'
import { useZoneSquares } from './useZoneSquares.ts'
import styles from './ZoneCell.module.css'

type ZoneCellProps = {
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

/** In the upper part of the BMC one stands above the other. */
const isHalf = ({ tab, grid }: Zone) => tab === 'bmc' && grid?.rowSpan === 1 && grid.row < 3

/** One zone on the map: picture, name, a square for each note, and their number. */
export const ZoneCell = memo(function ZoneCell(props: ZoneCellProps) {
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
    wide ? styles.wide : '',
    isHalf(zone) ? styles.half : '',
    moving ? styles.moving : '',
    drops ? styles.drops : '',
    `paper-${zone.colour}`,
    empty ? styles.empty : '',
    now ? styles.now : '',
    origin ? styles.origin : '',
    over ? styles.over : '',
  ]
  const called = wide ? texts.nickname : nameOnMap(texts)
  const label = board.zone.count(called, squares.length)
  return (
    <button
      ref={cell}
      type="button"
      className={looks.join(' ')}
      data-cell={zone.id}
      data-nav=""
      disabled={origin}
      aria-label={
        origin
          ? `${called}, ${board.phone.isHere}`
          : moving
            ? `${board.phone.putHere}: ${called}`
            : label
      }
      aria-current={now ? 'step' : undefined}
      onClick={() => onChoose(zone.id)}
    >
      {drops && <DropZone zone={zone.id} node={cell} />}
      <span className={styles.chip}>
        <Icon name={zone.icon} size={wide ? 23 : 22} />
      </span>
      <span className={styles.names}>
        <b>{wide ? texts.nickname : texts.short}</b>
        {wide && name && <small>{name}</small>}
      </span>
      <span className={styles.squares} aria-hidden="true">
        <span>
          {squares.slice(0, 24).map((square, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: squares have no identity but their turn
            <i key={index} className={`paper-${square.colour}`}>
              {wide && square.icon && <Icon name={square.icon} size={18} />}
            </i>
          ))}
        </span>
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
