import type { Box } from './spatial.ts'
import { sharedBox } from './spatial.ts'

/** What is seen of an element: its box, cut by the list that scrolls it. Null where the list hides all of it. */
export function visibleBoxOf(element: Element): Box | null {
  const box = element.getBoundingClientRect()
  const frame = listOf(element)?.getBoundingClientRect()
  return frame ? sharedBox(box, frame) : box
}

/** The list that an element scrolls in, or the strip that cuts off what does not fit. */
export const listOf = (element: Element): Element | null =>
  element.closest('[data-scrolls], [data-cuts]')
