/** `npm run test:long` repeats the fault tests many more times, and prints how often. */
import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export const IS_LONG = process.env.GUYUB_LONG === '1'
export const times = (usual: number, long: number): number => (IS_LONG ? long : usual)

const COUNTS = fileURLToPath(new URL('../../.cache/tests/long.txt', import.meta.url))

/** One line of what was tried, for the end of the long run. */
export function counted(line: string): void {
  if (!IS_LONG) return
  mkdirSync(dirname(COUNTS), { recursive: true })
  appendFileSync(COUNTS, `${line}\n`)
}

/** Random numbers in [0, 1) that a seed brings back (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Another one each run; `GUYUB_SEED` brings a failed one back. */
export const aSeed = (): number =>
  Number(process.env.GUYUB_SEED ?? Math.floor(Math.random() * 2 ** 32))
