import { useMemo } from 'react'
import type { SeatId } from '../model/ids.ts'
import type { PersonColour } from '../model/personColour.ts'
import { coloursTogether, personColour } from '../model/personColour.ts'

/** Colours of those who stand in one list of a workshop: no two alike before all are used. */
export function useColours(
  people: readonly { readonly seat: SeatId }[],
): (seat: SeatId) => PersonColour {
  return useMemo(() => {
    const colours = coloursTogether(people.map(({ seat }) => seat))
    return (seat) => colours.get(seat) ?? personColour(seat)
  }, [people])
}
