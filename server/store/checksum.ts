import { crc32 } from 'node:zlib'

/** How the bytes of a row are encoded: a Yjs update in V1. V2 read as V1 comes out empty without any error. */
export const FORMAT_V1 = 1

/** Over format and bytes: SQLite itself does not notice rotten bytes in a row. */
export const checksumOf = (format: number, bytes: Uint8Array): number =>
  crc32(bytes, crc32(Uint8Array.of(format)))
