import type { Box } from '../spatial.ts'

/** What is seen of an element: its box, cut by the list that scrolls it. Null where the list hides all of it. */
export function visibleBoxOf(element: Element): Box | null {
  const box = element.getBoundingClientRect()
  const frame = listOf(element)?.getBoundingClientRect()
  if (!frame) return box
  const seen = {
    left: Math.max(box.left, frame.left),
    top: Math.max(box.top, frame.top),
    right: Math.min(box.right, frame.right),
    bottom: Math.min(box.bottom, frame.bottom),
  }
  return seen.left < seen.right && seen.top < seen.bottom ? seen : null
}

/** The list that an element scrolls in, or the strip that cuts off what does not fit. */
export const listOf = (element: Element): Element | null =>
  element.closest('[data-scrolls], [data-cuts]')
