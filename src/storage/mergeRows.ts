import * as Y from 'yjs'

type Merged<T> = {
  /** One V1 update that holds all that the covered rows held. */
  state: Uint8Array
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
export function mergeRows<T extends { update: Uint8Array }>(rows: readonly T[]): Merged<T> {
  const doc = new Y.Doc()
  const covered = rows.filter((row) => isReadableUpdate(row.update))
  doc.transact(() => {
    for (const row of covered) Y.applyUpdate(doc, row.update)
  })
  // What still waits for a missing row is part of the encoded state (yjs keeps it as pending).
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return { state, covered }
}
