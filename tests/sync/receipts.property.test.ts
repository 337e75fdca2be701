import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Receipts } from '../../src/sync/receipts.ts'
import { createReceipts } from '../../src/sync/receipts.ts'
import type { Tick } from '../../src/sync/session.ts'

type Move =
  | { type: 'edit'; note: string }
  | { type: 'updatesGoOut' }
  | { type: 'serverStores' }
  | { type: 'receiptArrives' }
  | { type: 'diskWrites' }
  | { type: 'serverAsksAgain' }
  | { type: 'connectionBreaks' }
  | { type: 'connects' }
  | { type: 'otherTabKeeps'; note: string }
  | { type: 'otherTabSends' }
  | { type: 'serverRelays' }
  | { type: 'disksNewsIsRead' }

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('edit' as const),
      note: fc.constantFrom('a', 'b', 'c'),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ type: 'updatesGoOut' as const }) },
  { weight: 4, arbitrary: fc.constant({ type: 'serverStores' as const }) },
  { weight: 4, arbitrary: fc.constant({ type: 'receiptArrives' as const }) },
  { weight: 3, arbitrary: fc.constant({ type: 'diskWrites' as const }) },
  { weight: 2, arbitrary: fc.constant({ type: 'connects' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'serverAsksAgain' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'connectionBreaks' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('otherTabKeeps' as const),
      note: fc.constantFrom('a', 'b', 'c'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'otherTabSends' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'serverRelays' as const }) },
  { weight: 2, arbitrary: fc.constant({ type: 'disksNewsIsRead' as const }) },
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
  /** What another tab of this device has on the common disk. */
  readonly onDisk = new Map<string, number>()
  #edits = 0
  #open = false
  #frames: { kind: 'step2' | 'update'; carries: Map<string, number> }[] = []
  #stored = 0
  #sawStep2 = false
  #markVersion = 0
  /** Written, and waiting for its moment to be sent. */
  #gathered = new Map<string, number>()

  play(next: Move): void {
    switch (next.type) {
      case 'edit':
        this.here.set(next.note, ++this.#edits)
        this.receipts.changed([next.note])
        this.#gathered.set(next.note, this.#edits)
        break
      case 'updatesGoOut':
        if (this.#gathered.size > 0) this.#send('update', this.#gathered)
        this.#gathered = new Map()
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
          raise(this.onServer, note, edit)
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
        break
      case 'otherTabKeeps':
        this.onDisk.set(next.note, ++this.#edits)
        this.#markVersion++
        break
      case 'otherTabSends':
        for (const [note, edit] of this.onDisk) raise(this.onServer, note, edit)
        break
      case 'serverRelays':
        if (this.#open) for (const [note, edit] of this.onServer) raise(this.here, note, edit)
        break
      case 'disksNewsIsRead':
        this.#readNews()
    }
  }

  #readNews(): void {
    const news = [...this.onDisk].filter(([note, edit]) => edit > (this.here.get(note) ?? 0))
    for (const [note, edit] of news) raise(this.here, note, edit)
    if (news.length > 0) this.receipts.broughtIn()
    for (const [note, edit] of news) this.#gathered.set(note, edit)
    const notes = [...this.onDisk.keys()]
    const version = this.#markVersion
    const marks = notes.length > 0 ? [{ writer: 'other', version, notes }] : []
    this.receipts.adopt(marks, true)
  }

  #send(kind: 'step2' | 'update', carries: Map<string, number>): void {
    if (!this.#open) return
    this.#frames.push({ kind, carries })
    this.receipts.sent(kind)
  }
}

function raise(edits: Map<string, number>, note: string, edit: number): void {
  edits.set(note, Math.max(edit, edits.get(note) ?? 0))
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
            expect(world.onServer.get(note) ?? 0).toBeGreaterThanOrEqual(world.here.get(note) ?? 0)
          }
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('never go backwards but through a new edit of that note, here or in another tab', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 80 }), (moves) => {
        const world = new World()
        for (const each of moves) {
          const before = notes.map((note) => rankOf[world.receipts.tickOf(note)])
          world.play(each)
          notes.forEach((note, index) => {
            if (each.type === 'edit' && each.note === note) return
            if (each.type === 'disksNewsIsRead') return
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
