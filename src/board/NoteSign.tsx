import { memo } from 'react'
import type { NoteColour } from '../model/note.ts'
import styles from './NoteSign.module.css'

type NoteSignProps = {
  sign: NoteColour | 'kept' | 'stored'
  /** Left out: it says nothing that words beside it don't. */
  label?: string
  className?: string | undefined
}

/** A paper's mark or the ticks, on a note of a wide screen. */
export const NoteSign = memo(function NoteSign({ sign, label, className = '' }: NoteSignProps) {
  const look = `${styles.sign} ${styles[sign]} ${className}`
  return label === undefined ? (
    <span className={look} aria-hidden="true" />
  ) : (
    <span className={look} role="img" aria-label={label} />
  )
})
