import * as Y from 'yjs'

export type DocumentSize = {
  isOver(bytes: number): boolean
  close(): void
}

/**
 * How large a document is as one update, without encoding it at each edit: what came since it was last encoded is added up
 * (single updates are larger than their part of the whole), and only a sum over the limit is worth a closer look.
 */
export function openDocumentSize(doc: Y.Doc): DocumentSize {
  let atMost = Number.POSITIVE_INFINITY
  const onUpdate = (update: Uint8Array) => {
    atMost += update.byteLength
  }
  doc.on('update', onUpdate)
  return {
    isOver(bytes) {
      if (atMost > bytes) atMost = Y.encodeStateAsUpdate(doc).byteLength
      return atMost > bytes
    },
    close: () => doc.off('update', onUpdate),
  }
}
