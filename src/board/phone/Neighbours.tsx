import { useMessages } from '../../i18n/useMessages.ts'
import type { ZoneId } from '../../model/zones.ts'
import { zoneById, zonesOfTab } from '../../model/zones.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Neighbours.module.css'

/** The zones before and behind in asking order; the tray stands apart. */
export function neighboursOf(zone: ZoneId): { before: ZoneId | null; behind: ZoneId | null } {
  const { tab } = zoneById(zone)
  const order = tab ? zonesOfTab(tab) : []
  const at = order.findIndex(({ id }) => id === zone)
  return { before: order[at - 1]?.id ?? null, behind: at < 0 ? null : (order[at + 1]?.id ?? null) }
}

/** On to the next question, or back to the one before. */
export function Neighbours({ zone, onOpen }: { zone: ZoneId; onOpen(zone: ZoneId): void }) {
  const { board, zones } = useMessages()
  const { before, behind } = neighboursOf(zone)
  if (!before && !behind) return null
  return (
    <nav className={styles.neighbours}>
      {before && (
        <Button
          size="touch"
          icon="left"
          aria-label={board.phone.previous(zones[before].nickname)}
          className={styles.before}
          onClick={() => onOpen(before)}
        >
          {zones[before].short}
        </Button>
      )}
      {behind && (
        <Button
          size="touch"
          iconAfter="right"
          aria-label={board.phone.next(zones[behind].nickname)}
          className={styles.behind}
          onClick={() => onOpen(behind)}
        >
          {zones[behind].short}
        </Button>
      )}
    </nav>
  )
}
