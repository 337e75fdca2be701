import type { RefObject } from 'react'
import { useLayoutEffect } from 'react'

/**
 * Marks a list `data-dense` when its notes don't fit at their full size, and `data-fade` with the ends at which it goes
 * on. Marks on the element, not state: nothing is drawn again for it.
 */
export function useFit(list: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const overflows = () => element.scrollHeight > element.clientHeight + 1
    const fade = () => {
      const above = element.scrollTop > 2
      const below = element.scrollTop + element.clientHeight < element.scrollHeight - 2
      const ends = [above ? 'above' : '', below ? 'below' : ''].join(' ').trim()
      if (element.dataset.fade !== ends) element.dataset.fade = ends
    }
    const settle = () => {
      const dense = 'dense' in element.dataset
      const { scrollTop } = element
      // While somebody writes here the type may step down, but not jump back up.
      if (dense && !element.querySelector('textarea')) delete element.dataset.dense
      if (overflows()) element.dataset.dense = ''
      if (element.scrollTop !== scrollTop) element.scrollTop = scrollTop
      fade()
    }
    let frame = 0
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(settle)
    }
    settle()
    const sizes = new ResizeObserver(later)
    sizes.observe(element)
    const content = new MutationObserver(later)
    content.observe(element, { childList: true, subtree: true, characterData: true })
    element.addEventListener('scroll', fade, { passive: true })
    element.addEventListener('input', later)
    document.fonts?.ready.then(later, later)
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      content.disconnect()
      element.removeEventListener('scroll', fade)
      element.removeEventListener('input', later)
    }
  }, [list])
}
