import type { KeptSeat, Preferences } from './device.ts'
import type { SmallTables } from './smallTables.ts'
import { noPreferences } from './smallTables.ts'

/** Seats, preferences and drafts until the page is closed. */
export function memorySmallTables(): SmallTables {
  const seats = new Map<string, KeptSeat>()
  const drafts = new Map<string, string>()
  const listeners = new Set<() => void>()
  let preferences: Preferences = noPreferences
  const changed = () => {
    for (const listener of listeners) listener()
  }
  return {
    seats: {
      list: async () => [...seats.values()],
      get: async (seat) => seats.get(seat) ?? null,
      async put(seat) {
        seats.set(seat.seat, seat)
        changed()
      },
      async update(seat, change) {
        const found = seats.get(seat)
        if (!found) return
        seats.set(seat, { ...found, ...change })
        changed()
      },
      async forget(seat) {
        if (seats.delete(seat)) changed()
      },
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    preferences: {
      get: async () => preferences,
      async set(change) {
        preferences = { ...preferences, ...change }
      },
    },
    drafts: {
      get: async (name) => drafts.get(name) ?? null,
      async put(name, text) {
        drafts.set(name, text)
        return 'memory'
      },
      async remove(name) {
        drafts.delete(name)
      },
    },
  }
}
