import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { ButtonLook } from './Button.tsx'
import { IconButton } from './Button.tsx'
import { Icon } from './Icon.tsx'
import styles from './Menu.module.css'
import { walkWithArrows } from './walkWithArrows.ts'

export type MenuItem = {
  key: string
  icon: string
  label: string
  hint?: string
  /** Does the same without the menu. */
  shortcut?: string
  alarm?: boolean
  disabled?: boolean
  onChoose(): void
}

type MenuProps = {
  label: string
  items: readonly MenuItem[]
  size?: 'pointer' | 'touch'
  look?: ButtonLook
  className?: string
}

/** ⋮ and what is under it. Arrows walk, Escape closes, focus comes back to the button. */
export function Menu({
  label,
  items,
  size = 'pointer',
  look = 'quiet',
  className = '',
}: MenuProps) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return
    root.current?.querySelector<HTMLElement>('[role=menuitem]:not(:disabled)')?.focus()
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [open])

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    }
    walkWithArrows(event, [
      ...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)') ?? []),
    ])
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are handled for the menu items inside
    <span className={`${styles.root} ${className}`} ref={root} onKeyDown={onKeyDown}>
      <IconButton
        ref={button}
        icon="more"
        label={label}
        size={size}
        look={look}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <span className={styles.menu} role="menu" aria-label={label}>
          {items.map((item) => (
            <MenuRow
              key={item.key}
              item={item}
              onChoose={() => {
                close()
                item.onChoose()
              }}
            />
          ))}
        </span>
      )}
    </span>
  )
}

function MenuRow({ item, onChoose }: { item: MenuItem; onChoose(): void }): ReactNode {
  return (
    <button
      type="button"
      role="menuitem"
      className={`${styles.item} ${item.alarm ? styles.alarm : ''}`}
      disabled={item.disabled}
      onClick={onChoose}
    >
      <Icon name={item.icon} size={20} />
      <span>
        {item.label}
        {item.hint && <small>{item.hint}</small>}
      </span>
      {item.shortcut && <kbd>{item.shortcut}</kbd>}
    </button>
  )
}
