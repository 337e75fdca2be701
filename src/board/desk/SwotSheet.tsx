import { useState } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { QuadrantId } from '../../model/zones.ts'
import { QUADRANTS } from '../../model/zones.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useMediaQuery } from '../../ui/useMediaQuery.ts'
import { useBoard } from '../boardContext.ts'
import { DeskZone } from './DeskZone.tsx'
import styles from './SwotSheet.module.css'
import { TakeRail } from './TakeRail.tsx'

/** Two axes in plain words, and at the side the canvas that notes are taken from. */
export function SwotSheet() {
  const { canEdit } = useBoard()
  const { board, desk, zones } = useMessages()
  const wide = useMediaQuery('(min-width: 1200px)')
  const [into, setInto] = useState<QuadrantId | null>(wide ? 'strengths' : null)
  return (
    <main className={styles.wrap} aria-label={board.tabLong.swot} data-rail={into ? '' : undefined}>
      <div className={styles.columns} aria-hidden="true">
        <span>
          <Icon name="check" size={16} />
          {board.swot.helps}
        </span>
        <span>
          <Icon name="close" size={15} />
          {board.swot.hinders}
        </span>
      </div>
      <div className={styles.rows} aria-hidden="true">
        <span>{board.swot.inside}</span>
        <span>{board.swot.outside}</span>
      </div>
      <div className={styles.sheet}>
        {QUADRANTS.map((zone) => {
          const quadrant = zone.id as QuadrantId
          return (
            <DeskZone
              key={zone.id}
              zone={zone}
              shape="quadrant"
              subtitle={zones[zone.id].nickname}
              tools={
                canEdit && (
                  <button
                    type="button"
                    className={styles.take}
                    aria-label={desk.take.open(zones[zone.id].name)}
                    aria-pressed={into === quadrant}
                    onClick={() => setInto(into === quadrant ? null : quadrant)}
                  >
                    <Icon name="grid" size={17} />
                    {desk.take.word}
                  </button>
                )
              }
            />
          )
        })}
      </div>
      {canEdit && into && <TakeRail into={into} onInto={setInto} onClose={() => setInto(null)} />}
    </main>
  )
}
