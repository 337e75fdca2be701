/** Where a small panel opens: beside what it is about, never over it while there is room elsewhere, and within the window. */
import type { Box } from './spatial.ts'

type Size = { width: number; height: number }
type Spot = { left: number; top: number }

const GAP_PX = 6
const MARGIN_PX = 8

/**
 * To the right or left of `about`, else below or above it.
 * @param sideways False for what lies in a bar: the panel opens below or above it.
 */
export function besideBox(about: Box, panel: Size, window: Size, sideways: boolean): Spot {
  const within = (at: number, most: number) => Math.max(MARGIN_PX, Math.min(at, most))
  const mostLeft = window.width - panel.width - MARGIN_PX
  const mostTop = window.height - panel.height - MARGIN_PX
  const [right, left] = [about.right + GAP_PX, about.left - GAP_PX - panel.width]
  const [below, above] = [about.bottom + GAP_PX, about.top - GAP_PX - panel.height]
  if (sideways && (right <= mostLeft || left >= MARGIN_PX)) {
    return { left: right <= mostLeft ? right : left, top: within(about.top, mostTop) }
  }
  const top = below <= mostTop ? below : above >= MARGIN_PX ? above : mostTop
  return { left: within(about.right - panel.width, mostLeft), top: within(top, mostTop) }
}
