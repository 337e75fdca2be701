import { Mark } from '../ui/Mark.tsx'
import styles from './Opening.module.css'

/** While a screen is fetched: the mark and what is happening, no spinner. */
export function Opening({ text }: { text: string }) {
  return (
    <main className={styles.opening} aria-busy="true">
      <Mark size={44} />
      <p role="status">{text}</p>
    </main>
  )
}
