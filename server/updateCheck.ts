/**
 * Whether an update can be applied whole, told from its bytes and the clocks a room has reached, before anything is
 * applied. An update with a gap would wait in a document for ever and hold back whatever its author writes later.
 *
 * A struct fits when its own clock and everything it leans on (origin, right origin, parent) lie below its authors' heads,
 * structs of the same update counted. Then every deleted range must end at or below the heads. A `Skip` advances nothing.
 * Each struct is visited once for every dependency it waits for, so the work is linear in the update's size.
 *
 * Checked against a live document in tests/server/updateCheck.test.ts.
 */
import * as Y from 'yjs'
import type { DecodedUpdate, Deletions } from './decodeUpdate.ts'
import { decodeFrame, decodeStored } from './decodeUpdate.ts'
import type { Work } from './inTurns.ts'
import { atOnce, Pieces } from './inTurns.ts'
import type { AnyStruct, Struct } from './readStructs.ts'

/** How far a client's structs reach in the room: its next free clock, 0 where it wrote nothing. */
export type HeadOf = (client: number) => number

/** What an update brings, read from its bytes. */
export type WholeUpdate = {
  type: 'whole'
  /** Where the structs of each author end now, where they got further. */
  advanced: ReadonlyMap<number, number>
  /** Those with something new in them, each behind everything it leans on. */
  structs: readonly Struct[]
  /** The first new clock of each. */
  froms: readonly number[]
  /** All that it deletes, new or not. */
  deletions: Deletions
  /** Whether these very bytes hold nothing but new structs, and in the order in which Yjs merges them. */
  isAllNew: boolean
}
export type UpdateCheck = WholeUpdate | { type: 'gap' | 'malformed' | 'tooLarge' }

/** A single struct of 9·10^15 clocks fits in a few bytes; no honest update brings so many at once. */
const MAX_NEW_CLOCKS = 1_000_000
/** Values nested deeper exhaust the stack of some device that reads them, and it could never open the room again. */
const MAX_VALUE_DEPTH = 16

const GAP: UpdateCheck = { type: 'gap' }
const MALFORMED: UpdateCheck = { type: 'malformed' }

export function checkUpdate(update: Uint8Array, headOf: HeadOf): UpdateCheck {
  const decoded = atOnce(decodeFrame(update))
  return decoded.type === 'decoded' ? atOnce(checkDecoded(decoded, headOf)) : decoded
}

/** What was stored as good, however much it is. */
export const checkStored = (update: Uint8Array, headOf: HeadOf): UpdateCheck =>
  atOnce(checkingStored(update, headOf))

export function* checkingStored(update: Uint8Array, headOf: HeadOf): Work<UpdateCheck> {
  const decoded = yield* decodeStored(update)
  return decoded.type === 'decoded' ? yield* checkDecoded(decoded, headOf, Infinity) : decoded
}

/** @param maxNewClocks Of one author. */
export function* checkDecoded(
  { structs, deletions, clientBlocks }: DecodedUpdate,
  headOf: HeadOf,
  maxNewClocks: number = MAX_NEW_CLOCKS,
): Work<UpdateCheck> {
  const blocks = yield* blocksOf(structs, clientBlocks, headOf)
  if (!blocks) return MALFORMED

  const reach = new Reach(blocks, headOf)
  for (const client of blocks.keys()) if (!(yield* reach.advance(client))) return GAP
  const advanced = new Map<number, number>()
  for (const { client, head, known } of blocks.values()) {
    if (head - known > maxNewClocks) return MALFORMED
    if (head > known) advanced.set(client, head)
  }
  const amiss = checkDeletions(deletions, (client) => reach.head(client))
  if (amiss) return amiss
  const isAllNew =
    reach.structs.length === structs.length &&
    reach.structs.every(({ id }, i) => id.clock === reach.froms[i]) &&
    isInOrder(blocks)
  return {
    type: 'whole',
    advanced,
    structs: reach.structs,
    froms: reach.froms,
    deletions,
    isAllNew,
  }
}

/** One author's structs, how far they were walked, and how far the author's structs reach. */
type Block = { client: number; structs: AnyStruct[]; next: number; known: number; head: number }
type Blocks = ReadonlyMap<number, Block>

/** Null where a client stands twice (Yjs would drop the first block) or a struct is impossible. */
function* blocksOf(
  structs: readonly AnyStruct[],
  clientBlocks: number,
  headOf: HeadOf,
): Work<Blocks | null> {
  const blocks = new Map<number, Block>()
  let block: Block | undefined
  const pieces = new Pieces()
  for (const struct of structs) {
    const { client } = struct.id
    if (!(struct.length > 0)) return null
    const values = struct instanceof Y.Item ? countOf(valuesIn(struct.content)) : 0
    if (struct instanceof Y.Item && leansForwardOnItself(struct)) return null
    if (values === TOO_DEEP) return null
    if (pieces.endsWith(1 + values)) yield
    if (block?.client === client) block.structs.push(struct)
    else {
      if (blocks.has(client)) return null
      const known = headOf(client)
      block = { client, structs: [struct], next: 0, known, head: known }
      blocks.set(client, block)
    }
  }
  return blocks.size === clientBlocks ? blocks : null
}

function leansForwardOnItself({ id, origin, rightOrigin, parent }: Y.Item): boolean {
  const forward = (on: unknown) =>
    on instanceof Y.ID && on.client === id.client && on.clock >= id.clock
  return forward(origin) || forward(rightOrigin) || forward(parent)
}

function valuesIn(content: Y.Item['content']): unknown {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr
  if (content instanceof Y.ContentEmbed) return content.embed
  return content instanceof Y.ContentFormat ? content.value : null
}

const TOO_DEEP = Infinity

/** How many values lie in one, itself counted. */
function countOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return 1
  if (depth > MAX_VALUE_DEPTH) return TOO_DEEP
  return Object.values(value).reduce<number>((sum, part) => sum + countOf(part, depth + 1), 1)
}

function checkDeletions(deletions: Deletions, headOf: HeadOf): UpdateCheck | null {
  for (const [client, ranges] of deletions) {
    for (const { clock, len } of ranges) {
      if (!(len > 0)) return MALFORMED
      if (clock + len > headOf(client)) return GAP
    }
  }
  return null
}

/** Highest author first: how Yjs writes updates, and what its merging takes for granted. */
function isInOrder(blocks: Blocks): boolean {
  let before = Infinity
  for (const client of blocks.keys()) {
    if (client >= before) return false
    before = client
  }
  return true
}

/** Walks each author's structs in order, going first where a struct waits for another author's. */
class Reach {
  readonly #blocks: Blocks
  readonly #known: HeadOf
  readonly structs: Struct[] = []
  readonly froms: number[] = []
  readonly #pieces = new Pieces()

  constructor(blocks: Blocks, known: HeadOf) {
    this.#blocks = blocks
    this.#known = known
  }

  head(client: number): number {
    return this.#blocks.get(client)?.head ?? this.#known(client)
  }

  /** True when every struct of this author fits. */
  *advance(client: number): Work<boolean> {
    const waiting: { client: number; until: number }[] = [{ client, until: Infinity }]
    const clients = new Set([client])
    for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
      if (this.#pieces.endsWith()) yield
      const block = this.#blocks.get(top.client)
      const struct = block?.structs[block.next]
      if (this.head(top.client) > top.until || (!struct && top.until === Infinity)) {
        waiting.pop()
        clients.delete(top.client)
        continue
      }
      if (!block || !struct) return false
      if (struct instanceof Y.Skip) {
        block.next++
        continue
      }
      if (struct.id.clock > block.head) return false
      const missing = this.#missingFor(struct)
      if (!missing) this.#take(block, struct)
      else if (clients.has(missing.client)) return false
      else {
        clients.add(missing.client)
        waiting.push({ client: missing.client, until: missing.clock })
      }
    }
    return true
  }

  #missingFor(struct: Struct): Y.ID | null {
    if (!(struct instanceof Y.Item)) return null
    const { origin, rightOrigin } = struct
    if (origin && origin.clock >= this.head(origin.client)) return origin
    if (rightOrigin && rightOrigin.clock >= this.head(rightOrigin.client)) return rightOrigin
    const parent: unknown = struct.parent
    return parent instanceof Y.ID && parent.clock >= this.head(parent.client) ? parent : null
  }

  #take(block: Block, struct: Struct): void {
    block.next++
    const end = struct.id.clock + struct.length
    if (end <= block.head) return
    this.froms.push(block.head)
    block.head = end
    this.structs.push(struct)
  }
}
