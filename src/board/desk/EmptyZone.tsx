import { useMessages } from '../../i18n/useMessages.ts'
import type { Zone } from '../../model/zones.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import styles from './EmptyZone.module.css'
import type { ZoneShape } from './zoneShape.ts'

type EmptyZoneProps = {
  zone: Zone
  shape: ZoneShape
  /** The pair that what is written here joins, "S1 + O2"; empty: none is picked. */
  codes: string
  onWrite(): void
}

/** Instead of nothing: one question, one sheet of its paper to write on, and examples for who asks. */
export function EmptyZone({ zone, shape, codes, onWrite }: EmptyZoneProps) {
  const { canEdit, showExamples } = useBoard()
  const { board, zones } = useMessages()
  const question = zones[zone.id].questions[0] ?? ''
  if (!canEdit) {
    return (
      <p className={`${styles.empty} ${styles.plain}`} data-bare="">
        {board.zone.empty}
      </p>
    )
  }
  return (
    <div className={`${styles.empty} ${styles[shape]}`} data-bare="">
      <p data-bare="">{board.zone.firstQuestion(question)}</p>
      <div className={styles.actions} data-bare="">
        <button type="button" className={`${styles.write} sticky`} data-nav="" onClick={onWrite}>
          <Icon name="plus" size={18} />
          {codes ? board.strategy.writeFor(codes) : board.zone.write}
        </button>
        <button type="button" className={styles.example} onClick={() => showExamples(zone.id)}>
          <Icon name="bulb" size={18} />
          {board.zone.showExample}
        </button>
      </div>
    </div>
  )
}
