/** Everything on the device but the rooms: seats, preferences, drafts. */
import type { ObservabilitySet } from 'dexie'
import Dexie from 'dexie'
import type { Database } from './database.ts'
import type { Device, Preferences } from './device.ts'
import { writeAtOnce } from './writeAtOnce.ts'

export type SmallTables = {
  seats: Omit<Device['seats'], 'facilitatorOf'>
  preferences: Device['preferences']
  drafts: Device['drafts']
}

export const noPreferences: Preferences = { language: null, address: {} }

export function dexieSmallTables(db: Database): SmallTables {
  return {
    seats: {
      list: async () => db.seats.toArray(),
      get: async (seat) => (await db.seats.get(seat)) ?? null,
      async put(seat) {
        await db.seats.put(seat)
      },
      async update(seat, change) {
        await db.seats.update(seat, change)
      },
      async forget(seat) {
        await db.dexie.transaction('rw', db.seats, db.rows, db.marks, async () => {
          await db.seats.delete(seat)
          await db.rows.where('seat').equals(seat).delete()
          await db.marks.where('seat').equals(seat).delete()
        })
      },
      /** Hears of changes made in other tabs too. */
      subscribe(listener) {
        const seats = `idb://${db.dexie.name}/seats/`
        const onMutated = (changed: ObservabilitySet) => {
          if (Object.keys(changed).some((part) => part.startsWith(seats))) listener()
        }
        Dexie.on('storagemutated', onMutated)
        return () => Dexie.on.storagemutated.unsubscribe(onMutated)
      },
    },
    preferences: {
      async get() {
        return { ...noPreferences, ...(await db.preferences.get('preferences'))?.value }
      },
      async set(change) {
        await db.dexie.transaction('rw', db.preferences, async () => {
          const before = (await db.preferences.get('preferences'))?.value
          await db.preferences.put({ name: 'preferences', value: { ...before, ...change } })
        })
      },
    },
    drafts: {
      get: async (name) => (await db.drafts.get(name))?.text ?? null,
      async put(name, text) {
        await writeAtOnce(db.dexie, ['drafts'], (table) => table('drafts').put({ name, text }))
        return 'kept'
      },
      remove: async (name) => db.drafts.delete(name),
    },
  }
}

/**
 * What the disk refuses is held in memory until the page is closed, so that a full phone does not throw anybody out of a
 * workshop. Every `catch` here stands for that one failure: IndexedDB would not read or write.
 */
export function orInMemory(disk: SmallTables, memory: SmallTables): SmallTables {
  const seats: SmallTables['seats'] = {
    async list() {
      const held = await memory.seats.list()
      const kept = await disk.seats.list().catch(() => [])
      return [...kept.filter(({ seat }) => !held.some((each) => each.seat === seat)), ...held]
    },
    get: async (seat) =>
      (await memory.seats.get(seat)) ?? (await disk.seats.get(seat).catch(() => null)),
    async put(seat) {
      try {
        await disk.seats.put(seat)
        await memory.seats.forget(seat.seat)
      } catch {
        await memory.seats.put(seat)
      }
    },
    async update(seat, change) {
      const held = await memory.seats.get(seat)
      if (held) return seats.put({ ...held, ...change })
      try {
        await disk.seats.update(seat, change)
      } catch {
        const kept = await disk.seats.get(seat).catch(() => null)
        if (kept) await memory.seats.put({ ...kept, ...change })
      }
    },
    async forget(seat) {
      await memory.seats.forget(seat)
      await disk.seats.forget(seat)
    },
    subscribe(listener) {
      const stops = [disk.seats.subscribe(listener), memory.seats.subscribe(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
  return {
    seats,
    preferences: {
      get: () => disk.preferences.get().catch(() => memory.preferences.get()),
      async set(change) {
        await memory.preferences.set(change)
        await disk.preferences.set(change).catch(() => {})
      },
    },
    drafts: {
      get: async (name) =>
        (await memory.drafts.get(name)) ?? (await disk.drafts.get(name).catch(() => null)),
      async put(name, text) {
        try {
          await disk.drafts.put(name, text)
          await memory.drafts.remove(name)
          return 'kept'
        } catch {
          return memory.drafts.put(name, text)
        }
      },
      async remove(name) {
        await memory.drafts.remove(name)
        await disk.drafts.remove(name).catch(() => {})
      },
    },
  }
}
