/** Frames of the sync socket, decoded from bytes that anybody may have sent. */
import * as decoding from 'lib0/decoding'
import { MESSAGE, SYNC } from '../src/protocol/messages.ts'
import type { Vouch } from '../src/protocol/vouches.ts'
import { decodeVouches } from '../src/protocol/vouches.ts'

export type SyncFrame =
  /** `stateVector.ts` reads it. */
  | { type: 'step1'; stateVector: Uint8Array }
  | { type: 'step2'; update: Uint8Array }
  | { type: 'update'; update: Uint8Array }
  | { type: 'vouches'; vouches: Vouch[] }
export type Frame =
  | SyncFrame
  | { type: 'awareness'; update: Uint8Array }
  | { type: 'queryAwareness' }
  /** Of a type that we do not know: left alone, so that later clients may say more. */
  | { type: 'unknown' }

/** Null where the bytes are no frame. */
export function readFrame(bytes: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE.sync:
        return readSync(decoder)
      case MESSAGE.awareness:
        return { type: 'awareness', update: decoding.readVarUint8Array(decoder) }
      case MESSAGE.queryAwareness:
        return { type: 'queryAwareness' }
      case MESSAGE.vouches:
        return { type: 'vouches', vouches: decodeVouches(decoder) }
      default:
        return { type: 'unknown' }
    }
  } catch {
    return null // truncated, or a length beyond the end
  }
}

function readSync(decoder: decoding.Decoder): SyncFrame | null {
  const kind = decoding.readVarUint(decoder)
  const content = decoding.readVarUint8Array(decoder)
  if (kind === SYNC.step2) return { type: 'step2', update: content }
  if (kind === SYNC.update) return { type: 'update', update: content }
  if (kind !== SYNC.step1) return null
  return { type: 'step1', stateVector: content }
}

/** An update that changes nothing. */
export const EMPTY_UPDATE = Uint8Array.of(0, 0)

export const isEmptyUpdate = (update: Uint8Array): boolean =>
  update.length === EMPTY_UPDATE.length && update.every((byte) => byte === 0)

const NOTHING = new Uint8Array()

/** Bytes of a length in front of what has it: seven bits each. */
const lengthBytes = (length: number): number => {
  let bytes = 1
  for (let rest = length; rest > 127; rest >>>= 7) bytes++
  return bytes
}

/**
 * Written by hand: it runs once for every update that is relayed.
 * @param behind What follows the content: a stock client reads no further than that.
 */
export function encodeSync(
  kind: number,
  content: Uint8Array,
  behind: Uint8Array = NOTHING,
): Uint8Array {
  const head = 2 + lengthBytes(content.length)
  const message = new Uint8Array(head + content.length + behind.length)
  message[0] = MESSAGE.sync
  message[1] = kind
  let at = 2
  let rest = content.length
  for (; rest > 127; rest >>>= 7) message[at++] = (rest & 127) | 128
  message[at] = rest
  message.set(content, head)
  message.set(behind, head + content.length)
  return message
}
