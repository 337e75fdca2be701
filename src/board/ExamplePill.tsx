import { useMessages } from '../i18n/useMessages.ts'
import styles from './ExamplePill.module.css'

/** On everything that was invented for demonstration. */
export const ExamplePill = ({ strip = false }: { strip?: boolean }) => (
  <span className={strip ? styles.strip : styles.pill}>{useMessages().common.exampleNotData}</span>
)
