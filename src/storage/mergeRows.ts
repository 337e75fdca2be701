import * as Y from 'yjs'
import type { Vouch } from '../protocol/vouches.ts'
import { furthestOf } from '../protocol/vouches.ts'

/** One row: an update, and behind it what the server said of it. */
export type KeptUpdate = { update: Uint8Array; vouches?: Vouch[] }

type Merged<T> = {
  /** One V1 update that holds all that the covered rows held, and what was said of them. */
  state: KeptUpdate
  covered: T[]
}

/** True where bytes are an update at all. Looks before anything is applied: half an update can go in otherwise. */
export function isReadableUpdate(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update)
    return true
  } catch {
    return false // rotten or cut bytes
  }
}

/**
 * Many rows as one, through a throwaway document: that drops deleted content and stays fast where `mergeUpdates` grows
 * superlinearly. Unreadable rows are not covered, so whoever deletes the covered ones leaves those alone.
 */
export function mergeRows<T extends KeptUpdate>(rows: readonly T[]): Merged<T> {
  const doc = new Y.Doc()
  const covered = rows.filter((row) => isReadableUpdate(row.update))
  doc.transact(() => {
    for (const row of covered) Y.applyUpdate(doc, row.update)
  })
  // What still waits for a missing row is part of the encoded state (yjs keeps it as pending).
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return { state: { update, vouches: vouchesIn(covered) }, covered }
}

export const vouchesIn = (rows: readonly KeptUpdate[]): Vouch[] =>
  furthestOf(rows.flatMap(({ vouches = [] }) => vouches))

/** As rows: what was said of all of them stands behind the last. */
export const rowsFor = (updates: readonly Uint8Array[], vouches: readonly Vouch[]): KeptUpdate[] =>
  updates.map((update, i) =>
    vouches.length > 0 && i === updates.length - 1 ? { update, vouches: [...vouches] } : { update },
  )
