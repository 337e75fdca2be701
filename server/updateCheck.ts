/**
 * Whether an update can be applied whole, told from its bytes and the clocks a room has reached, before anything is
 * applied. An update with a gap would wait in the document for ever and hold back whatever its author writes later.
 *
 * A struct fits when its own clock and everything it leans on (origin, right origin, parent) lie below its authors' heads,
 * structs of the same update counted. Then every deleted range must end at or below the heads. A `Skip` advances nothing.
 * Each struct is visited once for every dependency it waits for, so the work is linear in the update's size.
 *
 * Checked against a live document in tests/server/updateCheck.test.ts.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/** How far a client's structs reach in the room: its next free clock, 0 where it wrote nothing. */
export type HeadOf = (client: number) => number

export type UpdateCheck =
  | { type: 'whole'; advanced: ReadonlyMap<number, number> }
  | { type: 'gap' }
  | { type: 'malformed' }

/** A single struct of 9·10^15 clocks fits in a few bytes; no honest update brings so many at once. */
const MAX_NEW_CLOCKS = 1_000_000
/** Values nested deeper exhaust the stack of some device that reads them, and it could never open the room again. */
const MAX_VALUE_DEPTH = 16

type Struct = Y.Item | Y.GC | Y.Skip
type Deletions = ReturnType<typeof Y.decodeUpdate>['ds']

const GAP: UpdateCheck = { type: 'gap' }
const MALFORMED: UpdateCheck = { type: 'malformed' }

export function checkUpdate(update: Uint8Array, headOf: HeadOf): UpdateCheck {
  const decoded = decode(update)
  const blocks = decoded && blocksOf(decoded.structs, decoded.clientBlocks)
  if (!decoded || !blocks) return MALFORMED

  const reach = new Reach(blocks, headOf)
  for (const client of blocks.keys()) if (!reach.advance(client)) return GAP
  const advanced = reach.advanced()
  for (const [client, head] of advanced) {
    if (head - headOf(client) > MAX_NEW_CLOCKS) return MALFORMED
  }
  const deletions = checkDeletions(decoded.deletions, (client) => reach.head(client))
  return deletions ?? { type: 'whole', advanced }
}

function decode(update: Uint8Array) {
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    const clientBlocks = decoding.readVarUint(decoding.createDecoder(update))
    return { structs: structs as Struct[], deletions: ds, clientBlocks }
  } catch {
    return null // truncated, or no update at all
  }
}

/** The structs by client. Null where a client stands twice (Yjs would drop the first block) or a struct is impossible. */
function blocksOf(structs: Struct[], clientBlocks: number): Map<number, Struct[]> | null {
  const blocks = new Map<number, Struct[]>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (!(struct.length > 0) || leansForwardOnItself(struct, client, clock)) return null
    if (struct instanceof Y.Item && !isPlain(struct.content)) return null
    const block = blocks.get(client)
    if (block) block.push(struct)
    else blocks.set(client, [struct])
  }
  return blocks.size === clientBlocks ? blocks : null
}

const leansForwardOnItself = (struct: Struct, client: number, clock: number): boolean =>
  dependencies(struct).some((id) => id.client === client && id.clock >= clock)

/** No canvas holds a document inside a document, whose options could hold anything. */
const isPlain = (content: Y.Item['content']): boolean =>
  !(content instanceof Y.ContentDoc) && isShallow(valuesIn(content))

function valuesIn(content: Y.Item['content']): unknown {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr
  if (content instanceof Y.ContentEmbed) return content.embed
  return content instanceof Y.ContentFormat ? content.value : null
}

const isShallow = (value: unknown, depth = 0): boolean =>
  typeof value !== 'object' ||
  value === null ||
  value instanceof Uint8Array ||
  (depth <= MAX_VALUE_DEPTH && Object.values(value).every((part) => isShallow(part, depth + 1)))

function dependencies(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const parent: unknown = struct.parent
  return [struct.origin, struct.rightOrigin, parent].filter((id) => id instanceof Y.ID)
}

function checkDeletions(deletions: Deletions, headOf: HeadOf): UpdateCheck | null {
  for (const [client, ranges] of deletions.clients) {
    for (const { clock, len } of ranges) {
      if (!(len > 0)) return MALFORMED
      if (clock + len > headOf(client)) return GAP
    }
  }
  return null
}

/** Walks each client's structs in order, going first where a struct waits for another client's. */
class Reach {
  readonly #blocks: ReadonlyMap<number, Struct[]>
  readonly #known: HeadOf
  readonly #heads = new Map<number, number>()
  readonly #next = new Map<number, number>()

  constructor(blocks: ReadonlyMap<number, Struct[]>, known: HeadOf) {
    this.#blocks = blocks
    this.#known = known
  }

  head(client: number): number {
    return this.#heads.get(client) ?? this.#known(client)
  }

  advanced(): Map<number, number> {
    return this.#heads
  }

  /** True when every struct of this client fits. */
  advance(client: number): boolean {
    const waiting: { client: number; until: number }[] = [{ client, until: Infinity }]
    const onTheWay = new Set([client])
    for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
      const struct = this.#struct(top.client)
      if (this.head(top.client) > top.until || (!struct && top.until === Infinity)) {
        waiting.pop()
        onTheWay.delete(top.client)
        continue
      }
      if (!struct || (!(struct instanceof Y.Skip) && struct.id.clock > this.head(top.client))) {
        return false
      }
      const missing = dependencies(struct).find((id) => id.clock >= this.head(id.client))
      if (!missing) this.#take(struct)
      else if (onTheWay.has(missing.client)) return false
      else {
        waiting.push({ client: missing.client, until: missing.clock })
        onTheWay.add(missing.client)
      }
    }
    return true
  }

  #struct(client: number): Struct | undefined {
    return this.#blocks.get(client)?.[this.#next.get(client) ?? 0]
  }

  #take(struct: Struct): void {
    const { client, clock } = struct.id
    this.#next.set(client, (this.#next.get(client) ?? 0) + 1)
    const end = clock + struct.length
    if (!(struct instanceof Y.Skip) && end > this.head(client)) this.#heads.set(client, end)
  }
}
