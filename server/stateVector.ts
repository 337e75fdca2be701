/**
 * How far each author's structs got, as somebody says it of a document: by client, the clock that comes next. Read once, and
 * no further than any honest one goes: each author costs an entry in a map, and a frame has room for a hundred thousand.
 */
import * as decoding from 'lib0/decoding'

export type StateVector = ReadonlyMap<number, number>

/** @param mostAuthors More of them are `tooLarge`. */
export function readStateVector(
  bytes: Uint8Array,
  mostAuthors: number,
): StateVector | 'malformed' | 'tooLarge' {
  try {
    const decoder = decoding.createDecoder(bytes)
    const count = decoding.readVarUint(decoder)
    if (count > mostAuthors) return 'tooLarge'
    const heads = new Map<number, number>()
    for (let i = 0; i < count; i++) {
      const client = decoding.readVarUint(decoder)
      heads.set(client, decoding.readVarUint(decoder))
    }
    return heads
  } catch {
    return 'malformed' // truncated
  }
}
