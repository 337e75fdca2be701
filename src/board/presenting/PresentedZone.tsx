import type { CSSProperties, RefObject } from 'react'
import { useEffect, useId, useRef } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { Zone } from '../../model/zones.ts'
import { useCanvasView } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { shortName } from '../shortName.ts'
import { PresentedNote } from './PresentedNote.tsx'
import styles from './PresentedZone.module.css'
import { usePages } from './usePages.ts'

/** What is spoken of is read from the last row. */
const LARGE_EM = [2.75, 2.375, 2, 1.75]
/** The rest is there to be found again. */
const CALM_EM = [1.5, 1.25]
/** What a strategy combines is read along with it. */
const SOURCE_EM = [2, 1.75, 1.5, 1.25]

export type Turn = (by: 1 | -1) => boolean

type PresentedZoneProps = {
  zone: Zone
  /** The zone that is spoken of. */
  now: boolean
  /** Its notes are what the strategies beside it combine: each shows its code. */
  source?: boolean
  /** Turns a page of the zone that is spoken of, where there is one more in that direction. */
  turn: RefObject<Turn | null>
  style?: CSSProperties | undefined
}

/** A zone on the wall: large and page by page while it is spoken of, else as many of its notes as there is room for. */
export function PresentedZone({ zone, now, source = false, turn, style }: PresentedZoneProps) {
  const { session } = useBoard()
  const { desk, zones } = useMessages()
  const view = useCanvasView(session)
  const notes = view.zones[zone.id]
  const heading = useId()
  const list = useRef<HTMLUListElement>(null)
  const paging = usePages(list, now ? LARGE_EM : source ? SOURCE_EM : CALM_EM, now, view)
  const turnPage = useRef(paging.turn)
  useEffect(() => {
    turnPage.current = paging.turn
  })
  useEffect(() => {
    if (!now) return
    turn.current = (by) => turnPage.current(by)
    return () => {
      turn.current = null
    }
  }, [now, turn])

  return (
    <section
      className={`${styles.zone} ${now ? styles.now : styles.calm} ${source ? styles.source : ''} paper-${zone.colour}`}
      style={style}
      aria-labelledby={heading}
      aria-current={now ? 'step' : undefined}
    >
      <header className={styles.head}>
        <span className={styles.chip}>
          <Icon name={zone.icon} size={now ? 34 : 22} />
        </span>
        <h2 id={heading}>{shortName(zones[zone.id].name)}</h2>
        {now && paging.pages > 1 && <p>{desk.presenting.page(paging.page, paging.pages)}</p>}
        {!now && paging.rest > 0 && (
          <p>
            <span aria-hidden="true">+{paging.rest}</span>
            <span className="visually-hidden">{desk.presenting.more(paging.rest)}</span>
          </p>
        )}
      </header>
      {now && notes.length === 0 && <p className={styles.empty}>{desk.presenting.empty}</p>}
      <ul ref={list} className={styles.notes}>
        {notes.map((note) => (
          <PresentedNote key={note} note={note} large={now} coded={source} />
        ))}
      </ul>
    </section>
  )
}
