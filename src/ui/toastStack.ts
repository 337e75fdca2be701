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
  /** Takes back what was done: each its own, so one does not go before its time because another comes. */
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

/** Bars on screen. */
const MOST = 3
/** Earlier steps can still be taken back one by one, by ⋮ or by keys. */
const MOST_UNDO = 2

/** @param by Who shows it. */
export function withToast(stack: ToastStack, toast: Toast, by: string): ToastStack {
  const id = stack.latest + 1
  const layer = Math.max(0, stack.layers.length - 1)
  const toasts = [...stack.toasts.filter(({ action }) => action), { ...toast, id, by, layer }]
  const bars = barsOf(toasts)
  const outdated = bars.filter(takesBack).slice(0, -MOST_UNDO)
  const staying = bars.filter((bar) => !outdated.includes(bar)).slice(-MOST)
  return {
    ...stack,
    latest: id,
    toasts: toasts.filter((each) => staying.some((bar) => isOf(bar, each))),
  }
}

const takesBack = ({ action }: Toast): boolean => action?.kind === 'undo'

/** Of offers that say the same, the newest lies on top; when it was pressed, the next is there to be pressed. */
export const barsOf = (toasts: readonly ShownToast[]): ShownToast[] =>
  toasts.filter((each, at) => !toasts.slice(at + 1).some((later) => isOf(later, each)))

/** How many lie in one bar. */
export const inBar = (toasts: readonly ShownToast[], bar: ShownToast): number =>
  toasts.filter((each) => isOf(bar, each)).length

const isOf = (bar: ShownToast, each: ShownToast): boolean =>
  each === bar ||
  (takesBack(bar) && takesBack(each) && each.text === bar.text && each.layer === bar.layer)

/** The one that was pressed, or that has nothing more to offer. */
export const withoutToast = (stack: ToastStack, id: number): ToastStack => ({
  ...stack,
  toasts: stack.toasts.filter((each) => each.id !== id),
})

/** Its time is over, and so is that of all that lie in its bar. */
export function withoutBar(stack: ToastStack, id: number): ToastStack {
  const bar = stack.toasts.find((each) => each.id === id)
  return { ...stack, toasts: stack.toasts.filter((each) => !bar || !isOf(bar, each)) }
}

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
