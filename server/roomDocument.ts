/**
 * What a room's document is made of, kept short: long tails are folded into one state in a thread of its own. Near the
 * limit of its size only folding tells how large it is; and before the server itself reads in it, whether it may.
 */
import type * as Y from 'yjs'
import type { DocumentBytes } from './documentBytes.ts'
import type { Elsewhere } from './folding.ts'
import type { Work } from './inTurns.ts'
import { inTurns } from './inTurns.ts'
import { isLong } from './longTail.ts'
import { ScratchDocument } from './scratchDocument.ts'
import type { StateVector } from './stateVector.ts'
import type { WholeUpdate } from './updateCheck.ts'

/** Folding the largest honest document costs a quarter of this. */
const TOO_HEAVY_MS = 200
/** What a newcomer may be sent on top of the smallest state, where that is more than a few packets. */
const HEAVY_TAIL = 0.01
const FEW_PACKETS_BYTES = 8 * 1024

export class RoomDocument {
  readonly #elsewhere: Elsewhere
  readonly #maxBytes: number
  readonly #scratch = new ScratchDocument()
  #bytes: DocumentBytes
  #folding: Promise<void> | null = null
  #taking: Promise<void> | null = null
  /** With so many parts Yjs could not fold it: it is not asked again before there are twice as many. */
  #unfoldableParts = 0

  constructor(bytes: DocumentBytes, elsewhere: Elsewhere, maxBytes: number) {
    this.#bytes = bytes
    this.#elsewhere = elsewhere
    this.#maxBytes = maxBytes
  }

  get bytes(): DocumentBytes {
    return this.#bytes
  }

  /** Whether it can be taken as it is: there is room for all of it, or nothing in it is new. */
  fits(update: Uint8Array, check: WholeUpdate): boolean {
    return this.#hasRoomFor(update) || !this.#bytes.bringsNews(check)
  }

  #hasRoomFor({ length }: Uint8Array): boolean {
    return this.#bytes.byteCount + length <= this.#maxBytes
  }

  /** It may bring little that is new, or take away: near the limit only trying tells, and that may not be possible now. */
  async weighed(update: Uint8Array, check: WholeUpdate): Promise<'fits' | 'tooLarge' | 'notNow'> {
    if (this.fits(update, check)) return 'fits'
    await this.foldTail()
    if (this.#hasRoomFor(update)) return 'fits'
    const folded = await this.#elsewhere.fold([...this.#bytes.parts, update])
    if (folded === 'notNow') return folded
    return folded && folded.state.length <= this.#maxBytes ? 'fits' : 'tooLarge'
  }

  /** Does work on `bytes` in turns: until it is done nothing else comes in their place. */
  async keptFor<T>(work: Work<T>): Promise<T> {
    const taking = inTurns(work)
    const over = () => {
      this.#taking = null
    }
    this.#taking = taking.then(over, over)
    return taking
  }

  missingFor(theirs: StateVector): Promise<Uint8Array> {
    return this.#bytes.missingFor(theirs, this.#elsewhere.cut)
  }

  /** Shared by all who need it. What arrives meanwhile stays behind the folded state. */
  foldTail(): Promise<void> {
    const fold = async () => {
      const { parts } = this.#bytes
      const count = parts.length
      if (count < 2 || count < this.#unfoldableParts * 2) return
      const folded = await this.#elsewhere.fold(parts)
      if (folded === 'notNow') return
      if (!folded) {
        this.#unfoldableParts = count
        return
      }
      this.#bytes.putFolded(folded.state, count)
      if (this.#bytes.remembersMuch) await this.#readAnew()
    }
    this.#folding ??= fold().finally(() => {
      this.#folding = null
    })
    return this.#folding
  }

  /** Others are served meanwhile, and what comes meanwhile is read behind the rest. */
  async #readAnew(): Promise<void> {
    const anew = this.#bytes.another()
    while (this.#taking || anew.parts.length < this.#bytes.parts.length) {
      await this.#taking
      await inTurns(anew.read(this.#bytes.parts.slice(anew.parts.length)))
    }
    this.#bytes = anew
  }

  foldLongTail(): void {
    if (isLong(this.#bytes.tail, 'inMemory')) void this.foldTail()
  }

  /** Before it is sent to somebody. */
  async foldHeavyTail(): Promise<void> {
    const { tail, byteCount } = this.#bytes
    if (byteCount > FEW_PACKETS_BYTES && tail.bytes > byteCount * HEAVY_TAIL) await this.foldTail()
  }

  /** Whether it can be read within the turn. */
  get isReadable(): boolean {
    return !this.#scratch.hasMuchNews(this.#bytes.parts)
  }

  /** False where Yjs could take seconds for it: not on this thread, where everybody would wait. */
  async makeReadable(): Promise<boolean> {
    const { parts } = this.#bytes
    const folded = await this.#elsewhere.fold(parts)
    if (!folded || folded === 'notNow' || folded.cpuMs > TOO_HEAVY_MS) return false
    await this.#scratch.catchUp(parts)
    return true
  }

  read<T>(reader: (doc: Y.Doc) => T): T {
    return this.#scratch.read(this.#bytes.parts, reader)
  }

  /** What an edit brought, kept already, and where its structs end, by client; null: nothing. */
  edit(
    change: (doc: Y.Doc) => void,
  ): { update: Uint8Array; clocks: ReadonlyMap<number, number> } | null {
    const update = this.#scratch.edit(this.#bytes.parts, change)
    return update && { update, clocks: this.#bytes.add(update) }
  }
}
