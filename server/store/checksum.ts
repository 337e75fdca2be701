/**
 * What tells rotten or missing rows, since SQLite itself does not notice them. The rows of a room form a chain: each
 * checksum also covers the one before it, and the room keeps the last one, so that a row that is gone from anywhere, or
 * stands in another place, is noticed like one that has changed.
 */
import type { SQLInputValue } from 'node:sqlite'
import { crc32 } from 'node:zlib'

/** How the bytes of a row are encoded: a Yjs update in V1. V2 read as V1 comes out empty without any error. */
export const FORMAT_V1 = 1

/** Before a room's first row. */
export const CHAIN_START = 0

/** Of its room: an index in which a bit has flipped must not give a row to another. */
export const chainedChecksum = (
  previous: number,
  { room, format }: { room: number; format: number },
  bytes: Uint8Array,
): number => crc32(bytes, crc32(`${room} ${format}`, previous))

/** `lastRow`: the last row that the state covers; `chain`: that row's checksum. Of its room, so that no other takes it for its own. */
export const stateChecksum = (
  of: { room: number; lastRow: number; chain: number; format: number },
  bytes: Uint8Array,
): number => crc32(bytes, crc32(`${of.room} ${of.lastRow} ${of.chain} ${of.format}`))

/** Over the columns of a row that may change, in their order. */
export const sealOf = (...values: SQLInputValue[]): number =>
  crc32(
    JSON.stringify(
      values.map((value) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
      ),
    ),
  )
