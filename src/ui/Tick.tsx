import styles from './Tick.module.css'

export type TickState = 'unkept' | 'kept' | 'stored'

type TickProps = { state: TickState; label: string; height?: number; className?: string }

/** Clock, one tick or two: they only ever tell the truth (kept on this device, stored on the server's disk). */
export function Tick({ state, label, height = 12, className = '' }: TickProps) {
  const drawing = DRAWING[state]
  return (
    <svg
      className={`${styles.tick} ${styles[state]} ${className}`}
      width={(height * drawing.width) / drawing.height}
      height={height}
      role="img"
      aria-label={label}
    >
      <use href={`#i-${drawing.icon}`} />
    </svg>
  )
}

const DRAWING = {
  unkept: { icon: 'clock', width: 24, height: 24 },
  kept: { icon: 'tick1', width: 18, height: 14 },
  stored: { icon: 'tick2', width: 22, height: 14 },
} as const satisfies Record<TickState, { icon: string; width: number; height: number }>
