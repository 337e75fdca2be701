/** What lies where on the screen, and walking over it with arrow keys: the nearest thing in that direction. */
export type Direction = 'up' | 'down' | 'left' | 'right'
export type Point = { x: number; y: number }
export type Box = { left: number; top: number; right: number; bottom: number }

export const directionOf = (key: string): Direction | null =>
  ARROWS[key as keyof typeof ARROWS] ?? null

const ARROWS = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
} as const satisfies Record<string, Direction>

/** What two boxes share; null where they only touch, or not even that. */
export function sharedBox(a: Box, b: Box): Box | null {
  const shared = {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  }
  return shared.left < shared.right && shared.top < shared.bottom ? shared : null
}

export const isWithin = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.right <= outer.right &&
  inner.bottom <= outer.bottom

/** Going sideways off the straight line costs more than going on. */
const ASIDE = 3

/** Index of the nearest box in that direction, or -1. Those that share the row or column come first. */
export function nearest(from: Box, boxes: readonly Box[], direction: Direction): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  boxes.forEach((box, index) => {
    const ahead = distanceAhead(from, box, direction)
    if (ahead === null) return
    const cost = ahead + ASIDE * distanceAside(from, box, direction)
    if (cost < least) {
      least = cost
      best = index
    }
  })
  return best
}

/** Null where the box does not lie ahead: its middle must be beyond ours, and its near edge not behind our far half. */
function distanceAhead(from: Box, box: Box, direction: Direction): number | null {
  const [fromNear, fromFar, near, far] =
    direction === 'down'
      ? [from.top, from.bottom, box.top, box.bottom]
      : direction === 'up'
        ? [-from.bottom, -from.top, -box.bottom, -box.top]
        : direction === 'right'
          ? [from.left, from.right, box.left, box.right]
          : [-from.right, -from.left, -box.right, -box.left]
  const middle = (fromNear + fromFar) / 2
  if ((near + far) / 2 <= middle || near < middle) return null
  return Math.max(0, near - fromFar)
}

function distanceAside(from: Box, box: Box, direction: Direction): number {
  const vertical = direction === 'up' || direction === 'down'
  const [a1, a2, b1, b2] = vertical
    ? [from.left, from.right, box.left, box.right]
    : [from.top, from.bottom, box.top, box.bottom]
  const overlap = Math.min(a2, b2) - Math.max(a1, b1)
  const between = Math.abs((a1 + a2) / 2 - (b1 + b2) / 2)
  // Overlapping ones are told apart by their middles, only just.
  return overlap > 0 ? between / 100 : between
}
