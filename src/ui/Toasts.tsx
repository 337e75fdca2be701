/** Short news at the foot of the screen, such as the undo bar after a deletion; read aloud politely. */
import type { ReactNode } from 'react'
import {
  createContext,
  useCallback,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import { ToastBar } from './ToastBar.tsx'
import styles from './Toasts.module.css'
import type { Toast, ToastLayer, ToastStack } from './toastStack.ts'
import {
  barsOf,
  EMPTY_STACK,
  inBar,
  withLayer,
  withoutBar,
  withoutLayer,
  withoutNews,
  withoutOffersOf,
  withoutToast,
  withToast,
} from './toastStack.ts'

type Toaster = {
  show(toast: Toast, by: string): void
  withdraw(by: string): void
  dropNews(): void
  addLayer(layer: ToastLayer): () => void
}

const ToastContext = createContext<Toaster | null>(null)

function useToaster(): Toaster {
  const toaster = useContext(ToastContext)
  if (!toaster) throw new Error('toasts outside of a ToastProvider')
  return toaster
}

/**
 * Shows one toast. Mere news gives way to a newer toast; one that can be pressed stays its time beside it, but goes with
 * the part of the screen that offered it.
 */
export function useToast(): (toast: Toast) => void {
  const { show, withdraw } = useToaster()
  const by = useId()
  useLayoutEffect(() => () => withdraw(by), [withdraw, by])
  return useCallback((toast) => show(toast, by), [show, by])
}

/** Where toasts appear that are shown while this is the newest on screen: all that lies outside an open dialog is out of reach. */
export function ToastHost() {
  const { addLayer } = useToaster()
  const region = useRef<HTMLDivElement>(null)
  // Before it is painted: what lies below is covered from the first moment.
  useLayoutEffect(() => addLayer({ host: region.current }), [addLayer])
  return <div className={styles.region} role="status" aria-live="polite" ref={region} />
}

/** While this is on screen, as on a projector, no toast is: what is said meanwhile is said afterwards. */
export function useNoToasts(): void {
  const { addLayer } = useToaster()
  useLayoutEffect(() => addLayer({ host: null }), [addLayer])
}

/** Mere news gives way to what somebody opens to read, and does not come back after it. */
export function useDropNews(): void {
  const { dropNews } = useToaster()
  useLayoutEffect(dropNews, [dropNews])
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [stack, setStack] = useState<ToastStack>(EMPTY_STACK)
  const toaster = useMemo<Toaster>(
    () => ({
      show: (toast, by) => setStack((before) => withToast(before, toast, by)),
      withdraw: (by) => setStack((before) => withoutOffersOf(before, by)),
      dropNews: () => setStack(withoutNews),
      addLayer(layer) {
        setStack((before) => withLayer(before, layer))
        return () => setStack((before) => withoutLayer(before, layer))
      },
    }),
    [],
  )
  const dismiss = useCallback((id: number) => setStack((before) => withoutToast(before, id)), [])
  const outlive = useCallback((id: number) => setStack((before) => withoutBar(before, id)), [])
  const { layers, toasts } = stack
  useLayoutEffect(() => {
    for (const { host } of layers) host?.toggleAttribute('hidden', host !== layers.at(-1)?.host)
  }, [layers])
  return (
    <ToastContext.Provider value={toaster}>
      <ToastHost />
      {children}
      {layers.map(({ host }, at) => {
        const here = toasts.filter(({ layer }) => layer === at)
        const bars = barsOf(here).map((toast) => (
          <ToastBar
            key={toast.id}
            toast={toast}
            count={inBar(here, toast)}
            onGone={dismiss}
            onOutlived={outlive}
          />
        ))
        return host && createPortal(bars, host)
      })}
    </ToastContext.Provider>
  )
}
