import * as Y from 'yjs'
import { isReadableUpdate } from '../storage/mergeRows.ts'

/** Origin of what came from this device's storage. */
export const FROM_DEVICE = 'from-device'

/**
 * Takes what the device had into the document, in one transaction, so that screens are told once. A rotten row is passed
 * over; what later rows wait for in vain is taken off again (the server refuses updates with a gap, and with them
 * everything), to be tried once more when the server has told what it has.
 */
export function applyRows(doc: Y.Doc, rows: readonly Uint8Array[]): 'whole' | 'gap' {
  doc.transact(() => {
    for (const row of rows) if (isReadableUpdate(row)) Y.applyUpdate(doc, row, FROM_DEVICE)
  }, FROM_DEVICE)
  const { store } = doc
  if (!store.pendingStructs && !store.pendingDs) return 'whole'
  store.pendingStructs = null
  store.pendingDs = null
  return 'gap'
}
