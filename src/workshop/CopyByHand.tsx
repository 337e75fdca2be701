import styles from './LinkDialog.module.css'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

/** Where the browser refuses the clipboard: the text, selected at a touch. */
export function CopyByHand({ text, rows = 3 }: { text: string; rows?: number }) {
  const words = useFacilitatorMessages().links
  return (
    <div className={styles.byHand} role="status">
      <p>{words.copyByHand}</p>
      <textarea
        readOnly
        rows={rows}
        value={text}
        aria-label={words.copyLink}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  )
}
