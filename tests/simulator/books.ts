/**
 * What is on the server's disk, kept apart from it: a document of all that was committed, told of each commit as it
 * happens, and asked by all that leaned on one.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/** What an update brings: structs of each author up to a clock, and structs that are deleted. */
export type Mark = { reaches: ReadonlyMap<number, number>; deleted: readonly Range[] }
type Range = { client: number; clock: number; len: number }

export function markOf(update: Uint8Array): Mark {
  const { structs, ds } = Y.decodeUpdate(update)
  const reaches = new Map<number, number>()
  for (const { id, length } of structs) {
    reaches.set(id.client, Math.max(reaches.get(id.client) ?? 0, id.clock + length))
  }
  const deleted: Range[] = []
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) deleted.push({ client, clock, len })
  }
  return { reaches, deleted }
}

/** The update in a SyncStep2 or Update. */
export function updateIn(message: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(message)
  decoding.readVarUint(decoder)
  decoding.readVarUint(decoder)
  return decoding.readVarUint8Array(decoder)
}

export class Book {
  readonly doc = new Y.Doc()

  add(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update)
  }

  /** Deleted is also what another's write has taken the place of: no row says so, the rows together do. */
  has({ reaches, deleted }: Mark): boolean {
    const { store } = this.doc
    for (const [client, clock] of reaches) if (Y.getState(store, client) < clock) return false
    return deleted.every((range) => this.#isDeleted(range))
  }

  #isDeleted({ client, clock, len }: Range): boolean {
    const structs = this.doc.store.clients.get(client)
    let at = clock
    while (at < clock + len) {
      if (!structs || at >= Y.getState(this.doc.store, client)) return false
      const struct = structs[Y.findIndexSS(structs, at)]
      if (!struct?.deleted) return false
      at = struct.id.clock + struct.length
    }
    return true
  }
}
