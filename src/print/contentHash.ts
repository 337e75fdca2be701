/**
 * Thirty-two hexadecimal digits that depend on a text alone: a PDF's file id, so that printing the same canvas twice
 * gives the same file. Not for secrets. (`crypto.subtle` is missing without a secure context.)
 * @see G. Fowler, L. Noll, K.-P. Vo, the FNV-1a hash, here with four seeds and a final mixing
 */
export function contentHash(text: string): string {
  const lanes = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    for (let lane = 0; lane < 4; lane++) {
      lanes[lane] = Math.imul((lanes[lane] ?? 0) ^ (code + lane), 0x01000193)
    }
  }
  return lanes
    .map((lane) => mixed(lane).toString(16).padStart(8, '0'))
    .join('')
    .toUpperCase()
}

function mixed(lane: number): number {
  let value = lane
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
