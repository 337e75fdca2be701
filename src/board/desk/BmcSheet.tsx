import { useMessages } from '../../i18n/useMessages.ts'
import type { Zone, ZoneId } from '../../model/zones.ts'
import { BLOCKS } from '../../model/zones.ts'
import styles from './Desk.module.css'
import { DeskZone } from './DeskZone.tsx'

const SHAPES: Partial<Record<ZoneId, 'column' | 'half' | 'band'>> = {
  'key-partners': 'column',
  'value-propositions': 'column',
  'customer-segments': 'column',
  'cost-structure': 'band',
  'revenue-streams': 'band',
}

/** Read left to right, top to bottom, as the sheet lies; asking order is for the phone. */
const inReadingOrder = (zones: readonly Zone[]): Zone[] =>
  [...zones].sort((a, b) => place(a) - place(b))

const place = ({ grid }: Zone): number =>
  grid ? (grid.row === 3 ? 100 : 0) + grid.column * 4 + grid.row : 0

/** The nine blocks as they lie. */
export function BmcSheet() {
  const words = useMessages().board
  return (
    <main className={`${styles.sheet} ${styles.bmc}`} aria-label={words.tabLong.bmc}>
      {inReadingOrder(BLOCKS).map((zone) => (
        <DeskZone key={zone.id} zone={zone} shape={SHAPES[zone.id] ?? 'half'} />
      ))}
    </main>
  )
}
