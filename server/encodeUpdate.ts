import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Range } from './deletedRanges.ts'
import type { Work } from './inTurns.ts'
import { Pieces } from './inTurns.ts'
import type { WholeUpdate } from './updateCheck.ts'

/** An update of what is new in another: of each struct what comes after its author's head, and these deletions. */
export function* encodeUpdate(
  { structs, froms }: Pick<WholeUpdate, 'structs' | 'froms'>,
  deletions: readonly Range[],
): Work<Uint8Array> {
  const encoder = new Y.UpdateEncoderV1()
  const byClient = highestFirst(
    structs.map((_, index) => index),
    (i) => structs[i]?.id.client ?? 0,
  )
  encoding.writeVarUint(encoder.restEncoder, byClient.length)
  const pieces = new Pieces()
  for (const [client, indexes] of byClient) {
    encoding.writeVarUint(encoder.restEncoder, indexes.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, froms[indexes[0] ?? 0] ?? 0)
    for (const i of indexes) {
      if (pieces.endsWith()) yield
      const struct = structs[i]
      struct?.write(encoder, (froms[i] ?? 0) - struct.id.clock)
    }
  }
  const deleted = highestFirst(deletions, ({ client }) => client)
  encoding.writeVarUint(encoder.restEncoder, deleted.length)
  for (const [client, ranges] of deleted) {
    encoding.writeVarUint(encoder.restEncoder, client)
    encoding.writeVarUint(encoder.restEncoder, ranges.length)
    for (const { from, to } of ranges) {
      if (pieces.endsWith()) yield
      encoder.writeDsClock(from)
      encoder.writeDsLen(to - from)
    }
  }
  return encoder.toUint8Array()
}

/** Yjs takes this order for granted when it merges. */
function highestFirst<T>(all: readonly T[], clientOf: (one: T) => number): [number, T[]][] {
  const byClient = new Map<number, T[]>()
  for (const one of all) {
    const list = byClient.get(clientOf(one))
    if (list) list.push(one)
    else byClient.set(clientOf(one), [one])
  }
  return [...byClient].sort(([a], [b]) => b - a)
}
