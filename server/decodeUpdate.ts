/**
 * An update as structs, read from bytes that anybody may have sent. Reading stops where an update takes more effort than any
 * honest one: two bytes make a struct, and a quarter of a million of those would hold up everybody else.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { Work } from './inTurns.ts'
import { endsPiece } from './inTurns.ts'
import type { AnyStruct } from './readStructs.ts'
import { readStructs } from './readStructs.ts'

type Deletion = { clock: number; len: number }
export type Deletions = ReadonlyMap<number, readonly Deletion[]>

export type DecodedUpdate = {
  type: 'decoded'
  structs: readonly AnyStruct[]
  deletions: Deletions
  /** As many as it says it has: a client that stands twice is told by that. */
  clientBlocks: number
}
export type Decoded = DecodedUpdate | { type: 'malformed' } | { type: 'tooLarge' }

/**
 * In a room that was written in 50,000 edits a struct takes 16 bytes: sent as one frame, the largest such document has two
 * thirds of these.
 */
const MAX_STRUCTS = 65_536
/** Each time that a canvas is opened and written in is one: in a frame as many as in years of daily use. */
export const MAX_AUTHORS = 8_192

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

export const decodeFrame = (update: Uint8Array): Work<Decoded> => decode(update, WaryDecoder)
export const decodeStored = (update: Uint8Array): Work<Decoded> => decode(update, Y.UpdateDecoderV1)

function* decode(update: Uint8Array, Decoder: typeof Y.UpdateDecoderV1): Work<Decoded> {
  try {
    const decoder = new Decoder(decoding.createDecoder(update))
    const clientBlocks = decoding.readVarUint(decoder.restDecoder)
    const structs: AnyStruct[] = []
    for (const struct of readStructs(decoder, clientBlocks)) {
      structs.push(struct)
      if (endsPiece(structs.length)) yield
    }
    const deletions = yield* readDeletions(decoder)
    return { type: 'decoded', structs, deletions, clientBlocks }
  } catch (cause) {
    // Otherwise truncated, or no update at all.
    return { type: cause instanceof TooMuch ? 'tooLarge' : 'malformed' }
  }
}

function* readDeletions(decoder: Y.UpdateDecoderV1): Work<Deletions> {
  const deletions = new Map<number, Deletion[]>()
  const clients = decoding.readVarUint(decoder.restDecoder)
  let read = 0
  for (let i = 0; i < clients; i++) {
    const client = decoding.readVarUint(decoder.restDecoder)
    const count = decoding.readVarUint(decoder.restDecoder)
    const ranges = deletions.get(client) ?? []
    if (count > 0) deletions.set(client, ranges)
    for (let n = 0; n < count; n++) {
      if (endsPiece(read++)) yield
      ranges.push({ clock: decoder.readDsClock(), len: decoder.readDsLen() })
    }
  }
  return deletions
}

/** A frame of fewer bytes is read in one turn: that is a few milliseconds' work, whatever is in it. */
export const LARGE_FRAME_BYTES = 32 * 1024

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
