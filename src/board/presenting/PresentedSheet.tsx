import type { Ref } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import { notesInZone } from '../../model/canvas.ts'
import type { TabId, Zone, ZoneId } from '../../model/zones.ts'
import { zonesOfTab } from '../../model/zones.ts'
import { useCanvasView, useZone } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { shortName } from '../shortName.ts'
import { PresentedNote } from './PresentedNote.tsx'
import styles from './PresentedSheet.module.css'

type PresentedSheetProps = {
  tab: TabId
  /** The zone that is spoken of, in gold. */
  now: ZoneId
  /** Notes as squares of their colours: a map beside the large zone. */
  calm?: boolean
  /** Drawn to be measured, not to be seen. */
  measuring?: boolean
  ref?: Ref<HTMLDivElement>
}

/** A tab's zones as they lie. */
export function PresentedSheet({ tab, now, calm, measuring, ref }: PresentedSheetProps) {
  const zones = zonesOfTab(tab)
  return (
    <div
      ref={ref}
      className={`${styles.sheet} ${styles[tab]} ${calm ? styles.calm : ''} ${measuring ? styles.measuring : ''}`}
      aria-hidden={measuring || calm || undefined}
    >
      {zones.map((zone) => (
        <section
          key={zone.id}
          className={zone.id === now ? styles.now : undefined}
          style={areaOf(zone, tab)}
        >
          <Head zone={zone} short={calm ?? false} />
          {calm ? <Squares zone={zone.id} /> : <Notes zone={zone.id} />}
        </section>
      ))}
    </div>
  )
}

/** The strategies' own grid keeps its first row and column for headings. */
function areaOf({ grid }: Zone, tab: TabId) {
  if (!grid) return undefined
  const shift = tab === 'tows' ? 1 : 0
  return {
    gridColumn: `${grid.column - shift} / span ${grid.columnSpan}`,
    gridRow: `${grid.row - shift} / span ${grid.rowSpan}`,
  }
}

function Head({ zone, short }: { zone: Zone; short: boolean }) {
  const { zones } = useMessages()
  return (
    <header className={`${styles.head} paper-${zone.colour}`}>
      <span className={styles.chip}>
        <Icon name={zone.icon} size={22} />
      </span>
      <h2>{short ? zones[zone.id].short : shortName(zones[zone.id].name)}</h2>
    </header>
  )
}

function Notes({ zone }: { zone: ZoneId }) {
  const { session } = useBoard()
  const notes = useZone(session, zone)
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <PresentedNote key={note} note={note} />
      ))}
    </ul>
  )
}

function Squares({ zone }: { zone: ZoneId }) {
  const { session } = useBoard()
  const notes = notesInZone(useCanvasView(session), zone)
  return (
    <div className={styles.squares}>
      {notes.map((note) => (
        <i key={note.id} className={`paper-${note.colour}`} />
      ))}
    </div>
  )
}
