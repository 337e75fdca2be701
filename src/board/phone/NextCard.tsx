import { useMessages } from '../../i18n/useMessages.ts'
import type { ZoneId } from '../../model/zones.ts'
import { zoneById, zonesOfTab } from '../../model/zones.ts'
import { useZone } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import styles from './NextCard.module.css'
import { usePhone } from './phoneTools.ts'

type NextCardProps = {
  zone: ZoneId | null
  /** On a low screen without its question, which the zone asks again. */
  brief: boolean
}

/** The one question to answer now: the first zone, in asking order, that holds nothing yet. */
export function NextCard({ zone, brief }: NextCardProps) {
  const { tab } = useBoard()
  const { board } = useMessages()
  const order = zonesOfTab(useCell(tab, (value) => value))
  if (zone === null) {
    return (
      <section className={styles.done}>
        <Icon name="check" size={24} />
        <p>
          <b>{board.phone.allFilled}</b>
          <span>{board.phone.allFilledHint}</span>
        </p>
      </section>
    )
  }
  const turn = order.findIndex(({ id }) => id === zone) + 1
  return <Card zone={zone} brief={brief} turn={turn} all={order.length} />
}

type CardProps = { zone: ZoneId; brief: boolean; turn: number; all: number }

function Card({ zone, brief, turn, all }: CardProps) {
  const { open } = usePhone()
  const { session } = useBoard()
  const { board, zones } = useMessages()
  const count = useZone(session, zone).length
  const { icon, colour } = zoneById(zone)
  return (
    <section
      className={`${styles.card} ${brief ? styles.brief : ''}`}
      aria-label={board.phone.nextUp}
    >
      <p className={styles.turn}>{board.phone.nextOf(turn, all)}</p>
      <p className={styles.question}>{zones[zone].questions[0]}</p>
      <button type="button" className={`${styles.go} paper-${colour}`} onClick={() => open(zone)}>
        <span className={styles.chip}>
          <Icon name={icon} size={22} />
        </span>
        <span className={styles.label}>
          <b>{zones[zone].nickname}</b>
          <small>{count === 0 ? board.zone.empty : board.notes(count)}</small>
        </span>
        <Icon name="right" size={22} />
      </button>
    </section>
  )
}
