import { useEffect, useState, useSyncExternalStore } from 'react'
import { Icon } from './Icon.tsx'
import styles from './Toasts.module.css'
import type { ShownToast } from './toastStack.ts'

/** Long enough to think better of it; mere news may go sooner. */
const WITH_ACTION_MS = 8_000
const NEWS_MS = 5_000

type ToastBarProps = {
  toast: ShownToast
  /** So many offers that say the same lie in it. */
  count: number
  onGone(id: number): void
  onOutlived(id: number): void
}

/** Under a pointer or with the focus in it a toast stays, and has its whole time again afterwards. */
export function ToastBar({ toast, count, onGone, onOutlived }: ToastBarProps) {
  const { id, icon, text, action } = toast
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const held = pointed || focused
  const holds = useSyncExternalStore(action?.holds?.subscribe ?? never, action?.holds?.now ?? yes)
  const staysMs = action ? WITH_ACTION_MS : NEWS_MS
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => onOutlived(id), staysMs)
    return () => clearTimeout(timer)
  }, [held, staysMs, onOutlived, id])
  useEffect(() => {
    if (!holds) onGone(id)
  }, [holds, onGone, id])
  if (!holds) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its time stands still, nothing is done
    <div
      className={styles.toast}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <Icon name={icon} size={20} />
      <span>
        {text}
        {count > 1 && ` (${count}×)`}
      </span>
      {action && (
        <button
          type="button"
          onClick={() => {
            onGone(id)
            action.onPress()
          }}
        >
          <Icon name={action.icon} size={20} />
          {action.label}
        </button>
      )}
    </div>
  )
}

const never = () => () => {}
const yes = () => true
