/** What came after a state: from where on it is worth a new one. */
import { totalLength } from './packedParts.ts'

/** In memory, where it is sent and cut, sooner than on disk, where it is read once a morning. */
const LONG = {
  inMemory: { parts: 512, bytes: 64 * 1024 },
  onDisk: { parts: 512, bytes: 256 * 1024 },
}

export type Tail = { parts: number; bytes: number }

export const NO_TAIL: Tail = { parts: 0, bytes: 0 }

export const tailOf = (parts: readonly Uint8Array[]): Tail => ({
  parts: parts.length,
  bytes: totalLength(parts),
})

export const grownBy = (tail: Tail, bytes: number): Tail => ({
  parts: tail.parts + 1,
  bytes: tail.bytes + bytes,
})

export const isLong = ({ parts, bytes }: Tail, where: keyof typeof LONG): boolean =>
  parts >= LONG[where].parts || bytes >= LONG[where].bytes
