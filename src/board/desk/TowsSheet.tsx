import { useEffect } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { CellId, QuadrantId } from '../../model/zones.ts'
import { CELL_USES, CELLS, QUADRANTS } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { DeskZone } from './DeskZone.tsx'
import styles from './TowsSheet.module.css'
import { TowsSource } from './TowsSource.tsx'
import { useLitOnFocus } from './useLitOnFocus.ts'

/** Four strategies' cells, each between the two quadrants whose notes it combines: one above, one to the left. */
export function TowsSheet() {
  const { board, desk, zones } = useMessages()
  const { pair } = useBoard()
  const light = useLitOnFocus()
  useEffect(() => () => pair.set([]), [pair])
  const subtitle = (cell: CellId) => {
    const [inside, outside] = CELL_USES[cell]
    const joins = desk.tows.joins(zones[inside].name, zones[outside].name)
    return `${zones[cell].nickname} · ${joins}`
  }
  return (
    <main className={styles.tows} aria-label={board.tabLong.tows} {...light}>
      <div className={styles.corner} data-cell="corner">
        <p>{desk.tows.lead}</p>
      </div>
      {QUADRANTS.map((zone) => (
        <TowsSource key={zone.id} quadrant={zone.id as QuadrantId} />
      ))}
      {CELLS.map((zone) => (
        <DeskZone key={zone.id} zone={zone} shape="cell" subtitle={subtitle(zone.id as CellId)} />
      ))}
    </main>
  )
}
