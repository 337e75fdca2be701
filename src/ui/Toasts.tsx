/** Short news at the foot of the screen, such as the undo bar after a deletion; read aloud politely. */
import type { ReactNode } from 'react'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { Icon } from './Icon.tsx'
import styles from './Toasts.module.css'

export type Toast = {
  icon: string
  text: string
  action?: { label: string; icon: string; onPress(): void }
}

const DURATION_MS = 8_000

const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** Shows one toast; a newer one takes the place of the older. */
export const useToast = () => useContext(ToastContext)

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<(Toast & { id: number }) | null>(null)
  const counter = useRef(0)
  const show = useCallback((next: Toast) => {
    counter.current += 1
    setToast({ ...next, id: counter.current })
  }, [])
  const id = toast?.id
  useEffect(() => {
    if (id === undefined) return
    const timer = setTimeout(() => setToast(null), DURATION_MS)
    return () => clearTimeout(timer)
  }, [id])
  const action = toast?.action
  const bar = useMemo(
    () =>
      toast && (
        <div className={styles.toast} key={toast.id}>
          <Icon name={toast.icon} size={20} />
          <span>{toast.text}</span>
          {action && (
            <button
              type="button"
              onClick={() => {
                setToast(null)
                action.onPress()
              }}
            >
              <Icon name={action.icon} size={20} />
              {action.label}
            </button>
          )}
        </div>
      ),
    [toast, action],
  )
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div className={styles.region} role="status" aria-live="polite">
        {bar}
      </div>
    </ToastContext.Provider>
  )
}
