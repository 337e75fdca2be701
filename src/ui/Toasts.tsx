/** Short news at the foot of the screen, such as the undo bar after a deletion; read aloud politely. */
import type { ReactNode } from 'react'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from './Icon.tsx'
import styles from './Toasts.module.css'

export type Toast = {
  icon: string
  text: string
  action?: ToastAction
}

type ToastAction = {
  label: string
  icon: string
  /** Of two that do the same to different things, only the newer is offered. */
  kind?: 'undo'
  onPress(): void
}

type Shown = Toast & { id: number }

/** Long enough to think better of it; mere news may go sooner. */
const WITH_ACTION_MS = 8_000
const NEWS_MS = 5_000
const MOST = 3

const ToastContext = createContext<(toast: Toast) => void>(() => {})
const HostContext = createContext<(host: HTMLElement) => () => void>(() => () => {})

/** Shows one toast. Mere news gives way to a newer toast; one that can be pressed stays its time beside it. */
export const useToast = () => useContext(ToastContext)

/** Where toasts appear: the newest on screen, because all that lies outside an open dialog is out of reach. */
export function ToastHost() {
  const region = useRef<HTMLDivElement>(null)
  const register = useContext(HostContext)
  useEffect(() => (region.current ? register(region.current) : undefined), [register])
  return <div className={styles.region} role="status" aria-live="polite" ref={region} />
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([])
  const counter = useRef(0)
  const show = useCallback((toast: Toast) => {
    counter.current += 1
    const next = { ...toast, id: counter.current }
    setToasts((before) => [...before.filter((each) => staysBeside(each, next)), next].slice(-MOST))
  }, [])
  const dismiss = useCallback((id: number) => {
    setToasts((before) => before.filter((each) => each.id !== id))
  }, [])
  const [hosts, setHosts] = useState<readonly HTMLElement[]>([])
  const register = useCallback((host: HTMLElement) => {
    setHosts((before) => [...before, host])
    return () => setHosts((before) => before.filter((each) => each !== host))
  }, [])
  const host = hosts.at(-1)
  const bars = useMemo(
    () => toasts.map((toast) => <Bar key={toast.id} toast={toast} onGone={dismiss} />),
    [toasts, dismiss],
  )
  return (
    <ToastContext.Provider value={show}>
      <HostContext.Provider value={register}>
        <ToastHost />
        {children}
      </HostContext.Provider>
      {host && createPortal(bars, host)}
    </ToastContext.Provider>
  )
}

const staysBeside = ({ action }: Toast, next: Toast): boolean =>
  action !== undefined && (action.kind === undefined || action.kind !== next.action?.kind)

/** Under a pointer or with the focus in it a toast stays, and has its whole time again afterwards. */
function Bar({ toast, onGone }: { toast: Shown; onGone(id: number): void }) {
  const { id, icon, text, action } = toast
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const held = pointed || focused
  const staysMs = action ? WITH_ACTION_MS : NEWS_MS
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => onGone(id), staysMs)
    return () => clearTimeout(timer)
  }, [held, staysMs, onGone, id])
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
      <span>{text}</span>
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
