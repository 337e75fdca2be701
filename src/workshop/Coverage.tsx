import { useMessages } from '../i18n/useMessages.ts'
import type { Member } from '../model/workshop.ts'
import { BLOCKS } from '../model/zones.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './Coverage.module.css'
import type { CanvasSummary } from './canvasSummary.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

type CoverageProps = {
  members: readonly Member[]
  summaries: ReadonlyMap<string, CanvasSummary>
}

/** How many members have something in each block, in asking order: where the group is, at a glance. */
export function Coverage({ members, summaries }: CoverageProps) {
  const { zones } = useMessages()
  const words = useFacilitatorMessages().dashboard
  return (
    <ol className={styles.row} aria-label={words.coverage}>
      {BLOCKS.map((block) => {
        const count = members.filter((member) =>
          summaries.get(member.canvas)?.filled.includes(block.id),
        ).length
        const text = words.coverageOf(zones[block.id].name, count, members.length)
        return (
          <li key={block.id} className={`paper-${block.colour}`} title={text}>
            <Icon name={block.icon} size={18} />
            <b aria-hidden="true">{count}</b>
            <span className="visually-hidden">{text}</span>
            <i aria-hidden="true">
              <i style={{ width: `${(100 * count) / members.length}%` }} />
            </i>
          </li>
        )
      })}
    </ol>
  )
}
