import * as Y from 'yjs'

/** How far an update's structs reach, by client; empty where it has none, or is no update at all. */
export function clocksIn(update: Uint8Array): ReadonlyMap<number, number> {
  try {
    return Y.parseUpdateMeta(update).to
  } catch {
    return new Map() // not one that Yjs can read
  }
}
