import { useState } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import { PaperMark } from '../../ui/PaperMark.tsx'
import { useBoard } from '../boardContext.ts'
import { LegendList, namedColours } from '../LegendList.tsx'
import { Popover } from '../Popover.tsx'
import styles from './ColourLegend.module.css'

/** Beside the tray there is room for so many names; a press shows all of them. */
const MOST_NAMES = 2

/** What the workshop lets colours mean; nothing where it lets them mean nothing. */
export function ColourLegend() {
  const { legend } = useBoard()
  const title = useMessages().board.legend.colours
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const named = namedColours(legend)
  if (named.length === 0) return null
  return (
    <>
      <button
        type="button"
        className={styles.open}
        aria-haspopup="dialog"
        title={title}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <span className="visually-hidden">{title}: </span>
        {named.map(({ colour, name }, index) => (
          <span key={colour} className={`${styles.item} paper-${colour}`}>
            <i>
              <PaperMark colour={colour} size={10} />
            </i>
            {index < MOST_NAMES && <span className={styles.name}>{name}</span>}
          </span>
        ))}
      </button>
      {anchor && (
        <Popover label={title} anchor={anchor} onClose={() => setAnchor(null)}>
          <section className={styles.list}>
            <h3>{title}</h3>
            <LegendList size="pointer" />
          </section>
        </Popover>
      )}
    </>
  )
}
