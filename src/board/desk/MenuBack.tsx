import { useMessages } from '../../i18n/useMessages.ts'
import { Icon } from '../../ui/Icon.tsx'
import styles from './NoteMenu.module.css'

/** Heads a page behind a menu, and leads back to it. */
export function MenuBack({ label, onBack }: { label: string; onBack(): void }) {
  const { common } = useMessages()
  return (
    <button type="button" className={`${styles.row} ${styles.back}`} onClick={onBack}>
      <Icon name="left" size={20} />
      <span>{label}</span>
      <span className="visually-hidden">{common.back}</span>
    </button>
  )
}
