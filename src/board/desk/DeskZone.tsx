import type { ReactNode } from 'react'
import { memo, useId, useRef } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { Zone } from '../../model/zones.ts'
import { useZone } from '../../sync/useCanvas.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { DropZone } from '../drag/DropZone.tsx'
import { shortName } from '../shortName.ts'
import { useNextPair } from '../usePair.ts'
import { usePeopleIn } from '../usePresence.ts'
import styles from './DeskZone.module.css'
import { EmptyZone } from './EmptyZone.tsx'
import { HelpChip } from './HelpChip.tsx'
import { useNewNote } from './useNewNote.ts'
import { useWriteOnDoubleClick } from './useWriteOnDoubleClick.ts'
import { ZoneNotes } from './ZoneNotes.tsx'
import type { ZoneShape } from './zoneShape.ts'

type DeskZoneProps = {
  zone: Zone
  shape: ZoneShape
  /** Under its name, where there is room for it. */
  subtitle?: string
  /** More that can be done here. */
  tools?: ReactNode
}

/** One zone on a wide screen: picture, name, count, plus, and its notes or its first question. */
export const DeskZone = memo(function DeskZone({ zone, shape, subtitle, tools }: DeskZoneProps) {
  const { session, writer, place, canEdit } = useBoard()
  const { board, zones } = useMessages()
  const headingId = useId()
  const box = useRef<HTMLElement>(null)
  const count = useZone(session, zone.id).length
  const writingHere = useCell(writer.cell, (writing) => writing?.zone === zone.id)
  const target = useCell(useBoard().carried, (carried) => carried?.to?.zone === zone.id)
  const empty = count === 0 && !writingHere && !target
  const large = shape === 'quadrant' || shape === 'cell'

  const newNote = useNewNote()
  const write = () => newNote(zone.id)
  const codes = useNextPair(zone.id)
  const onBarePaper = useWriteOnDoubleClick(write)

  return (
    <section
      ref={box}
      className={`${styles.zone} ${styles[shape]} ${target ? styles.target : ''} paper-${zone.colour}`}
      aria-labelledby={headingId}
      data-zone={zone.id}
      data-cell={zone.id}
      data-bare=""
      onFocus={() => place.set(zone.id)}
      {...onBarePaper}
    >
      <DropZone zone={zone.id} node={box} />
      <header className={styles.head} data-bare="">
        <HelpChip zone={zone} size={large ? 22 : 18} />
        <div className={styles.names} data-bare="">
          <div className={styles.title} data-bare="">
            <h2 id={headingId}>{shortName(zones[zone.id].name)}</h2>
            {count > 0 && (
              <span className={styles.count}>
                <span aria-hidden="true">{count}</span>
                <span className="visually-hidden">{board.notes(count)}</span>
              </span>
            )}
          </div>
          {subtitle && <p>{subtitle}</p>}
        </div>
        <PeopleInZone zone={zone} />
        <span className={styles.grow} data-bare="" />
        {tools}
        {canEdit && (
          <button
            type="button"
            className={`${styles.add} ${codes ? styles.pair : ''}`}
            aria-label={codes ? undefined : board.zone.add(zones[zone.id].name)}
            title={codes ? undefined : board.zone.write}
            onClick={write}
          >
            <Icon name="plus" size={large ? 20 : 19} />
            {codes && (
              <>
                <span className={styles.sentence}>{board.strategy.writeFor(codes)}</span>
                <span className={styles.codes} aria-hidden="true">
                  {codes}
                </span>
              </>
            )}
          </button>
        )}
      </header>
      {empty ? (
        <EmptyZone zone={zone} shape={shape} codes={codes} onWrite={write} />
      ) : (
        <ZoneNotes zone={zone.id} />
      )}
    </section>
  )
})

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
