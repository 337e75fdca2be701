/** Awareness messages, decoded from bytes that anybody may have sent. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { MAX_AWARENESS_BYTES } from '../src/protocol/awareness.ts'
import { MESSAGE } from '../src/protocol/messages.ts'

/** A stock client may echo a whole room at once. */
const MAX_ENTRIES = 1_000

/** What is said under one id; `json` is "null" where nobody is there any more. */
export type Spoken = { client: number; clock: number; json: string }

/** Of how many it says that it speaks, read from its first bytes alone; 1 where these say nothing that could be true. */
export function countSpoken(update: Uint8Array): number {
  try {
    const count = decoding.readVarUint(decoding.createDecoder(update))
    return count >= 1 && count <= MAX_ENTRIES ? count : 1
  } catch {
    return 1 // truncated
  }
}

/** Null where the bytes are no awareness update. */
export function readSpoken(update: Uint8Array): Spoken[] | null {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    if (count > MAX_ENTRIES) return null
    return Array.from({ length: count }, () => ({
      client: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      json: decoding.readVarString(decoder).trim(),
    }))
  } catch {
    return null // truncated
  }
}

/** An object small enough to be handed to everybody, or null. */
export function isState(json: string): boolean {
  if (Buffer.byteLength(json) > MAX_AWARENESS_BYTES) return false
  try {
    const state: unknown = JSON.parse(json)
    return typeof state === 'object' && !Array.isArray(state)
  } catch {
    return false // not JSON
  }
}

export function awarenessMessage(entries: readonly Spoken[]): Uint8Array {
  const content = encoding.createEncoder()
  encoding.writeVarUint(content, entries.length)
  for (const { client, clock, json } of entries) {
    encoding.writeVarUint(content, client)
    encoding.writeVarUint(content, clock)
    encoding.writeVarString(content, json)
  }
  const message = encoding.createEncoder()
  encoding.writeVarUint(message, MESSAGE.awareness)
  encoding.writeVarUint8Array(message, encoding.toUint8Array(content))
  return encoding.toUint8Array(message)
}
