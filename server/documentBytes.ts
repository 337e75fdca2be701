/**
 * A document as its bytes: how far each author got, what is deleted, where everything lies, and the updates that make it
 * up. No live document: that would cost a megabyte a room and three times the time per update, and whatever chokes Yjs
 * would choke the server.
 */
import * as Y from 'yjs'
import type { RoomKind } from '../src/model/roles.ts'
import type { Range } from './deletedRanges.ts'
import { DeletedRanges } from './deletedRanges.ts'
import { encodeUpdate } from './encodeUpdate.ts'
import { EMPTY_UPDATE } from './frames.ts'
import type { StateVector } from './stateVector.ts'
import type { AuthorOf, Trespass } from './trespass.ts'
import { findTrespass } from './trespass.ts'
import type { WholeUpdate } from './updateCheck.ts'
import { checkStored, checkUpdate } from './updateCheck.ts'
import { Whereabouts } from './whereabouts.ts'

/** Merging takes more than linear time for many updates: 1,000 rows 17 ms, 20,000 rows 2.5 s. */
const MERGED_AT_ONCE = 200
/** As many runs are worth forgetting where deleted structs lay. */
const MANY_RUNS = 4_096

/** `news`: what an update brings, without what was here before; null: nothing. */
export type Taken = { type: 'taken'; news: Uint8Array | null }

export class DocumentBytes {
  readonly #kind: RoomKind
  readonly #heads = new Map<number, number>()
  readonly #deleted = new DeletedRanges()
  readonly #whereabouts = new Whereabouts()
  /** The first is a folded state where there is one; oldest first. */
  #parts: Uint8Array[] = []
  #byteCount = 0
  #runsWhenRead = 0
  /** Answers that are given again and again while nothing changes. */
  #whole: Uint8Array | null = null
  #deletionsOnly: Uint8Array | null = null

  /** @throws RangeError where one of the parts leans on what is not there: a row is missing */
  constructor(kind: RoomKind, parts: readonly Uint8Array[]) {
    this.#kind = kind
    for (const part of parts) {
      const update = checkStored(part, this.headOf)
      if (update.type !== 'whole') throw new RangeError(update.type)
      this.#whereabouts.place(update, true)
      this.#keep(update, part, this.#deleted.newIn(update.deletions))
    }
    this.#runsWhenRead = this.#whereabouts.runCount
  }

  readonly headOf = (client: number): number => this.#heads.get(client) ?? 0

  get parts(): readonly Uint8Array[] {
    return this.#parts
  }
  /** At least as large as the document as one update. */
  get byteCount(): number {
    return this.#byteCount
  }
  get tailBytes(): number {
    return this.#byteCount - (this.#parts[0]?.length ?? 0)
  }

  /** Takes all of a checked update or nothing. */
  take(
    update: WholeUpdate,
    bytes: Uint8Array,
    authorOf: AuthorOf,
  ): Taken | { type: 'malformed' | Trespass } {
    const deletions = this.#deleted.newIn(update.deletions)
    if (update.structs.length === 0 && deletions.length === 0) return { type: 'taken', news: null }
    const spots = this.#whereabouts.place(update)
    const context = {
      kind: this.#kind,
      whereabouts: this.#whereabouts,
      deleted: this.#deleted,
      headOf: this.headOf,
    }
    const amiss = spots
      ? findTrespass(context, { update, spots, deletions }, authorOf)
      : ('malformed' as const)
    if (amiss) {
      this.#whereabouts.takeBack()
      return { type: amiss }
    }
    const isNews = update.isAllNew && countOf(deletions) === countOfAll(update)
    // A copy: the frame it came in is the socket's, and holds more.
    const news = isNews ? bytes.slice() : encodeUpdate(update, deletions)
    this.#keep(update, news, deletions)
    return { type: 'taken', news }
  }

  /** Keeps what the server itself wrote. Returns where its structs end, by client. */
  add(bytes: Uint8Array): WholeUpdate['advanced'] {
    const update = checkUpdate(bytes, this.headOf)
    if (update.type !== 'whole') throw new Error(`the server wrote what is ${update.type}`)
    this.#whereabouts.place(update, true)
    this.#keep(update, bytes, this.#deleted.newIn(update.deletions))
    return update.advanced
  }

  /**
   * Puts a folded state in place of the first parts, which it was made from.
   * @returns A document that has forgotten where deleted structs lay, once that is much.
   */
  folded(state: Uint8Array, count: number): DocumentBytes {
    const parts = [state, ...this.#parts.slice(count)]
    if (this.#whereabouts.runCount > MANY_RUNS + 2 * this.#runsWhenRead) {
      return new DocumentBytes(this.#kind, parts)
    }
    this.#parts = parts
    this.#byteCount = totalLength(parts)
    this.#whole = null
    return this
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#heads)
  }

  get authorCount(): number {
    return this.#heads.size
  }

  isCoveredBy(theirs: StateVector): boolean {
    for (const [client, head] of this.#heads) if ((theirs.get(client) ?? 0) < head) return false
    return true
  }

  /** Where the structs of those clients end of which this state vector lacks some. */
  headsBeyond(theirs: StateVector): Map<number, number> {
    return new Map([...this.#heads].filter(([client, head]) => (theirs.get(client) ?? 0) < head))
  }

  /** Every deletion is in it, also for those who have every struct. */
  missingFor(theirs: StateVector): Uint8Array {
    if (this.isCoveredBy(theirs)) {
      this.#deletionsOnly ??= encodeUpdate(NO_STRUCTS, this.#deleted.all())
      return this.#deletionsOnly
    }
    this.#whole ??= mergeInSteps(this.#parts)
    if (theirs.size === 0) return this.#whole
    const known = [...theirs].filter(([client]) => this.#heads.has(client))
    return Y.diffUpdate(this.#whole, Y.encodeStateVector(new Map(known)))
  }

  #keep(update: WholeUpdate, bytes: Uint8Array, deletions: readonly Range[]): void {
    this.#whereabouts.keep()
    for (const [client, head] of update.advanced) this.#heads.set(client, head)
    this.#deleted.add(deletions)
    this.#parts.push(bytes)
    this.#byteCount += bytes.length
    this.#whole = null
    this.#deletionsOnly = null
  }
}

const NO_STRUCTS = { structs: [], froms: [] }

const countOf = (ranges: readonly { from: number; to: number }[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from, 0)
const countOfAll = ({ deletions }: WholeUpdate): number => {
  let sum = 0
  for (const ranges of deletions.values()) for (const { len } of ranges) sum += len
  return sum
}

const totalLength = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, part) => sum + part.length, 0)

function mergeInSteps(parts: readonly Uint8Array[]): Uint8Array {
  let merged = parts[0] ?? EMPTY_UPDATE
  for (let i = 1; i < parts.length; i += MERGED_AT_ONCE) {
    merged = Y.mergeUpdates([merged, ...parts.slice(i, i + MERGED_AT_ONCE)])
  }
  return merged
}
