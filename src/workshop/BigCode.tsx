import type { CSSProperties } from 'react'
import type { JoinCode } from '../protocol/joinCode.ts'
import styles from './BigCode.module.css'

type BigCodeProps = {
  code: JoinCode
  /** card: as wide as its column; wall: as large as the screen allows. */
  size: 'card' | 'wall'
  valid: boolean
}

/** "BAKSO 47" as large as its place allows, whatever the length of its word. */
export function BigCode({ code, size, valid }: BigCodeProps) {
  const signs = { '--signs': code.length + 0.4 } as CSSProperties
  return (
    <p className={`${styles.code} ${styles[size]} ${valid ? '' : styles.invalid}`} style={signs}>
      {code.slice(0, -2)} <em>{code.slice(-2)}</em>
    </p>
  )
}
