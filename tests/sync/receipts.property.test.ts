import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Receipts } from '../../src/sync/receipts.ts'
import { createReceipts } from '../../src/sync/receipts.ts'
import type { Tick } from '../../src/sync/session.ts'

type Move =
  | { type: 'edit'; note: string }
  | { type: 'serverStores' }
  | { type: 'receiptArrives' }
  | { type: 'diskWrites' }
  | { type: 'serverAsksAgain' }
  | { type: 'connectionBreaks' }
  | { type: 'connects' }

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('edit' as const),
      note: fc.constantFrom('a', 'b', 'c'),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ type: 'serverStores' as const }) },
  { weight: 4, arbitrary: fc.constant({ type: 'receiptArrives' as const }) },
  { weight: 3, arbitrary: fc.constant({ type: 'diskWrites' as const }) },
  { weight: 2, arbitrary: fc.constant({ type: 'connects' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'serverAsksAgain' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'connectionBreaks' as const }) },
)

/**
 * A server and a line as they may truly behave: frames are stored in order, receipts lag behind, an update before the
 * SyncStep2 is dropped, everything under way is lost with the connection. What is on its disk stays there.
 */
class World {
  readonly receipts: Receipts = createReceipts()
  /** Number of the latest edit of each note, here and on the server's disk. */
  readonly here = new Map<string, number>()
  readonly onServer = new Map<string, number>()
  #edits = 0
  #open = false
  #frames: { kind: 'step2' | 'update'; carries: Map<string, number> }[] = []
  #stored = 0
  #sawStep2 = false

  play(next: Move): void {
    switch (next.type) {
      case 'edit':
        this.here.set(next.note, ++this.#edits)
        this.receipts.changed([next.note])
        this.#send('update', new Map([[next.note, this.#edits]]))
        break
      case 'connects':
        this.#open = true
        this.#frames = []
        this.#stored = 0
        this.#sawStep2 = false
        this.receipts.connectionOpened()
        break
      case 'serverAsksAgain':
        this.#send('step2', new Map(this.here))
        break
      case 'serverStores': {
        const frame = this.#frames[this.#stored]
        if (!frame) break
        this.#stored++
        this.#sawStep2 ||= frame.kind === 'step2'
        if (!this.#sawStep2) break
        for (const [note, edit] of frame.carries) {
          this.onServer.set(note, Math.max(edit, this.onServer.get(note) ?? 0))
        }
        break
      }
      case 'receiptArrives':
        if (this.#open && this.#sawStep2) this.receipts.receipted(this.#stored)
        break
      case 'diskWrites':
        this.receipts.written(this.receipts.latest())
        break
      case 'connectionBreaks':
        this.#open = false
        this.#frames = []
    }
  }

  #send(kind: 'step2' | 'update', carries: Map<string, number>): void {
    if (!this.#open) return
    this.#frames.push({ kind, carries })
    this.receipts.sent(kind)
  }
}

const rankOf: Record<Tick, number> = { unkept: 0, kept: 1, stored: 2 }
const notes = ['a', 'b', 'c']

describe('two ticks, whatever the line does', () => {
  it('always mean that the server has the latest edit of that note on its disk', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 80 }), (moves) => {
        const world = new World()
        for (const each of moves) {
          world.play(each)
          for (const note of notes) {
            if (world.receipts.tickOf(note) !== 'stored') continue
            expect(world.onServer.get(note)).toBe(world.here.get(note))
          }
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('never go backwards but through a new edit of that note', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 80 }), (moves) => {
        const world = new World()
        for (const each of moves) {
          const before = notes.map((note) => rankOf[world.receipts.tickOf(note)])
          world.play(each)
          notes.forEach((note, index) => {
            if (each.type === 'edit' && each.note === note) return
            expect(rankOf[world.receipts.tickOf(note)]).toBeGreaterThanOrEqual(before[index] ?? 0)
          })
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('come for everything once the line holds', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 80 }), (moves) => {
        const world = new World()
        for (const each of moves) world.play(each)
        world.play({ type: 'connects' })
        world.play({ type: 'serverAsksAgain' })
        world.play({ type: 'serverStores' })
        world.play({ type: 'receiptArrives' })
        expect(world.receipts.waiting()).toEqual([])
        expect(world.receipts.stored()).toBe(true)
      }),
    )
  })
})
