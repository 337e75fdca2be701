/** Six colours tell people apart on a canvas; a seat has the same one on every screen, with nobody handing them out. */
import type { SeatId } from './ids.ts'

export type PersonColour = 1 | 2 | 3 | 4 | 5 | 6

/** FNV-1a of the seat's id: short, and even enough over six. */
export function personColour(seat: SeatId): PersonColour {
  let hash = 0x811c9dc5
  for (let index = 0; index < seat.length; index++) {
    hash = Math.imul(hash ^ seat.charCodeAt(index), 0x01000193)
  }
  return (((hash >>> 0) % 6) + 1) as PersonColour
}
