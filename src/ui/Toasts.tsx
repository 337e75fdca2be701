/** Short news at the foot of the screen, such as the undo bar after a deletion; read aloud politely. */
import type { ReactNode } from 'react'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from './Icon.tsx'
import styles from './Toasts.module.css'

export type Toast = {
  icon: string
  text: string
  action?: { label: string; icon: string; onPress(): void }
}

/** Long enough to think better of it; mere news may go sooner. */
const WITH_ACTION_MS = 8_000
const NEWS_MS = 5_000

const ToastContext = createContext<(toast: Toast) => void>(() => {})
const HostContext = createContext<(host: HTMLElement) => () => void>(() => () => {})

/** Shows one toast; a newer one takes the place of the older. */
export const useToast = () => useContext(ToastContext)

/** Where toasts appear: the newest on screen, because all that lies outside an open dialog is out of reach. */
export function ToastHost() {
  const region = useRef<HTMLDivElement>(null)
  const register = useContext(HostContext)
  useEffect(() => (region.current ? register(region.current) : undefined), [register])
  return <div className={styles.region} role="status" aria-live="polite" ref={region} />
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<(Toast & { id: number }) | null>(null)
  const counter = useRef(0)
  const show = useCallback((next: Toast) => {
    counter.current += 1
    setToast({ ...next, id: counter.current })
  }, [])
  const [hosts, setHosts] = useState<readonly HTMLElement[]>([])
  const register = useCallback((host: HTMLElement) => {
    setHosts((before) => [...before, host])
    return () => setHosts((before) => before.filter((each) => each !== host))
  }, [])
  const host = hosts.at(-1)
  useEffect(() => {
    if (!toast) return
    const timer = setTimeout(() => setToast(null), toast.action ? WITH_ACTION_MS : NEWS_MS)
    return () => clearTimeout(timer)
  }, [toast])
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
      <HostContext.Provider value={register}>
        <ToastHost />
        {children}
      </HostContext.Provider>
      {host && createPortal(bar, host)}
    </ToastContext.Provider>
  )
}
