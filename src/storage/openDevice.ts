import { defineDatabase } from './database.ts'
import type { Device, KeptSeat } from './device.ts'
import { openDexieRooms } from './dexieRooms.ts'
import { memoryRooms } from './memoryRooms.ts'
import { memorySmallTables } from './memoryTables.ts'
import { patiently } from './patiently.ts'
import type { SmallTables } from './smallTables.ts'
import { dexieSmallTables, orInMemory } from './smallTables.ts'

/** An opening that hangs (another tab blocks it, or IndexedDB has died as it does on iOS) counts as refused. */
const OPENING_PATIENCE_MS = 15_000

/** Opens what this device keeps; where IndexedDB is refused, the same face from memory with `keeps: false`. */
export async function openDevice(name = 'guyub'): Promise<Device> {
  const db = defineDatabase(name)
  try {
    await patiently(OPENING_PATIENCE_MS, db.dexie.open())
  } catch {
    db.dexie.close() // private window, full or broken storage
    return openMemoryDevice()
  }
  const rooms = openDexieRooms(db, askToStayOnce())
  const tables = orInMemory(dexieSmallTables(db), memorySmallTables())
  return {
    keeps: true,
    ...withFacilitator(tables),
    rooms,
    close() {
      rooms.close()
      db.dexie.close()
    },
  }
}

export function openMemoryDevice(): Device {
  const tables = memorySmallTables()
  const rooms = memoryRooms()
  const device = withFacilitator(tables)
  return {
    keeps: false,
    ...device,
    seats: {
      ...device.seats,
      async forget(seat) {
        rooms.forget(seat)
        await tables.seats.forget(seat)
      },
    },
    rooms,
    close() {},
  }
}

function withFacilitator(tables: SmallTables): Pick<Device, 'seats' | 'preferences' | 'drafts'> {
  const isFacilitator = (each: KeptSeat) => each.role === 'facilitator'
  return {
    ...tables,
    seats: {
      ...tables.seats,
      async facilitatorOf(workshop) {
        const seats = await tables.seats.list()
        return seats.find((each) => each.workshop === workshop && isFacilitator(each)) ?? null
      },
    },
  }
}

/** Browsers clear what they may; asked after the first own edit, most of them spare us. Absent without TLS. */
function askToStayOnce(): () => void {
  let asked = false
  return () => {
    if (asked) return
    asked = true
    // A refusal changes nothing: the server's copy is the promise, and a browser without an answer is no failure.
    void globalThis.navigator?.storage?.persist?.().catch(() => false)
  }
}
