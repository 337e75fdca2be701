import type { MouseEvent } from 'react'
import { memo, useId, useRef } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { Zone } from '../../model/zones.ts'
import { useZone } from '../../sync/useCanvas.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { DropZone } from '../drag/DropZone.tsx'
import { usePeopleIn } from '../usePresence.ts'
import { EmptyZone } from './EmptyZone.tsx'
import styles from './ZoneBox.module.css'
import { ZoneNotes } from './ZoneNotes.tsx'

type ZoneBoxProps = {
  zone: Zone
  /** `column`: tall, one note a row; `half`: short, two; `band`: wide, four; `quadrant`: SWOT. */
  shape: 'column' | 'half' | 'band' | 'quadrant'
}

/** One zone on a wide screen: picture, name, count, plus, and its notes or its first question. */
export const ZoneBox = memo(function ZoneBox({ zone, shape }: ZoneBoxProps) {
  const { session, writer, place, canEdit } = useBoard()
  const { board, zones } = useMessages()
  const headingId = useId()
  const box = useRef<HTMLElement>(null)
  const count = useZone(session, zone.id).length
  const writingHere = useCell(writer.cell, (writing) => writing?.zone === zone.id)
  const target = useCell(useBoard().carried, (carried) => carried?.to?.zone === zone.id)
  const empty = count === 0 && !writingHere && !target
  const wasWriting = useRef(false)

  const write = () => writer.open({ create: { zone: zone.id } })

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the + in the header does the same for keys and screen readers
    <section
      ref={box}
      className={`${styles.zone} ${styles[shape]} ${target ? styles.target : ''} paper-${zone.colour}`}
      aria-labelledby={headingId}
      data-zone={zone.id}
      data-cell={zone.id}
      data-bare=""
      onFocus={() => place.set(zone.id)}
      onPointerDownCapture={() => {
        // A press beside an open field closes it, and that is all it does.
        wasWriting.current = writer.cell.get() !== null
      }}
      onMouseDown={(event) => {
        // The second press of a double-click would close what the first one opened.
        if (event.detail > 1 && isBare(event)) event.preventDefault()
      }}
      onClick={(event) => {
        if (canEdit && isBare(event) && !wasWriting.current) write()
      }}
    >
      <DropZone zone={zone.id} node={box} />
      <header className={styles.head} data-bare="">
        <span className={styles.chip}>
          <Icon name={zone.icon} size={shape === 'quadrant' ? 22 : 18} />
        </span>
        <div className={styles.names} data-bare="">
          <h2 id={headingId}>{zones[zone.id].name}</h2>
          {shape === 'quadrant' && <p>{zones[zone.id].nickname}</p>}
        </div>
        {count > 0 && (
          <span className={styles.count}>
            <span aria-hidden="true">{count}</span>
            <span className="visually-hidden">{board.notes(count)}</span>
          </span>
        )}
        <PeopleInZone zone={zone} />
        {canEdit && (
          <button
            type="button"
            className={styles.add}
            aria-label={board.zone.add(zones[zone.id].name)}
            title={board.zone.write}
            onClick={write}
          >
            <Icon name="plus" size={shape === 'quadrant' ? 20 : 19} />
          </button>
        )}
      </header>
      {empty ? (
        <EmptyZone zone={zone} shape={shape} onWrite={write} />
      ) : (
        <ZoneNotes zone={zone.id} />
      )}
    </section>
  )
})

/** On the zone's own paper: neither on a note nor on a button. */
const isBare = ({ target }: MouseEvent): boolean =>
  target instanceof HTMLElement && 'bare' in target.dataset

function PeopleInZone({ zone }: { zone: Zone }) {
  const { board, zones } = useMessages()
  const people = usePeopleIn(zone.id)
  if (people.length === 0) return null
  return (
    <span className={styles.here}>
      {people.slice(0, 3).map((person) => {
        const words = board.people.isIn(person.name, zones[zone.id].name)
        return (
          <span key={person.seat} title={words}>
            <Avatar name={person.name} colour={person.colour} size={22} />
            <span className="visually-hidden">{words}</span>
          </span>
        )
      })}
    </span>
  )
}
