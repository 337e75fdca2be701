import { useDraggable } from '@dnd-kit/core'
import type { RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'
import styles from './Grip.module.css'
import type { Press } from './hand.ts'

export type GripHold = (shell: HTMLElement, press: Press) => void

/** The one thing that the drag library knows to be draggable: it takes the place of whichever note is pressed. */
export function Grip({ hold }: { hold: RefObject<GripHold | null> }) {
  const { setNodeRef, listeners } = useDraggable({ id: 'grip' })
  const grip = useRef<HTMLDivElement | null>(null)
  useLayoutEffect(() => {
    hold.current = (shell, press) => {
      const { left, top, width, height } = shell.getBoundingClientRect()
      if (grip.current) {
        Object.assign(grip.current.style, {
          left: `${left}px`,
          top: `${top}px`,
          width: `${width}px`,
          height: `${height}px`,
        })
      }
      listeners?.['touches' in press.nativeEvent ? 'onTouchStart' : 'onMouseDown']?.(press)
    }
  })
  return (
    <div
      ref={(element) => {
        grip.current = element
        setNodeRef(element)
      }}
      className={styles.grip}
      aria-hidden="true"
    />
  )
}
