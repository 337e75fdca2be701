import { useState } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { BlockId, QuadrantId } from '../../model/zones.ts'
import { FED_BY, QUADRANTS } from '../../model/zones.ts'
import { useViewPart, useZone } from '../../sync/useCanvas.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { useWhyFed } from '../useWhyFed.ts'
import { ZoneChip } from '../ZoneChip.tsx'
import { TakeMap } from './TakeMap.tsx'
import { TakeNote } from './TakeNote.tsx'
import styles from './TakeRail.module.css'

type TakeRailProps = {
  into: QuadrantId
  onInto(quadrant: QuadrantId): void
  onClose(): void
}

/** The canvas beside the SWOT: the blocks that usually feed a quadrant, with their notes to be taken at one press. */
export function TakeRail({ into, onInto, onClose }: TakeRailProps) {
  const { session } = useBoard()
  const { common, desk, zones } = useMessages()
  // One block that was asked for, else those that usually feed this quadrant.
  const [only, setOnly] = useState<BlockId | null>(null)
  const blocks = only ? [only] : FED_BY[into]
  const filled = useViewPart(session, ({ zones: lying }) =>
    blocks.filter((block) => lying[block].length > 0),
  )
  return (
    <aside className={styles.rail} aria-label={desk.take.title}>
      <header className={styles.head}>
        <h2>{desk.take.title}</h2>
        <IconButton icon="close" label={common.close} onClick={onClose} />
      </header>
      <fieldset className={styles.into}>
        <legend className="visually-hidden">{desk.take.into}</legend>
        {QUADRANTS.map((zone) => (
          <button
            key={zone.id}
            type="button"
            className={`paper-${zone.colour}`}
            aria-pressed={zone.id === into}
            aria-label={zones[zone.id].name}
            title={zones[zone.id].name}
            onClick={() => {
              setOnly(null)
              onInto(zone.id as QuadrantId)
            }}
          >
            <Icon name={zone.icon} size={18} />
            {zone.id === into && <span>{zones[zone.id].name}</span>}
          </button>
        ))}
      </fieldset>
      <TakeMap
        offered={blocks}
        only={only}
        onChoose={(block) => setOnly(only === block ? null : block)}
      />
      <div className={styles.list}>
        <p className={styles.hint}>{filled.length > 0 ? desk.take.hint : desk.take.nothing}</p>
        {(only ? blocks : filled).map((block) => (
          <TakeBlock key={block} block={block} into={into} />
        ))}
      </div>
    </aside>
  )
}

function TakeBlock({ block, into }: { block: BlockId; into: QuadrantId }) {
  const { session } = useBoard()
  const { desk, zones } = useMessages()
  const notes = useZone(session, block)
  const why = useWhyFed(into, block)
  return (
    <section>
      <h3>
        <ZoneChip zone={block} />
        {zones[block].name}
      </h3>
      {why && <p className={styles.why}>{why}</p>}
      {notes.length === 0 && <p className={styles.hint}>{desk.take.emptyBlock}</p>}
      <ul>
        {notes.map((note) => (
          <TakeNote key={note} note={note} into={into} />
        ))}
      </ul>
    </section>
  )
}
