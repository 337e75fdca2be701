import styles from './Mark.module.css'

/** The 3 × 3 weave: nine blocks held together, the middle one golden. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <g fill="currentColor">
        <rect x="0.4" y="2.3" width="11.2" height="7.4" rx="2.4" />
        <rect x="12.9" y="0.8" width="6.2" height="10.4" rx="2.2" opacity=".62" />
        <rect x="20.4" y="2.3" width="11.2" height="7.4" rx="2.4" />
        <rect x="2.9" y="10.8" width="6.2" height="10.4" rx="2.2" opacity=".62" />
        <rect x="22.9" y="10.8" width="6.2" height="10.4" rx="2.2" opacity=".62" />
        <rect x="0.4" y="22.3" width="11.2" height="7.4" rx="2.4" />
        <rect x="12.9" y="20.8" width="6.2" height="10.4" rx="2.2" opacity=".62" />
        <rect x="20.4" y="22.3" width="11.2" height="7.4" rx="2.4" />
      </g>
      <rect className={styles.middle} x="10.4" y="12.3" width="11.2" height="7.4" rx="2.4" />
    </svg>
  )
}

/** The mark with its word. */
export function Wordmark({ size = 34 }: { size?: number }) {
  return (
    <span className={styles.wordmark}>
      <Mark size={size} />
      <span className={styles.word} style={{ fontSize: `${size / 16}rem` }}>
        guyub
      </span>
    </span>
  )
}
