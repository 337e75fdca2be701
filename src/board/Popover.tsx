import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { walkWithArrows } from '../ui/walkWithArrows.ts'
import { besideBox } from './besideBox.ts'
import styles from './Popover.module.css'

type PopoverProps = {
  label: string
  /** What it belongs to: it opens beside this and gives the focus back to it. */
  anchor: HTMLElement
  onClose(): void
  children: ReactNode
}

/** A small panel beside a button, or beside the note that the button is on. Escape and a press elsewhere close it. */
export function Popover({ label, anchor, onClose, children }: PopoverProps) {
  const panel = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<{ left: number; top: number } | null>(null)

  useLayoutEffect(() => {
    const element = panel.current
    if (!element) return
    const note = anchor.closest('[data-slot]')
    const place = () => {
      const size = { width: element.offsetWidth, height: element.offsetHeight }
      const screen = { width: window.innerWidth, height: window.innerHeight }
      setAt(besideBox((note ?? anchor).getBoundingClientRect(), size, screen, note !== null))
    }
    place()
    const observer = new ResizeObserver(place)
    observer.observe(element)
    // A tablet's keyboard takes half of the window from who types in it.
    window.addEventListener('resize', place)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', place)
      // Before it leaves the page: whoever is in it comes back to where they opened it.
      if (element.contains(document.activeElement)) anchor.focus()
    }
  }, [anchor])

  const placed = at !== null
  useEffect(() => {
    const element = panel.current
    if (!placed || !element) return
    entryOf(element)?.focus()
    // What was pressed may go with the press, as a tag that is taken off: the keys still belong to this panel.
    const changes = new MutationObserver(() => {
      if (document.activeElement === document.body) entryOf(element)?.focus()
    })
    changes.observe(element, { childList: true, subtree: true })
    return () => changes.disconnect()
  }, [placed])

  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      const target = event.target
      if (!(target instanceof Node) || panel.current?.contains(target)) return
      if (!anchor.contains(target)) onClose()
    }
    document.addEventListener('pointerdown', onPointerDown, true)
    return () => document.removeEventListener('pointerdown', onPointerDown, true)
  }, [anchor, onClose])

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Tab') keepInside(event, panel.current)
    else walkWithArrows(event, focusableIn(panel.current))
  }

  return createPortal(
    <div
      ref={panel}
      className={styles.popover}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      style={at ?? { visibility: 'hidden' }}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>,
    document.body,
  )
}

/** Who opens a panel with a field wants to type in it. */
const entryOf = (panel: HTMLElement): HTMLElement | null =>
  panel.querySelector<HTMLElement>('input') ?? focusableIn(panel)[0] ?? panel

const focusableIn = (panel: HTMLElement | null) => [
  ...(panel?.querySelectorAll<HTMLElement>(
    'a[href], :is(button, input, select, textarea):not(:disabled), [tabindex="0"]',
  ) ?? []),
]

function keepInside(event: KeyboardEvent, panel: HTMLElement | null): void {
  const inside = focusableIn(panel)
  const [first, last] = [inside[0], inside.at(-1)]
  const [leaving, to] = event.shiftKey ? [first, last] : [last, first]
  const here = document.activeElement
  if (here !== leaving && here !== panel) return
  event.preventDefault()
  to?.focus()
}
