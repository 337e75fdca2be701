/** Many updates as one piece of memory: handing them to a thread one by one takes longer than folding them. */
export type PackedParts = { bytes: Uint8Array; lengths: readonly number[] }

export function pack(parts: readonly Uint8Array[]): PackedParts {
  const lengths = parts.map(({ length }) => length)
  const bytes = new Uint8Array(totalLength(parts))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return { bytes, lengths }
}

export function unpack({ bytes, lengths }: PackedParts): Uint8Array[] {
  const parts: Uint8Array[] = []
  let at = 0
  for (const length of lengths) {
    parts.push(bytes.subarray(at, at + length))
    at += length
  }
  return parts
}

export const totalLength = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0)
