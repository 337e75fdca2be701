import * as Y from 'yjs'

/**
 * One state in place of many updates, through a temporary document, which drops what is deleted. Null where Yjs chokes on
 * them or waits for something that is missing, or where the state does not read the same again: then it may replace
 * nothing.
 */
export function fold(parts: readonly Uint8Array[]): Uint8Array | null {
  const doc = new Y.Doc()
  const again = new Y.Doc()
  try {
    if (!applyAll(doc, parts)) return null
    const state = Y.encodeStateAsUpdate(doc)
    if (!applyAll(again, [state])) return null
    return Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(again)) ? state : null
  } catch {
    return null // bytes that pass every check and still choke Yjs
  } finally {
    doc.destroy()
    again.destroy()
  }
}

function applyAll(doc: Y.Doc, parts: readonly Uint8Array[]): boolean {
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part)
  })
  return doc.store.pendingStructs === null && doc.store.pendingDs === null
}
