import type { RefObject } from 'react'
import { useLayoutEffect } from 'react'

/** A note at its smaller size is at least this part as high as at its full one. */
const SMALLEST_STEP = 0.8

/**
 * Marks a scrolling box `data-dense` when its notes don't fit at their full size, and `data-fade` with the ends at which
 * it goes on. Marks on the element, not state: nothing is drawn again for it. Sizes are read only where the browser has
 * just laid out by itself: asking for them at each keystroke laid the whole canvas out again and again.
 */
export function useFit(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const box = scroller.current
    const list = content.current
    if (!box || !list) return
    let frame = 0
    let room = 0
    /** Height at the smaller size that was tried at full size and did not fit. */
    let tooTall = Number.POSITIVE_INFINITY
    let tried = Number.POSITIVE_INFINITY

    const fade = () => {
      const above = box.scrollTop > 2
      const below = box.scrollTop + box.clientHeight < box.scrollHeight - 2
      const ends = [above ? 'above' : '', below ? 'below' : ''].join(' ').trim()
      if (box.dataset.fade !== ends) box.dataset.fade = ends
    }
    const stepDown = () => {
      tooTall = tried
      box.dataset.dense = ''
    }
    const stepUp = () => {
      // While somebody writes here the type may step down, but not jump back up.
      if (list.contains(document.activeElement)) return
      tried = list.offsetHeight
      delete box.dataset.dense
    }
    const fit = () => {
      const height = list.offsetHeight
      if (box.clientHeight !== room) {
        room = box.clientHeight
        tooTall = Number.POSITIVE_INFINITY
        tried = Number.POSITIVE_INFINITY
      }
      const dense = 'dense' in box.dataset
      const step = dense
        ? height < tooTall && height <= room * SMALLEST_STEP
          ? stepUp
          : null
        : height > room + 1
          ? stepDown
          : null
      fade()
      cancelAnimationFrame(frame)
      // In the next frame: a size that changes while sizes are being told is an error of the page.
      if (step) frame = requestAnimationFrame(step)
    }
    const sizes = new ResizeObserver(fit)
    sizes.observe(box)
    sizes.observe(list)
    box.addEventListener('scroll', fade, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      box.removeEventListener('scroll', fade)
    }
  }, [scroller, content])
}
