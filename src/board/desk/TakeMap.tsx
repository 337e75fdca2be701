import { useMessages } from '../../i18n/useMessages.ts'
import { notesInZone } from '../../model/canvas.ts'
import type { BlockId, Zone } from '../../model/zones.ts'
import { BLOCKS } from '../../model/zones.ts'
import { useViewPart } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import styles from './TakeMap.module.css'

/** As many squares as there is room for; the count is said in words. */
const MOST_SQUARES = 8

type TakeMapProps = {
  offered: readonly BlockId[]
  only: BlockId | null
  onChoose(block: BlockId): void
}

/** The nine blocks, small, as they lie: those whose notes are listed stand out, and each can be asked for alone. */
export function TakeMap({ offered, only, onChoose }: TakeMapProps) {
  const words = useMessages().desk.take
  return (
    <nav className={styles.map} aria-label={words.map}>
      {BLOCKS.map((zone) => {
        const block = zone.id as BlockId
        return (
          <Cell
            key={block}
            zone={zone}
            offered={offered.includes(block)}
            chosen={only === block}
            onChoose={() => onChoose(block)}
          />
        )
      })}
    </nav>
  )
}

type CellProps = { zone: Zone; offered: boolean; chosen: boolean; onChoose(): void }

function Cell({ zone, offered, chosen, onChoose }: CellProps) {
  const { session } = useBoard()
  const { desk, zones } = useMessages()
  const colours = useViewPart(session, (view) =>
    notesInZone(view, zone.id).map((note) => note.colour),
  )
  const { name } = zones[zone.id]
  return (
    <button
      type="button"
      data-cell={zone.id}
      className={`paper-${zone.colour} ${offered ? styles.offered : ''}`}
      aria-pressed={chosen}
      aria-label={desk.take.count(name, colours.length)}
      title={name}
      onClick={onChoose}
    >
      <Icon name={zone.icon} size={16} />
      <span aria-hidden="true">
        {colours.slice(0, MOST_SQUARES).map((colour, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: squares have no identity but their turn
          <i key={index} className={`paper-${colour}`} />
        ))}
      </span>
    </button>
  )
}
