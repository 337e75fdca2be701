/** Six colours tell people apart, with nobody handing them out: every screen comes to the same ones by itself. */
import type { SeatId } from './ids.ts'

export type PersonColour = 1 | 2 | 3 | 4 | 5 | 6

const COLOURS = 6

/** A seat's own colour, as in lists of a workshop. FNV-1a of its id: short, and even enough over six. */
export function personColour(seat: SeatId): PersonColour {
  let hash = 0x811c9dc5
  for (let index = 0; index < seat.length; index++) {
    hash = Math.imul(hash ^ seat.charCodeAt(index), 0x01000193)
  }
  return (((hash >>> 0) % COLOURS) + 1) as PersonColour
}

/**
 * Colours of those who are in one room: their own, or the next that is free. No two alike up to six people; everybody who
 * sees the same people sees the same colours.
 */
export function coloursTogether(seats: readonly SeatId[]): ReadonlyMap<SeatId, PersonColour> {
  const colours = new Map<SeatId, PersonColour>()
  const taken = new Set<PersonColour>()
  for (const seat of [...seats].sort()) {
    if (taken.size === COLOURS) taken.clear()
    let colour = personColour(seat)
    while (taken.has(colour)) colour = ((colour % COLOURS) + 1) as PersonColour
    taken.add(colour)
    colours.set(seat, colour)
  }
  return colours
}
