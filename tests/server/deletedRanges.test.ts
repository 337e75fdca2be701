import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Range } from '../../server/deletedRanges.ts'
import { DeletedRanges } from '../../server/deletedRanges.ts'

const range: fc.Arbitrary<Range> = fc
  .record({ client: fc.nat(1), from: fc.nat(60), length: fc.integer({ min: 1, max: 8 }) })
  .map(({ client, from, length }) => ({ client, from, to: from + length }))
const batches = fc.array(fc.array(range, { minLength: 1, maxLength: 14 }), { maxLength: 12 })

const clocksOf = (ranges: readonly Range[]) =>
  new Set(
    ranges.flatMap(({ client, from, to }) =>
      Array.from({ length: to - from }, (_, i) => `${client}:${from + i}`),
    ),
  )
const CLIENTS = [0, 1]
const ofClient = (ranges: readonly Range[], client: number) =>
  ranges.filter((each) => each.client === client)
const asDeletions = (ranges: readonly Range[]) =>
  new Map(
    CLIENTS.map((client) => [
      client,
      ofClient(ranges, client).map(({ from, to }) => ({ clock: from, len: to - from })),
    ]),
  )

it('knows of each clock whether it is deleted, and tells what is new, as a plain set would', () => {
  fc.assert(
    fc.property(batches, (all) => {
      const ranges = new DeletedRanges()
      const plain = new Set<string>()
      for (const batch of all) {
        const news = clocksOf(ranges.newIn(asDeletions(batch)))
        expect(news).toEqual(new Set([...clocksOf(batch)].filter((clock) => !plain.has(clock))))
        ranges.add(ranges.newIn(asDeletions(batch)))
        for (const clock of clocksOf(batch)) plain.add(clock)
        expect(clocksOf(ranges.all())).toEqual(plain)
      }
      for (const client of CLIENTS) {
        for (let clock = 0; clock < 70; clock++) {
          expect(ranges.has(client, clock)).toBe(plain.has(`${client}:${clock}`))
        }
        // Ascending and never touching: as few as there can be.
        for (const [i, { from }] of ofClient(ranges.all(), client).entries()) {
          const before = ofClient(ranges.all(), client)[i - 1]
          if (before) expect(from).toBeGreaterThan(before.to)
        }
      }
    }),
    { numRuns: 300 },
  )
})
