/** Six colours tell people apart, with nobody handing them out: every screen comes to the same ones by itself. */
import type { SeatId } from './ids.ts'

export type PersonColour = 1 | 2 | 3 | 4 | 5 | 6

const COLOURS: readonly PersonColour[] = [1, 2, 3, 4, 5, 6]

/** A seat's own colour, where nobody else is in sight. FNV-1a of its id: short, and even enough over six. */
export function personColour(seat: SeatId): PersonColour {
  let hash = 0x811c9dc5
  for (let index = 0; index < seat.length; index++) {
    hash = Math.imul(hash ^ seat.charCodeAt(index), 0x01000193)
  }
  return (((hash >>> 0) % COLOURS.length) + 1) as PersonColour
}

/**
 * Colours of those who are in one room, or in one list. No two alike up to six people, and then each as often as the others; everybody who
 * sees the same people sees the same colours. First everybody whose own colour is free has it, so that a newcomer moves
 * nobody's but where two would be alike; then the rest have the next of those that are worn least.
 */
export function coloursTogether(seats: readonly SeatId[]): ReadonlyMap<SeatId, PersonColour> {
  const inOrder = [...seats].sort()
  const colours = new Map<SeatId, PersonColour>()
  const wearers = new Map(COLOURS.map((colour) => [colour, 0]))
  const worn = (colour: PersonColour) => wearers.get(colour) ?? 0
  const wear = (seat: SeatId, colour: PersonColour) => {
    colours.set(seat, colour)
    wearers.set(colour, worn(colour) + 1)
  }
  const forEach = Math.max(1, Math.floor(seats.length / COLOURS.length))
  for (const seat of inOrder) {
    if (worn(personColour(seat)) < forEach) wear(seat, personColour(seat))
  }
  for (const seat of inOrder.filter((each) => !colours.has(each))) {
    const least = Math.min(...wearers.values())
    const own = personColour(seat)
    const fromOwn = [...COLOURS.slice(own - 1), ...COLOURS.slice(0, own - 1)]
    wear(seat, fromOwn.find((colour) => worn(colour) === least) ?? own)
  }
  return colours
}
