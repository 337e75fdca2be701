import { useEffect, useState } from 'react'
import type { NoteId } from '../model/ids.ts'
import { useBoard } from './boardContext.ts'
import styles from './ChangeRing.module.css'

/** A ring in the colour of whoever just changed the note, fading. Nothing moves under the reader's eyes. */
export function ChangeRing({ note }: { note: NoteId }) {
  const { changes } = useBoard()
  const [ring, setRing] = useState(() => changes.recent(note))
  useEffect(() => changes.subscribe(note, setRing), [changes, note])
  if (!ring) return null
  return (
    <span
      key={ring.serial}
      className={`${styles.ring} ${ring.colour ? `person-${ring.colour}` : ''}`}
      data-ring=""
      aria-hidden="true"
      onAnimationEnd={() => setRing(null)}
    />
  )
}
