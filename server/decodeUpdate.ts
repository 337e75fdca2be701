/**
 * An update as structs, read from bytes that anybody may have sent. Reading stops where an update takes more effort than any
 * honest one: two bytes make a struct, and a quarter of a million of those would hold up everybody else.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { Work } from './inTurns.ts'
import { Pieces } from './inTurns.ts'
import type { AnyStruct } from './readStructs.ts'
import { readStructs, TooMuch } from './readStructs.ts'

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

/**
 * `values` and `json` (letters) are those of one struct, which is read in one turn. In ours a list of tags or joins is a
 * handful of values, a removal two; nothing is written as JSON.
 */
type Bounds = { effort: number; authors: number; values: number; json: number }
const OF_A_FRAME: Bounds = {
  effort: 2 * MAX_STRUCTS,
  authors: MAX_AUTHORS,
  values: 4_096,
  json: 16 * 1024,
}
const NONE: Bounds = { effort: Infinity, authors: Infinity, values: Infinity, json: Infinity }

const ARRAY = 117
const OBJECT = 118

/** Structs, values and deleted ranges count alike; a word, half. */
class WaryDecoder extends Y.UpdateDecoderV1 {
  readonly #most: Bounds
  #authors = 0
  #values = 0
  effort = 0

  constructor(update: Uint8Array, most: Bounds) {
    super(decoding.createDecoder(update))
    this.#most = most
  }

  #spend(effort: number): void {
    this.effort += effort
    if (this.effort > this.#most.effort) throw new TooMuch()
  }
  override readClient(): number {
    if (++this.#authors > this.#most.authors) throw new TooMuch()
    return super.readClient()
  }
  override readInfo(): number {
    this.#spend(2)
    this.#values = 0
    return super.readInfo()
  }
  /** As lib0 reads them: what holds others is read here, to see how many they are. */
  override readAny(): unknown {
    this.#spend(2)
    if (++this.#values > this.#most.values) throw new TooMuch()
    const { restDecoder } = this
    const type = restDecoder.arr[restDecoder.pos]
    if (type !== ARRAY && type !== OBJECT) return super.readAny()
    restDecoder.pos++
    const count = decoding.readVarUint(restDecoder)
    if (type === ARRAY) {
      const list: unknown[] = []
      for (let i = 0; i < count; i++) list.push(this.readAny())
      return list
    }
    const object: Record<string, unknown> = {}
    for (let i = 0; i < count; i++) {
      const key = this.readString()
      object[key] = this.readAny()
    }
    return object
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

export const decodeFrame = (update: Uint8Array): Work<Decoded> => decode(update, OF_A_FRAME)
export const decodeStored = (update: Uint8Array): Work<Decoded> => decode(update, NONE)

function* decode(update: Uint8Array, most: Bounds): Work<Decoded> {
  try {
    const decoder = new WaryDecoder(update, most)
    const clientBlocks = decoding.readVarUint(decoder.restDecoder)
    const structs: AnyStruct[] = []
    const pieces = new Pieces()
    let before = 0
    for (const struct of readStructs(decoder, clientBlocks, most.json)) {
      structs.push(struct)
      if (pieces.endsWith((decoder.effort - before) / 2)) yield
      before = decoder.effort
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
  const pieces = new Pieces()
  for (let i = 0; i < clients; i++) {
    const client = decoding.readVarUint(decoder.restDecoder)
    const count = decoding.readVarUint(decoder.restDecoder)
    const ranges = deletions.get(client) ?? []
    if (count > 0) deletions.set(client, ranges)
    for (let n = 0; n < count; n++) {
      if (pieces.endsWith()) yield
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
