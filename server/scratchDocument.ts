/**
 * A live document for what the server itself reads and writes in a room (who is a member, who has come in). Made from the
 * bytes when it is asked for, and let go soon after the last time.
 */
import * as Y from 'yjs'

/** So many new bytes are worth trying elsewhere first. */
const MUCH_NEWS_BYTES = 16 * 1024
/** A hall that comes in at once is written down one by one. */
const LET_GO_AFTER_MS = 5_000

export class ScratchDocument {
  #doc: Y.Doc | null = null
  #has = new WeakSet<Uint8Array>()
  #letGo: NodeJS.Timeout | null = null

  /** Whether it would take so much that nobody knows how long Yjs needs for it. */
  needsTrial(parts: readonly Uint8Array[]): boolean {
    let bytes = 0
    for (const part of parts) if (!this.#has.has(part)) bytes += part.length
    return bytes > MUCH_NEWS_BYTES
  }

  /** @param parts All that the room's document is made of. */
  read<T>(parts: readonly Uint8Array[], reader: (doc: Y.Doc) => T): T {
    return reader(this.#upToDate(parts))
  }

  /** What an edit brought, as one update; null: nothing. */
  edit(parts: readonly Uint8Array[], change: (doc: Y.Doc) => void): Uint8Array | null {
    const doc = this.#upToDate(parts)
    const updates: Uint8Array[] = []
    const onUpdate = (update: Uint8Array) => updates.push(update)
    doc.on('update', onUpdate)
    try {
      change(doc)
    } finally {
      doc.off('update', onUpdate)
    }
    const [first] = updates
    if (!first) return null
    const news = updates.length > 1 ? Y.mergeUpdates(updates) : first
    this.#has.add(news)
    return news
  }

  close(): void {
    if (this.#letGo) clearTimeout(this.#letGo)
    this.#letGo = null
    this.#doc?.destroy()
    this.#doc = null
    this.#has = new WeakSet()
  }

  #upToDate(parts: readonly Uint8Array[]): Y.Doc {
    const doc = this.#doc ?? new Y.Doc()
    this.#doc = doc
    doc.transact(() => {
      for (const part of parts) {
        if (this.#has.has(part)) continue
        this.#has.add(part)
        Y.applyUpdate(doc, part)
      }
    })
    if (this.#letGo) clearTimeout(this.#letGo)
    this.#letGo = setTimeout(() => this.close(), LET_GO_AFTER_MS)
    this.#letGo.unref()
    return doc
  }
}
