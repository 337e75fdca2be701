/** Which clocks of each author are deleted. Two numbers a range: a room of 5,000 edits has a thousand of them. */
import type { Deletions } from './decodeUpdate.ts'

export type Range = { client: number; from: number; to: number }

/** From here on two lists are merged; below, each range is put in its place. */
const MANY_RANGES = 8

export class DeletedRanges {
  /** `from, to, from, to …`, ascending, never touching. */
  readonly #byClient = new Map<number, number[]>()

  has(client: number, clock: number): boolean {
    const bounds = this.#byClient.get(client)
    return bounds !== undefined && countUpTo(bounds, clock) % 2 === 1
  }

  /** What of these is not deleted yet. */
  newIn(deletions: Deletions): Range[] {
    const found: Range[] = []
    for (const [client, ranges] of deletions) {
      const bounds = this.#byClient.get(client) ?? []
      for (const { clock, len } of ranges) {
        const to = clock + len
        let from = clock
        for (let i = countUpTo(bounds, from); from < to; i++) {
          const next = Math.min(to, bounds[i] ?? to)
          // An odd number of bounds behind it: inside of a range.
          if (i % 2 === 0) found.push({ client, from, to: next })
          from = next
        }
      }
    }
    return found
  }

  add(ranges: readonly Range[]): void {
    const byClient = new Map<number, Range[]>()
    for (const range of ranges) {
      const list = byClient.get(range.client)
      if (list) list.push(range)
      else byClient.set(range.client, [range])
    }
    for (const [client, own] of byClient) {
      const bounds = this.#byClient.get(client) ?? []
      const isMuch = own.length > MANY_RANGES
      this.#byClient.set(client, isMuch ? merged(bounds, own) : own.reduce(withRange, bounds))
    }
  }

  all(): Range[] {
    return [...this.#byClient].flatMap(([client, bounds]) => rangesIn(client, bounds))
  }
}

function rangesIn(client: number, bounds: readonly number[]): Range[] {
  const ranges: Range[] = []
  for (let i = 0; i < bounds.length; i += 2) {
    ranges.push({ client, from: bounds[i] ?? 0, to: bounds[i + 1] ?? 0 })
  }
  return ranges
}

/** Bounds within it or touching it go; it brings its own where they are not inside of another range. */
function withRange(bounds: number[], { from, to }: Range): number[] {
  const first = countUpTo(bounds, from - 1)
  const last = countUpTo(bounds, to)
  const own = [...(first % 2 === 0 ? [from] : []), ...(last % 2 === 0 ? [to] : [])]
  bounds.splice(first, last - first, ...own)
  return bounds
}

/** One walk through both, however the ranges lie: an update may bring fifty thousand. */
function merged(bounds: readonly number[], ranges: readonly Range[]): number[] {
  const own = [...ranges].sort((a, b) => a.from - b.from)
  const result: number[] = []
  const put = (from: number, to: number) => {
    const end = result.at(-1)
    if (end === undefined || from > end) result.push(from, to)
    else if (to > end) result[result.length - 1] = to
  }
  let next = 0
  for (const { from, to } of own) {
    for (; (bounds[next] ?? Infinity) <= from; next += 2)
      put(bounds[next] ?? 0, bounds[next + 1] ?? 0)
    put(from, to)
  }
  for (; next < bounds.length; next += 2) put(bounds[next] ?? 0, bounds[next + 1] ?? 0)
  return result
}

/** How many bounds are at most this clock. */
function countUpTo(bounds: readonly number[], clock: number): number {
  let low = 0
  let high = bounds.length
  if ((bounds[high - 1] ?? Number.POSITIVE_INFINITY) <= clock) return high
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((bounds[middle] ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return low
}
