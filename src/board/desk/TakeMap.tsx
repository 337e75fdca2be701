import { useMessages } from '../../i18n/useMessages.ts'
import type { CanvasView } from '../../model/canvas.ts'
import { notesInZone } from '../../model/canvas.ts'
import type { BlockId } from '../../model/zones.ts'
import { BLOCKS } from '../../model/zones.ts'
import { Icon } from '../../ui/Icon.tsx'
import styles from './TakeMap.module.css'

/** As many squares as there is room for; the count is said in words. */
const MOST_SQUARES = 8

type TakeMapProps = {
  view: CanvasView
  offered: readonly BlockId[]
  only: BlockId | null
  onChoose(block: BlockId): void
}

/** The nine blocks, small, as they lie: those whose notes are listed stand out, and each can be asked for alone. */
export function TakeMap({ view, offered, only, onChoose }: TakeMapProps) {
  const { desk, zones } = useMessages()
  return (
    <nav className={styles.map} aria-label={desk.take.map}>
      {BLOCKS.map((zone) => {
        const block = zone.id as BlockId
        const notes = notesInZone(view, block)
        return (
          <button
            key={block}
            type="button"
            data-cell={block}
            className={`paper-${zone.colour} ${offered.includes(block) ? styles.offered : ''}`}
            aria-pressed={only === block}
            aria-label={desk.take.count(zones[block].name, notes.length)}
            title={zones[block].name}
            onClick={() => onChoose(block)}
          >
            <Icon name={zone.icon} size={16} />
            <span aria-hidden="true">
              {notes.slice(0, MOST_SQUARES).map((note) => (
                <i key={note.id} className={`paper-${note.colour}`} />
              ))}
            </span>
          </button>
        )
      })}
    </nav>
  )
}
