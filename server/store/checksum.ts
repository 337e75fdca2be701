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

export const chainedChecksum = (previous: number, format: number, bytes: Uint8Array): number =>
  crc32(bytes, crc32(Uint8Array.of(format), previous))

/** @param lastRow The last row that the state covers; `chain` is that row's checksum. */
export const stateChecksum = (
  { lastRow, chain, format }: { lastRow: number; chain: number; format: number },
  bytes: Uint8Array,
): number => crc32(bytes, crc32(`${lastRow} ${chain} ${format}`))

/** Over the columns of a row that may change, in their order. */
export const sealOf = (...values: SQLInputValue[]): number =>
  crc32(
    JSON.stringify(
      values.map((value) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
      ),
    ),
  )
