/**
 * Applies an update to a live document a piece at a time. What Yjs needs for a struct nobody can tell beforehand: where many
 * stand in the same place it goes past all of them. So a piece ends by the clock, and what is done at once is little.
 */
import * as Y from 'yjs'
import { decodeStored } from './decodeUpdate.ts'
import type { Range } from './deletedRanges.ts'
import { encodeUpdate } from './encodeUpdate.ts'
import type { Work } from './inTurns.ts'
import { checkDecoded } from './updateCheck.ts'

const PIECE_MS = 4
/** Yjs goes through all authors for each update: the more there are, the more must come of it. */
const AT_ONCE = 64
const AUTHORS_A_STRUCT = 16

export function* applying(doc: Y.Doc, update: Uint8Array): Work<void> {
  const decoded = yield* decodeStored(update)
  if (decoded.type !== 'decoded') throw new Error(`a part of a document is ${decoded.type}`)
  // As Yjs goes through them: the other way round it may take many times as long.
  const highestFirst = [...decoded.structs].sort((a, b) => b.id.client - a.id.client)
  const headOf = (client: number) => Y.getState(doc.store, client)
  const check = yield* checkDecoded({ ...decoded, structs: highestFirst }, headOf, Infinity)
  if (check.type !== 'whole') throw new Error(`a part of a document is ${check.type}`)
  const { structs, froms } = check
  const deletions: Range[] = []
  for (const [client, ranges] of check.deletions) {
    for (const { clock, len } of ranges) deletions.push({ client, from: clock, to: clock + len })
  }
  let sinceMs = performance.now()
  let to = 0
  for (let from = 0; from < structs.length + deletions.length; from = to) {
    if (performance.now() - sinceMs > PIECE_MS) {
      yield
      sinceMs = performance.now()
    }
    to = from + AT_ONCE + Math.floor(doc.store.clients.size / AUTHORS_A_STRUCT)
    const some = { structs: structs.slice(from, to), froms: froms.slice(from, to) }
    const deleted = deletions.slice(
      Math.max(0, from - structs.length),
      Math.max(0, to - structs.length),
    )
    Y.applyUpdate(doc, yield* encodeUpdate(some, deleted))
  }
}
