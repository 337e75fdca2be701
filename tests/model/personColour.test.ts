import { describe, expect, it } from 'vitest'
import type { SeatId } from '../../src/model/ids.ts'
import { coloursTogether, personColour } from '../../src/model/personColour.ts'

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

describe('the colours of people together', () => {
  it('are their own where nobody else has it', () => {
    for (const seat of seats) expect(coloursTogether([seat]).get(seat)).toBe(personColour(seat))
  })

  it('are six for six people, whoever they are and whoever asks', () => {
    for (let from = 0; from + 6 <= seats.length; from += 6) {
      const together = seats.slice(from, from + 6)
      const colours = coloursTogether(together)
      expect(new Set(colours.values()).size).toBe(6)
      expect(coloursTogether([...together].reverse())).toEqual(colours)
    }
  })

  it('are their own for all whose own colour nobody else here has', () => {
    for (let from = 0; from + 6 <= seats.length; from += 6) {
      const together = seats.slice(from, from + 6)
      const own = together.map(personColour)
      const colours = coloursTogether(together)
      const alone = together.filter((_, at) => own.filter((each) => each === own[at]).length === 1)
      expect(alone.map((seat) => colours.get(seat))).toEqual(alone.map(personColour))
    }
  })

  it('come again from the seventh on, none more often than it must', () => {
    const colours = [...coloursTogether(seats.slice(0, 30)).values()]
    for (const colour of [1, 2, 3, 4, 5, 6]) {
      expect(colours.filter((each) => each === colour)).toHaveLength(5)
    }
  })
})
