import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { walkWithArrows } from '../ui/walkWithArrows.ts'
import styles from './Popover.module.css'

type PopoverProps = {
  label: string
  /** What it belongs to: it opens beside this and gives the focus back to it. */
  anchor: HTMLElement
  onClose(): void
  children: ReactNode
}

const GAP_PX = 6
const MARGIN_PX = 8

/** A small panel beside a button, above everything that scrolls. Escape and a press elsewhere close it. */
export function Popover({ label, anchor, onClose, children }: PopoverProps) {
  const panel = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<{ left: number; top: number } | null>(null)

  useLayoutEffect(() => {
    const element = panel.current
    if (!element) return
    const place = () => setAt(besideAnchor(anchor.getBoundingClientRect(), element))
    place()
    const observer = new ResizeObserver(place)
    observer.observe(element)
    return () => observer.disconnect()
  }, [anchor])

  const placed = at !== null
  useEffect(() => {
    if (!placed) return
    // Who opens a panel with a field wants to type in it.
    for (const wanted of ['input', 'button:not(:disabled)']) {
      const found = panel.current?.querySelector<HTMLElement>(wanted)
      if (found) return found.focus()
    }
  }, [placed])

  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      const target = event.target
      if (!(target instanceof Node) || panel.current?.contains(target)) return
      if (!anchor.contains(target)) onClose()
    }
    document.addEventListener('pointerdown', onPointerDown, true)
    window.addEventListener('resize', onClose)
    return () => {
      document.removeEventListener('pointerdown', onPointerDown, true)
      window.removeEventListener('resize', onClose)
    }
  }, [anchor, onClose])

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      anchor.focus()
      onClose()
    } else if (event.key === 'Tab') keepInside(event, panel.current)
    else walkWithArrows(event, buttonsIn(panel.current))
  }

  return createPortal(
    <div
      ref={panel}
      className={styles.popover}
      role="dialog"
      aria-label={label}
      style={at ?? { visibility: 'hidden' }}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>,
    document.body,
  )
}

function besideAnchor(anchor: DOMRect, panel: HTMLElement): { left: number; top: number } {
  const { offsetWidth: width, offsetHeight: height } = panel
  const mostLeft = window.innerWidth - width - MARGIN_PX
  const mostTop = window.innerHeight - height - MARGIN_PX
  const below = anchor.bottom + GAP_PX
  const above = anchor.top - GAP_PX - height
  const top = below <= mostTop ? below : above >= MARGIN_PX ? above : mostTop
  const left = anchor.right - width
  return {
    left: Math.max(MARGIN_PX, Math.min(left, mostLeft)),
    top: Math.max(MARGIN_PX, top),
  }
}

const buttonsIn = (panel: HTMLElement | null) => [
  ...(panel?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? []),
]

function keepInside(event: KeyboardEvent, panel: HTMLElement | null): void {
  const buttons = buttonsIn(panel)
  const leaving = event.shiftKey ? buttons[0] : buttons[buttons.length - 1]
  if (document.activeElement !== leaving) return
  event.preventDefault()
  const to = event.shiftKey ? buttons[buttons.length - 1] : buttons[0]
  to?.focus()
}
