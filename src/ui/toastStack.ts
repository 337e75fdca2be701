/**
 * Which toasts there are, and over which layer of the screen. One that was shown over a screen does not come along into a
 * dialog or onto the projector: it stays below, and its time runs out there. When a layer goes, its toasts fall to the next.
 */
export type Toast = {
  icon: string
  text: string
  action?: ToastAction
}

export type ToastAction = {
  label: string
  icon: string
  /** Of two that do the same to different things, only the newer is offered. */
  kind?: 'undo'
  /** Once this is no longer so, there is nothing to press for. */
  holds?: { now(): boolean; subscribe(listener: () => void): () => void }
  onPress(): void
}

/** `host` null: over this one nothing is shown. */
export type ToastLayer = { host: HTMLElement | null }
export type ShownToast = Toast & { id: number; by: string; layer: number }
export type ToastStack = {
  layers: readonly ToastLayer[]
  toasts: readonly ShownToast[]
  latest: number
}

export const EMPTY_STACK: ToastStack = { layers: [], toasts: [], latest: 0 }

const MOST = 3

/** @param by Who shows it. */
export function withToast(stack: ToastStack, toast: Toast, by: string): ToastStack {
  const id = stack.latest + 1
  const layer = Math.max(0, stack.layers.length - 1)
  const staying = stack.toasts.filter((each) => staysBeside(each, toast))
  return { ...stack, latest: id, toasts: [...staying, { ...toast, id, by, layer }].slice(-MOST) }
}

const staysBeside = ({ action }: Toast, next: Toast): boolean =>
  action !== undefined && (action.kind === undefined || action.kind !== next.action?.kind)

export const withoutToast = (stack: ToastStack, id: number): ToastStack => ({
  ...stack,
  toasts: stack.toasts.filter((each) => each.id !== id),
})

/** Who offered it is gone: nobody would answer to a press. */
export const withoutOffersOf = (stack: ToastStack, by: string): ToastStack => ({
  ...stack,
  toasts: stack.toasts.filter((each) => each.by !== by || !each.action),
})

/** What can be pressed stays. */
export const withoutNews = (stack: ToastStack): ToastStack => ({
  ...stack,
  toasts: stack.toasts.filter((each) => each.action),
})

export const withLayer = (stack: ToastStack, layer: ToastLayer): ToastStack => ({
  ...stack,
  layers: [...stack.layers, layer],
})

export function withoutLayer(stack: ToastStack, gone: ToastLayer): ToastStack {
  const at = stack.layers.indexOf(gone)
  const toasts = stack.toasts.map((toast) =>
    toast.layer >= at ? { ...toast, layer: Math.max(0, toast.layer - 1) } : toast,
  )
  return { ...stack, toasts, layers: stack.layers.filter((each) => each !== gone) }
}
