/**
 * An update as structs, read from bytes that anybody may have sent. Reading stops where an update takes more effort than any
 * honest one: two bytes make a struct, and a quarter of a million of those would hold up everybody else.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

export type Struct = Y.Item | Y.GC
export type AnyStruct = Struct | Y.Skip
export type Deletions = ReadonlyMap<number, readonly { clock: number; len: number }[]>

export type DecodedUpdate = {
  type: 'decoded'
  structs: readonly AnyStruct[]
  deletions: Deletions
  /** As many as it says it has: a client that stands twice is told by that. */
  clientBlocks: number
}
type NotDecoded = { type: 'malformed' } | { type: 'tooLarge' }

/**
 * In a room that was written in 50,000 edits a struct takes 16 bytes: sent as one frame, the largest such document has two
 * thirds of these.
 */
const MAX_STRUCTS = 65_536
export const MAX_AUTHORS = 16_384

class TooMuch extends Error {}

/** Structs, values and deleted ranges count alike; a word, half. */
class WaryDecoder extends Y.UpdateDecoderV1 {
  #left = 2 * MAX_STRUCTS
  #authorsLeft = MAX_AUTHORS

  #spend(effort: number): void {
    this.#left -= effort
    if (this.#left < 0) throw new TooMuch()
  }
  override readClient(): number {
    if (--this.#authorsLeft < 0) throw new TooMuch()
    return super.readClient()
  }
  override readInfo(): number {
    this.#spend(2)
    return super.readInfo()
  }
  override readAny(): unknown {
    this.#spend(2)
    return super.readAny()
  }
  override readString(): string {
    this.#spend(1)
    return super.readString()
  }
  override readDsLen(): number {
    this.#spend(2)
    return super.readDsLen()
  }
}

export const decodeFrame = (update: Uint8Array): DecodedUpdate | NotDecoded =>
  decode(update, WaryDecoder)
export const decodeStored = (update: Uint8Array): DecodedUpdate | NotDecoded =>
  decode(update, Y.UpdateDecoderV1)

function decode(update: Uint8Array, decoder: typeof Y.UpdateDecoderV1): DecodedUpdate | NotDecoded {
  try {
    const { structs, ds } = Y.decodeUpdateV2(update, decoder)
    const clientBlocks = decoding.readVarUint(decoding.createDecoder(update))
    return {
      type: 'decoded',
      structs: structs as AnyStruct[],
      deletions: ds.clients,
      clientBlocks,
    }
  } catch (cause) {
    // Otherwise truncated, or no update at all.
    return { type: cause instanceof TooMuch ? 'tooLarge' : 'malformed' }
  }
}

/** Whether somebody else should have a turn before it is gone through again. */
export const isHeavy = ({ structs, deletions, clientBlocks }: DecodedUpdate): boolean =>
  structs.length > HEAVY || rangesIn(deletions) > HEAVY || clientBlocks > HEAVY_AUTHORS
const HEAVY = 4_096
/** Each is looked up and signed for; and what a burst of updates brought may be sent on in one turn. */
const HEAVY_AUTHORS = 64

function rangesIn(deletions: Deletions): number {
  let count = 0
  for (const ranges of deletions.values()) count += ranges.length
  return count
}
