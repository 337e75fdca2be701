import { Icon } from '../ui/Icon.tsx'
import styles from './FilterChips.module.css'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

export type Filter = 'all' | 'silent' | 'connected'

type FilterChipsProps = {
  filter: Filter
  /** Null: not known, so not offered. */
  counts: Record<Filter, number | null>
  onChoose(filter: Filter): void
}

export function FilterChips({ filter, counts, onChoose }: FilterChipsProps) {
  const words = useFacilitatorMessages().dashboard
  const chips: { key: Filter; label: string; icon: string | null }[] = [
    { key: 'all', label: words.all, icon: null },
    { key: 'silent', label: words.notWriting, icon: 'clock' },
    { key: 'connected', label: words.connectedFilter, icon: 'signal' },
  ]
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">{words.filters}</legend>
      {chips
        .filter(({ key }) => counts[key] !== null)
        .map(({ key, label, icon }) => (
          <button
            key={key}
            type="button"
            aria-pressed={filter === key}
            onClick={() => onChoose(key)}
          >
            {icon && <Icon name={icon} size={16} />}
            {label} <b>{counts[key]}</b>
          </button>
        ))}
    </fieldset>
  )
}
