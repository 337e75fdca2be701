import { useDraggable } from '@dnd-kit/core'
import type { RefObject, TouchEvent } from 'react'
import { useLayoutEffect, useRef } from 'react'
import styles from './Grip.module.css'
import type { Press } from './hand.ts'

const MOST_PX = 200
const LOW_PX = 56
/** Before it is lifted (`DragBoard`): it must not lie under the finger afterwards. */
const BELOW_PX = 28

export type GripHold = (shell: HTMLElement, press: Press) => void

type GripProps = {
  hold: RefObject<GripHold | null>
  /** What a finger lifts is carried over the phone's map. */
  overMap: boolean
}

/** The one thing that the drag library knows to be draggable: it takes the place of whichever note is pressed. */
export function Grip({ hold, overMap }: GripProps) {
  const { setNodeRef, listeners } = useDraggable({ id: 'grip' })
  const grip = useRef<HTMLDivElement | null>(null)
  useLayoutEffect(() => {
    hold.current = (shell, press) => {
      const { left, top, width, height } =
        overMap && isFinger(press) ? overFinger(press, shell) : shell.getBoundingClientRect()
      if (grip.current) {
        Object.assign(grip.current.style, {
          left: `${left}px`,
          top: `${top}px`,
          width: `${width}px`,
          height: `${height}px`,
        })
      }
      listeners?.[isFinger(press) ? 'onTouchStart' : 'onMouseDown']?.(press)
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

const isFinger = (press: Press): press is TouchEvent => 'touches' in press

/** A note as wide as a list would cover the map that it is carried over: a narrower copy stands over the finger. */
function overFinger(press: TouchEvent, shell: HTMLElement) {
  const box = shell.getBoundingClientRect()
  const finger = press.touches[0]
  if (!finger || box.width <= MOST_PX) return box
  return {
    left: finger.clientX - MOST_PX / 2,
    top: finger.clientY + BELOW_PX - LOW_PX,
    width: MOST_PX,
    height: LOW_PX,
  }
}
