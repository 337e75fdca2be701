/** Updates written by hand, as no client of ours would write them: structs under any id, at any clock. */
import * as encoding from 'lib0/encoding'

/** A piece of text at the start of a root text or behind another author's first letter, a collected struct, or a hole. */
export type ForgedStruct = { client: number; clock: number } & (
  | { text: string; root?: string; behind?: number }
  | { collected: number }
  | { hole: number }
)
export type ForgedDeletion = { client: number; clock: number; length: number }

const KIND = { collected: 0, text: 4, hole: 10 } as const
const HAS_ORIGIN = 0b10000000

/** One block a struct, in the order given: a client that stands twice stands twice. */
export function forgeUpdate(
  structs: readonly ForgedStruct[],
  deletions: readonly ForgedDeletion[] = [],
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, structs.length)
  for (const struct of structs) {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, struct.client)
    encoding.writeVarUint(encoder, struct.clock)
    writeStruct(encoder, struct)
  }
  encoding.writeVarUint(encoder, deletions.length)
  for (const { client, clock, length } of deletions) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarUint(encoder, length)
  }
  return encoding.toUint8Array(encoder)
}

function writeStruct(encoder: encoding.Encoder, struct: ForgedStruct): void {
  if ('collected' in struct) {
    encoding.writeUint8(encoder, KIND.collected)
    encoding.writeVarUint(encoder, struct.collected)
  } else if ('hole' in struct) {
    encoding.writeUint8(encoder, KIND.hole)
    encoding.writeVarUint(encoder, struct.hole)
  } else if (struct.behind !== undefined) {
    encoding.writeUint8(encoder, KIND.text | HAS_ORIGIN)
    encoding.writeVarUint(encoder, struct.behind)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, struct.text)
  } else {
    encoding.writeUint8(encoder, KIND.text)
    encoding.writeVarUint(encoder, 1) // the parent is named, not pointed at
    encoding.writeVarString(encoder, struct.root ?? 'words')
    encoding.writeVarString(encoder, struct.text)
  }
}

/** So many authors, each of whom waits for the one who comes next. */
export const forgeChain = (authors: number): Uint8Array =>
  forgeUpdate(
    Array.from({ length: authors }, (_, i) => {
      const client = 2 * authors - i
      return { client, clock: 0, text: 'x', ...(i < authors - 1 && { behind: client - 1 }) }
    }),
  )

/** So many collected structs of one author, two bytes each. */
export function forgeCollected(client: number, count: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const head of [1, count, client, 0]) encoding.writeVarUint(encoder, head)
  for (let n = 0; n < count; n++) {
    encoding.writeUint8(encoder, KIND.collected)
    encoding.writeVarUint(encoder, 1)
  }
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}
