import type { ZoneId } from '../model/zones.ts'
import { zoneById } from '../model/zones.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './ZoneChip.module.css'

/** A zone's picture on a piece of its paper. */
export function ZoneChip({ zone, size = 28 }: { zone: ZoneId; size?: number }) {
  const { icon, colour } = zoneById(zone)
  return (
    <span className={`${styles.chip} paper-${colour}`} style={{ width: size, height: size }}>
      <Icon name={icon} size={Math.round(size * 0.6)} />
    </span>
  )
}
