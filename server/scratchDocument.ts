/**
 * A live document for what the server itself reads and writes in a room (who is a member, who has come in). Made from the
 * bytes when it is asked for, and let go soon after the last time.
 */
import * as Y from 'yjs'
import { applying } from './applyInTurns.ts'
import type { Work } from './inTurns.ts'
import { inTurns } from './inTurns.ts'

/** So many new bytes are worth trying elsewhere first, and are taken in in turns. */
const MUCH_NEWS_BYTES = 16 * 1024
/** A hall that comes in at once is written down one by one. */
const LET_GO_AFTER_MS = 5_000

export class ScratchDocument {
  #doc: Y.Doc | null = null
  #has = new WeakSet<Uint8Array>()
  #letGo: NodeJS.Timeout | null = null
  #catchingUp: Promise<void> | null = null

  /** Whether it would take so much that nobody knows how long Yjs needs for it. */
  hasMuchNews(parts: readonly Uint8Array[]): boolean {
    let bytes = 0
    for (const part of parts) if (!this.#has.has(part)) bytes += part.length
    return bytes > MUCH_NEWS_BYTES
  }

  /** Takes in much news while others have their turns. Shared by all who need it. */
  catchUp(parts: readonly Uint8Array[]): Promise<void> {
    this.#catchingUp ??= inTurns(this.#catching([...parts])).finally(() => {
      this.#catchingUp = null
    })
    return this.#catchingUp
  }

  *#catching(parts: readonly Uint8Array[]): Work<void> {
    const doc = this.#open()
    try {
      for (const part of parts) {
        if (this.#has.has(part)) continue
        yield* applying(doc, part)
        this.#has.add(part)
      }
      this.#letGoLater()
    } catch (cause) {
      this.close() // half of a part may be in it
      throw cause
    }
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
    this.#stays()
    this.#doc?.destroy()
    this.#doc = null
    this.#has = new WeakSet()
  }

  #open(): Y.Doc {
    this.#stays()
    this.#doc ??= new Y.Doc()
    return this.#doc
  }

  #stays(): void {
    if (this.#letGo) clearTimeout(this.#letGo)
    this.#letGo = null
  }

  #letGoLater(): void {
    this.#stays()
    this.#letGo = setTimeout(() => this.close(), LET_GO_AFTER_MS)
    this.#letGo.unref()
  }

  #upToDate(parts: readonly Uint8Array[]): Y.Doc {
    const doc = this.#open()
    doc.transact(() => {
      for (const part of parts) {
        if (this.#has.has(part)) continue
        this.#has.add(part)
        Y.applyUpdate(doc, part)
      }
    })
    if (!this.#catchingUp) this.#letGoLater()
    return doc
  }
}
