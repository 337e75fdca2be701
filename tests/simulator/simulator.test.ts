import './virtualTime.ts'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { aSeed, counted, IS_LONG, times } from '../support/longMode.ts'
import { PINNED } from './pinned.ts'
import { simulate } from './simulate.ts'
import { theTemplate } from './template.ts'
import type { Treason } from './world.ts'
import { DEVICE_COUNTS, LEAST_DEVICES } from './world.ts'

/**
 * In `npm test` the same seeds each time, so that a red run tells of a change; new ones in the long mode, as many as an
 * hour allows. `GUYUB_SEED` and `GUYUB_ACTS` bring one back.
 */
const { GUYUB_SEED, GUYUB_ACTS } = process.env
const SEEDS = times(2_000, 100_000)
const ACTS = Number(GUYUB_ACTS ?? times(50, 300))
const FIRST = GUYUB_SEED ? Number(GUYUB_SEED) : IS_LONG ? aSeed() : 1
const LONGEST_MS = 3_600_000 / DEVICE_COUNTS
/** Twenty seconds each on two cores that do nothing else; no test asserts how long a thing takes. */
const PATIENCE_MS = times(600_000, 3_600_000)
const LINES_SHOWN = GUYUB_SEED ? 2_000 : 40

const HASH_OF = fileURLToPath(new URL('./hashOf.ts', import.meta.url))
const template = await theTemplate()

/** @throws with all that brings it back. */
async function run(seed: number, acts: number): Promise<void> {
  const { found, lines } = await simulate(template, seed, acts)
  if (!found) return
  const again = `GUYUB_SEED=${seed} GUYUB_ACTS=${acts} npx vitest run tests/simulator`
  throw new Error(`${found}\n\n${again}\n\n${lines.slice(-LINES_SHOWN).join('\n')}`)
}

if (GUYUB_SEED) it(`seed ${FIRST} with ${ACTS} acts ends well`, () => run(FIRST, ACTS))
else {
  describe('whatever happens to lines, tabs, disks and links', { timeout: PATIENCE_MS }, () => {
    for (let each = 0; each < DEVICE_COUNTS; each++) {
      const devices = LEAST_DEVICES + each
      it(`nothing is lost and all become the same on ${devices} devices`, async () => {
        const began = performance.now()
        let tried = 0
        for (let index = 0; index < SEEDS; index++) {
          const seed = FIRST + index
          if (seed % DEVICE_COUNTS !== each) continue
          if (IS_LONG && performance.now() - began > LONGEST_MS) break
          await run(seed, ACTS)
          tried++
        }
        counted(`simulator: ${tried} seeds × ${ACTS} acts on ${devices} devices, from ${FIRST}`)
      })
    }
  })
}

it('seeds that once found something end well', async () => {
  for (const { seed, acts } of PINNED) await run(seed, acts)
})

describe('the simulator itself', { timeout: PATIENCE_MS }, () => {
  it('does the same with the same seed, in another process too', async () => {
    for (const seed of [1, 2, 3]) {
      const { hash } = await simulate(template, seed, 60)
      expect((await simulate(template, seed, 60)).hash).toBe(hash)
      const elsewhere = spawnSync(process.execPath, [HASH_OF, `${seed}`, '60'], {
        encoding: 'utf8',
      })
      expect(elsewhere.stdout).toBe(hash)
    }
  })

  const isFound = async (treason: Treason, what: RegExp, from: number): Promise<boolean> => {
    for (let seed = from; seed < from + 2_000; seed++) {
      const { found } = await simulate(template, seed, 50, treason)
      if (found && what.test(found)) return true
    }
    return false
  }

  /** With a seed that found it; should the seeds mean something else by now, one of those behind it does. */
  it.each<[Treason, RegExp, number]>([
    ['serverDiskLies', /the server lets out what is not on its disk/, 1],
    ['serverDiskLies', /shows ✓✓ for what is not on the server’s disk/, 50],
    ['deviceDiskLies', /kept what the server lacks/, 876],
    ['lineSwallows', /does not come to rest/, 4],
    ['lineSwallows', /another document/, 15],
  ])('sees when %s: %s', async (treason, what, from) => {
    expect(await isFound(treason, what, from)).toBe(true)
  })
})
