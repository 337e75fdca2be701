import { BLOCKS } from '../model/zones.ts'
import styles from './LandingPeek.module.css'

const NOTES = [4, 3, 4, 3, 3, 3, 4, 3, 4]

/** The upper edge of a filled canvas looking out at the foot of the phone's first screen. */
export function LandingPeek() {
  return (
    <div className={styles.peek} aria-hidden="true">
      <div className={styles.sheet}>
        {BLOCKS.map((block, index) => {
          const grid = block.grid
          if (!grid) return null
          return (
            <span
              key={block.id}
              className={`${styles.block} paper-${block.colour}`}
              style={{
                gridArea: `${grid.row} / ${grid.column} / span ${grid.rowSpan} / span ${grid.columnSpan}`,
              }}
            >
              {NOTE_KEYS.slice(0, NOTES[index]).map((key) => (
                <i key={key} />
              ))}
            </span>
          )
        })}
      </div>
    </div>
  )
}

const NOTE_KEYS = ['a', 'b', 'c', 'd'] as const
