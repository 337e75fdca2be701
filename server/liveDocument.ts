/**
 * A document held live, as one way to stand behind a room. What a room needs of it is little: how far each client's
 * structs reach, what an update brought, what a peer lacks, and how large the whole is.
 */
import * as Y from 'yjs'

/** `news`: what an update brought, without what was here before; null: nothing. */
export type Applied = { news: Uint8Array | null; transactions: readonly Y.Transaction[] }

export class LiveDocument {
  readonly #doc: Y.Doc
  /** At least as large as the document as one update. */
  #sizeBound: number

  /** @param sizeBound Bytes of all that the document was read from. */
  constructor(doc: Y.Doc, sizeBound: number) {
    this.#doc = doc
    this.#sizeBound = sizeBound
  }

  /** The id under which the server itself writes in it, another one each time the room is read. */
  get clientId(): number {
    return this.#doc.clientID
  }

  headOf(client: number): number {
    return Y.getState(this.#doc.store, client)
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc)
  }

  isCoveredBy(stateVector: Uint8Array): boolean {
    const theirs = Y.decodeStateVector(stateVector)
    for (const [client, head] of Y.decodeStateVector(this.stateVector())) {
      if ((theirs.get(client) ?? 0) < head) return false
    }
    return true
  }

  missingFor(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc, stateVector)
  }

  read<T>(reader: (doc: Y.Doc) => T): T {
    return reader(this.#doc)
  }

  /** Whether the document stays within a size when it takes an update. */
  fits(update: Uint8Array, limit: number): boolean {
    if (this.#sizeBound + update.length <= limit) return true
    const state = Y.encodeStateAsUpdate(this.#doc)
    this.#sizeBound = state.length
    if (this.#sizeBound + update.length <= limit) return true
    // It may bring little that is new, or take away: only trying tells.
    const trial = new Y.Doc()
    try {
      Y.applyUpdate(trial, state)
      Y.applyUpdate(trial, update)
      return Y.encodeStateAsUpdate(trial).length <= limit
    } catch {
      return true // Yjs chokes on it: `apply` meets the same and says so
    } finally {
      trial.destroy()
    }
  }

  /**
   * `choked` where Yjs throws on well-formed bytes: then the document may hold half of them, and must be read from disk
   * again.
   */
  apply(update: Uint8Array): Applied | 'choked' {
    const transactions: Y.Transaction[] = []
    const onTransaction = (transaction: Y.Transaction) => transactions.push(transaction)
    this.#doc.on('afterTransaction', onTransaction)
    try {
      const news = this.edit((doc) => Y.applyUpdate(doc, update))
      const { pendingStructs, pendingDs } = this.#doc.store
      return pendingStructs === null && pendingDs === null ? { news, transactions } : 'choked'
    } catch {
      return 'choked'
    } finally {
      this.#doc.off('afterTransaction', onTransaction)
    }
  }

  /** What an edit brought, as one update; null: nothing. */
  edit(change: (doc: Y.Doc) => void): Uint8Array | null {
    const updates: Uint8Array[] = []
    const onUpdate = (update: Uint8Array) => updates.push(update)
    this.#doc.on('update', onUpdate)
    try {
      change(this.#doc)
    } finally {
      this.#doc.off('update', onUpdate)
    }
    const news = updates.length > 1 ? Y.mergeUpdates(updates) : (updates[0] ?? null)
    this.#sizeBound += news?.length ?? 0
    return news
  }

  close(): void {
    this.#doc.destroy()
  }
}
