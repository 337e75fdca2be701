import { describe, expect, it } from 'vitest'
import type { SeatId } from '../../src/model/ids.ts'
import { personColour } from '../../src/model/personColour.ts'

const seats = Array.from({ length: 600 }, (_, index) => `seat${index * 7919}` as SeatId)

describe('the colour of a person', () => {
  it('is the same for a seat wherever it is asked, also tomorrow', () => {
    expect(personColour('NinikNinikNinikNinikNi' as SeatId)).toBe(5)
    for (const seat of seats) expect(personColour(seat)).toBe(personColour(seat))
  })

  it('is one of six, each about as often', () => {
    const counts = new Map<number, number>()
    for (const seat of seats) {
      const colour = personColour(seat)
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6])
    for (const count of counts.values()) expect(count).toBeGreaterThan(50)
  })
})
