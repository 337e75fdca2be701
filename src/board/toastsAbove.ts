const GAP_PX = 10

/** A ref for whatever stands at the foot of the screen: news come up above it. */
export function toastsAbove(element: HTMLElement | null): (() => void) | undefined {
  if (!element) return
  const root = document.documentElement
  const sizes = new ResizeObserver(() => {
    root.style.setProperty('--toast-bottom', `${element.offsetHeight + GAP_PX}px`)
  })
  sizes.observe(element)
  return () => {
    sizes.disconnect()
    root.style.removeProperty('--toast-bottom')
  }
}
