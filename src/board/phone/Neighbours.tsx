import { useMessages } from '../../i18n/useMessages.ts'
import type { ZoneId } from '../../model/zones.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Neighbours.module.css'
import { nameOnMap } from './nameOnMap.ts'
import { neighboursOf } from './neighboursOf.ts'
import { usePhone } from './phoneTools.ts'

/** On to the next question, or back to the one before; between them which one this is, and that a swipe does it too. */
export function Neighbours({ zone }: { zone: ZoneId }) {
  const { board, phone, zones } = useMessages()
  const { open } = usePhone()
  const { before, behind, turn, all } = neighboursOf(zone)
  if (!before && !behind) return null
  return (
    <nav className={styles.neighbours} aria-label={phone.around}>
      {before && (
        <Button
          size="touch"
          icon="left"
          aria-label={board.phone.previous(nameOnMap(zones[before]))}
          className={styles.before}
          onClick={() => open(before)}
        >
          {zones[before].short}
        </Button>
      )}
      <span className={styles.turn} aria-hidden="true">
        <b>{phone.turn(turn, all)}</b>
        {phone.swipe}
      </span>
      {behind && (
        <Button
          size="touch"
          iconAfter="right"
          aria-label={board.phone.next(nameOnMap(zones[behind]))}
          className={styles.behind}
          onClick={() => open(behind)}
        >
          {zones[behind].short}
        </Button>
      )}
    </nav>
  )
}
