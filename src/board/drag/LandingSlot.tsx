import { useEffect, useRef } from 'react'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { CarriedNote } from './CarriedNote.tsx'
import styles from './LandingSlot.module.css'

/** Where the carried note would lie. Carried by keys, the note itself stands here. */
export function LandingSlot() {
  const { carried } = useBoard()
  const carrying = useCell(carried, (value) => value)
  const slot = useRef<HTMLLIElement>(null)
  const byKeys = carrying?.by === 'keys'
  useEffect(() => {
    if (byKeys) slot.current?.scrollIntoView({ block: 'nearest' })
  })
  if (!carrying) return null
  return (
    <li
      ref={slot}
      className={`${styles.slot} ${byKeys ? styles.held : ''}`}
      style={{ minHeight: Math.max(40, Math.min(carrying.height, 140)) }}
      aria-hidden="true"
    >
      {byKeys && <CarriedNote note={carrying.note} count={carrying.notes.length} />}
    </li>
  )
}
