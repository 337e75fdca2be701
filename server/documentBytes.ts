/**
 * A document as its bytes: how far each author got, what is deleted, where everything lies, and the updates that make it
 * up. No live document: that would cost a megabyte a room and three times the time per update, and whatever chokes Yjs
 * would choke the server.
 */
import * as Y from 'yjs'
import type { RoomKind } from '../src/model/roles.ts'
import { cutFrom } from './cut.ts'
import type { Range } from './deletedRanges.ts'
import { DeletedRanges } from './deletedRanges.ts'
import { encodeUpdate } from './encodeUpdate.ts'
import { EMPTY_UPDATE } from './frames.ts'
import type { Work } from './inTurns.ts'
import { atOnce, inTurns } from './inTurns.ts'
import type { Tail } from './longTail.ts'
import { totalLength } from './packedParts.ts'
import type { StateVector } from './stateVector.ts'
import type { AuthorOf, Trespass } from './trespass.ts'
import { findTrespass } from './trespass.ts'
import type { WholeUpdate } from './updateCheck.ts'
import { checkingStored, checkUpdate } from './updateCheck.ts'
import { Whereabouts } from './whereabouts.ts'

/** As many runs are worth forgetting where deleted structs lay. */
const MANY_RUNS = 4_096
/** From here on merging and cutting take more than some milliseconds. */
const LARGE_BYTES = 128 * 1024
const MANY_AUTHORS = 1_024
/** Each is a number to go through for whoever asks what they lack. */
const MOST_AUTHORS = 16_384

/** `news`: what an update brings, without what was here before; null: nothing. */
export type Taken =
  | { type: 'taken'; news: Uint8Array | null }
  | { type: 'malformed' | 'linkRevoked' | Trespass }

/** `isRevoked`: asked once more when all else is done: that may take many turns. */
export type Writer = { authorOf: AuthorOf; isRevoked(): boolean }

/** One update of what these hold beyond a state vector, made where it holds up nobody. */
export type Cut = (parts: readonly Uint8Array[], vector: Uint8Array) => Promise<Uint8Array>

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
  #whole: Promise<Uint8Array> | null = null
  #deletionsOnly: Promise<Uint8Array> | null = null

  constructor(kind: RoomKind) {
    this.#kind = kind
  }

  /**
   * What was stored as good.
   * @throws RangeError where one of the parts leans on what is not there: a row is missing
   */
  *read(parts: readonly Uint8Array[]): Work<void> {
    for (const part of parts) {
      const update = yield* checkingStored(part, this.headOf)
      if (update.type !== 'whole') throw new RangeError(update.type)
      yield* this.#whereabouts.place(update, true)
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
  get tail(): Tail {
    const first = this.#parts[0]?.length ?? 0
    return { parts: Math.max(0, this.#parts.length - 1), bytes: this.#byteCount - first }
  }

  bringsNews({ structs, deletions }: WholeUpdate): boolean {
    return structs.length > 0 || this.#deleted.newIn(deletions).length > 0
  }

  /** Takes all of a checked update or nothing. Nothing else may be taken or added meanwhile. */
  *take(update: WholeUpdate, bytes: Uint8Array, { authorOf, isRevoked }: Writer): Work<Taken> {
    const deletions = this.#deleted.newIn(update.deletions)
    if (update.structs.length === 0 && deletions.length === 0) return { type: 'taken', news: null }
    const spots = yield* this.#whereabouts.place(update)
    const context = {
      kind: this.#kind,
      whereabouts: this.#whereabouts,
      deleted: this.#deleted,
      headOf: this.headOf,
    }
    const amiss = spots
      ? yield* findTrespass(context, { update, spots, deletions }, authorOf)
      : ('malformed' as const)
    if (amiss) {
      this.#whereabouts.takeBack()
      return { type: amiss }
    }
    const isNews = update.isAllNew && countOf(deletions) === countOfAll(update)
    // A copy: the frame it came in is the socket's, and holds more.
    const news = isNews ? bytes.slice() : yield* encodeUpdate(update, deletions)
    if (isRevoked()) {
      this.#whereabouts.takeBack()
      return { type: 'linkRevoked' }
    }
    this.#keep(update, news, deletions)
    return { type: 'taken', news }
  }

  /** Keeps what the server itself wrote. Returns where its structs end, by client. */
  add(bytes: Uint8Array): WholeUpdate['advanced'] {
    const update = checkUpdate(bytes, this.headOf)
    if (update.type !== 'whole') throw new Error(`the server wrote what is ${update.type}`)
    atOnce(this.#whereabouts.place(update, true))
    this.#keep(update, bytes, this.#deleted.newIn(update.deletions))
    return update.advanced
  }

  /** Puts a folded state in place of the first parts, which it was made from. */
  putFolded(state: Uint8Array, count: number): void {
    this.#parts = [state, ...this.#parts.slice(count)]
    this.#byteCount = totalLength(this.#parts)
    this.#whole = null
  }

  /** It remembers so much of where deleted structs lay that it is worth reading anew. */
  get remembersMuch(): boolean {
    return this.#whereabouts.runCount > MANY_RUNS + 2 * this.#runsWhenRead
  }

  /** Without anything in it yet. */
  another(): DocumentBytes {
    return new DocumentBytes(this.#kind)
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#heads)
  }

  /** For its authors; its bytes are weighed elsewhere. */
  hasRoomFor({ advanced }: WholeUpdate): boolean {
    let authors = this.#heads.size
    for (const client of advanced.keys()) if (!this.#heads.has(client)) authors++
    return authors <= MOST_AUTHORS || authors === this.#heads.size
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

  /**
   * As things stand now. Every deletion is in it, also for those who have every struct.
   * @param elsewhere Where a large document is cut.
   */
  async missingFor(theirs: StateVector, elsewhere: Cut): Promise<Uint8Array> {
    if (this.isCoveredBy(theirs)) {
      this.#deletionsOnly ??= inTurns(encodeUpdate(NO_STRUCTS, this.#deleted.all()))
      return this.#deletionsOnly
    }
    const cut = this.#isLarge ? elsewhere : cutHere
    const known = [...theirs].filter(([client]) => this.#heads.has(client))
    const whole = await this.#merged(cut)
    if (known.length === 0) return whole
    return cut([whole], Y.encodeStateVector(new Map(known)))
  }

  get #isLarge(): boolean {
    return this.#byteCount > LARGE_BYTES || this.#heads.size > MANY_AUTHORS
  }

  #merged(cut: Cut): Promise<Uint8Array> {
    if (this.#whole) return this.#whole
    const [only = EMPTY_UPDATE, ...more] = this.#parts
    const made = more.length === 0 ? Promise.resolve(only) : cut(this.#parts, EMPTY_VECTOR)
    this.#whole = made
    // Whoever asks next tries again.
    made.catch(() => {
      if (this.#whole === made) this.#whole = null
    })
    return made
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
const EMPTY_VECTOR = Uint8Array.of(0)

const cutHere: Cut = async (parts, vector) => cutFrom(parts, vector)

const countOf = (ranges: readonly { from: number; to: number }[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from, 0)
const countOfAll = ({ deletions }: WholeUpdate): number => {
  let sum = 0
  for (const ranges of deletions.values()) for (const { len } of ranges) sum += len
  return sum
}
