import { useMessages } from '../../i18n/useMessages.ts'
import type { Zone } from '../../model/zones.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import styles from './HelpChip.module.css'

type HelpChipProps = { zone: Zone; size: number }

/** A zone's picture, which opens its help: a small sign says that it is a button. */
export function HelpChip({ zone, size }: HelpChipProps) {
  const { help } = useBoard()
  const { board, zones } = useMessages()
  const label = board.help.open(zones[zone.id].name)
  return (
    <button
      type="button"
      className={styles.chip}
      aria-label={label}
      title={label}
      onClick={() => help.set(help.get() === zone.id ? null : zone.id)}
    >
      <Icon name={zone.icon} size={size} />
      <span aria-hidden="true">?</span>
    </button>
  )
}
