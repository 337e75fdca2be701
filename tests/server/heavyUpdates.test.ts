/** Updates and documents of very many pieces: the others go on meanwhile, and nothing that they do is lost. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applying } from '../../server/applyInTurns.ts'
import { cutFrom } from '../../server/cut.ts'
import { DocumentBytes } from '../../server/documentBytes.ts'
import { fold } from '../../server/fold.ts'
import type { Elsewhere } from '../../server/folding.ts'
import { StoreUnavailable } from '../../server/groupCommit.ts'
import { atOnce } from '../../server/inTurns.ts'
import type { LiveRoom } from '../../server/liveRoom.ts'
import { Metrics } from '../../server/metrics.ts'
import type { Peer } from '../../server/peer.ts'
import { RoomDocument } from '../../server/roomDocument.ts'
import { SyncFrames } from '../../server/syncFrames.ts'
import type { WholeUpdate } from '../../server/updateCheck.ts'
import { checkingStored, checkUpdate } from '../../server/updateCheck.ts'
import { forgeUpdate } from '../support/forge.ts'
import { aDisk, aPeer, aRoom, docIn, SEAT } from '../support/roomInMemory.ts'

const NOTES = 6_000
const PIECE = 1_024

/** Three structs a note. */
function manyNotes(client: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  const notes = doc.getMap('notes')
  doc.transact(() => {
    for (let i = 0; i < NOTES; i++) {
      notes.set(`${client}-${i}`, new Y.Map<unknown>([['colour', 'jambu']]))
    }
  })
  return Y.encodeStateAsUpdate(doc)
}
const oneNote = (client: number, key: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getMap('notes').set(key, 'x')
  return Y.encodeStateAsUpdate(doc)
}
const many = manyNotes(100)
const others = manyNotes(200)

/** What the first job elsewhere waits for. */
function aHold() {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let asked = () => {}
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  return { release: () => release(), held, asked: () => asked(), isAsked }
}
const heldBy = ({ held, asked }: ReturnType<typeof aHold>): Elsewhere => ({
  async fold(parts) {
    const given = [...parts]
    asked()
    await held
    const state = fold(given)
    return state && { state, cpuMs: 0 }
  },
  async cut(parts, vector) {
    const given = [...parts]
    asked()
    await held
    return cutFrom(given, vector)
  },
})

/** How many turns others have until it is there. */
async function turnsOf(verdict: Promise<unknown>, each: (turn: number) => void = () => {}) {
  let turns = 0
  let done = false
  void verdict.then(() => {
    done = true
  })
  for (; !done; turns++) {
    each(turns)
    await nextTurn()
  }
  return turns
}

describe('a heavy update', () => {
  it('is taken a piece at a time: others have their turn between', async () => {
    const { groupCommit } = aDisk()
    const room = aRoom(groupCommit)
    const verdict = Promise.resolve(room.take(many, aPeer(), () => {}))
    const turns = await turnsOf(verdict)
    expect(await verdict).toBe('taken')
    // Gone through as it is checked, placed and looked at for others' names.
    expect(turns).toBeGreaterThan((3 * 2 * NOTES) / PIECE)
    expect((await docIn(room)).getMap('notes').size).toBe(NOTES)
  })

  it('that is refused in the end leaves nothing behind', async () => {
    const { groupCommit } = aDisk()
    const room = aRoom(groupCommit)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, many)
    doc.clientID = 101
    doc.getMap('canvas').set('schema', { major: 99 })
    const verdict = await room.take(Y.encodeStateAsUpdate(doc), aPeer(), () => {})
    expect(verdict).toBe('malformed')
    expect((await docIn(room)).getMap('notes').size).toBe(0)
    expect(await room.take(many, aPeer(), () => {})).toBe('taken')
    expect((await docIn(room)).getMap('notes').size).toBe(NOTES)
  })

  it.each([0, 0.25, 0.5, 0.75, 1])(
    'whose link is taken back when %d of it is done is refused, and nothing of it is left',
    async (share) => {
      const taking = (room: LiveRoom, from: Peer, stored = () => {}) =>
        Promise.resolve(room.take(many, from, stored))
      const turns = await turnsOf(taking(aRoom(aDisk().groupCommit), aPeer()))
      const itsTurn = Math.floor(share * (turns - 2))

      const { groupCommit, commits } = aDisk()
      const room = aRoom(groupCommit)
      const from = { ...aPeer(), isRevoked: false }
      const stored: string[] = []
      const verdict = taking(room, from, () => stored.push('under way'))
      await turnsOf(verdict, (turn) => {
        from.isRevoked ||= turn === itsTurn
      })
      expect(await verdict).toBe('linkRevoked')
      commits()
      expect(stored).toEqual([])
      expect((await docIn(room)).getMap('notes').size).toBe(0)
      expect(await taking(room, aPeer(), () => stored.push('again'))).toBe('taken')
      commits()
      expect(stored).toEqual(['again'])
    },
  )

  it('is taken whole before the server writes what it was about to write', async () => {
    const { groupCommit, commits } = aDisk()
    const sizes: number[] = []
    const trial = aHold()
    const room = aRoom(
      {
        ...groupCommit,
        add(changes, told) {
          sizes.push(changes.updates?.[0]?.bytes.length ?? 0)
          groupCommit.add(changes, told)
        },
      },
      { elsewhere: heldBy(trial) },
    )
    expect(await room.take(many, aPeer(), () => {})).toBe('taken')
    // So much is new that it is tried first whether the server may read it.
    const written = room.edit((doc) => doc.getMap('notes').set('ours', 'x'))
    await trial.isAsked
    const verdict = room.take(others, aPeer(), () => {})
    await nextTurn()
    trial.release()
    expect(await verdict).toBe('taken')
    for (; sizes.length < 3; ) await nextTurn()
    expect(sizes.slice(0, 2)).toEqual([many.length, others.length])
    commits()
    await written
    expect((await docIn(room)).getMap('notes').size).toBe(2 * NOTES + 1)
  })

  it('that a failing disk overtakes is not built upon, and is counted as that', async () => {
    let fails = () => {}
    const room = aRoom({
      add(_changes, { failed }) {
        fails = failed
      },
      settled: () => Promise.resolve(),
      write: () => Promise.resolve(),
    })
    const metrics = new Metrics()
    const health = { refuses: () => false, failed() {}, onRecovered() {}, close() {} }
    const frames = new SyncFrames(aPeer(), room, () => 'write', { health, metrics })
    frames.handle({ type: 'update', update: oneNote(1, 'lost') })
    frames.handle({ type: 'update', update: many })
    fails()
    await room.busy()
    const text = await metrics.text()
    const counted = text.match(/(?<=guyub_updates_total\{verdict=").*/g)
    expect(counted).toEqual(['taken"} 1', 'storeFailed"} 1'])
    await expect(room.take(many, aPeer(), () => {})).rejects.toThrow(StoreUnavailable)
  })
})

describe('a document that is costly to read', () => {
  const byMany = (root: string) =>
    forgeUpdate(
      Array.from({ length: 3_000 }, (_, n) => ({ client: n + 10, clock: 0, text: 'x', root })),
    )

  it('is read in several turns, and nothing that is written meanwhile is lost', async () => {
    const { groupCommit, commits } = aDisk()
    const room = aRoom(groupCommit)
    expect(await room.take(byMany('words'), aPeer(), () => {})).toBe('taken')
    const lengthIn = (doc: Y.Doc) => doc.getText('words').length
    const [reading, alike] = [room.read(lengthIn), room.read(lengthIn)]
    const written = room.edit((doc) => doc.getMap('notes').set('ours', 'x'))
    expect(room.take(oneNote(1, 'theirs'), aPeer(), () => {})).toBe('taken')
    expect(await turnsOf(reading)).toBeGreaterThan(2)
    expect([await reading, await alike]).toEqual([3_000, 3_000])
    commits()
    await written
    expect(await room.read((doc) => doc.getMap('notes').toJSON())).toEqual({
      ours: 'x',
      theirs: 'x',
    })
  })

  it('is applied in more turns than it takes to look through it', () => {
    const turnsIn = (work: Iterable<undefined>) => [...work].length
    const update = byMany('words')
    const lookedThrough = turnsIn(checkingStored(update, () => 0))
    expect(turnsIn(applying(new Y.Doc(), update))).toBeGreaterThan(lookedThrough + 1)
  })

  it.each([
    ['with many pieces', [many, others]],
    ['by many authors', [byMany('words')]],
    ['written and taken away again', longStory(7)],
    ['of which a part is there already', [oneNote(200, 'first'), others]],
  ])('holds the same as one that is read at once: %s', (_what, parts) => {
    const whole = new Y.Doc()
    const inPieces = new Y.Doc()
    for (const part of parts) {
      Y.applyUpdate(whole, part)
      atOnce(applying(inPieces, part))
    }
    expect(Y.equalSnapshots(Y.snapshot(inPieces), Y.snapshot(whole))).toBe(true)
    for (const root of ['words', 'one', 'other']) {
      expect(inPieces.getText(root).toString()).toBe(whole.getText(root).toString())
    }
    expect(inPieces.getMap('notes').toJSON()).toEqual(whole.getMap('notes').toJSON())
  })
})

/** Made and taken away again, one by one: the bytes go, where they lay is remembered. */
function longStory(client: number): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = client
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const [one, other] = [doc.getText('one'), doc.getText('other')]
  for (let i = 0; i < 300; i++) {
    one.insert(0, 'a')
    other.insert(0, 'b')
  }
  one.delete(0, one.length)
  other.delete(0, other.length)
  return updates
}
const story = longStory(7)
const WRITER = { authorOf: () => SEAT, isRevoked: () => false }

/** So that the reading ends while another is taken, at whatever stage of it. */
const TURNS_BEFORE = [0, 10, 20, 30]

it.each(TURNS_BEFORE)(
  'a document that is read anew loses nothing of what comes after %i turns',
  async (turns) => {
    const elsewhere: Elsewhere = {
      async fold(parts) {
        const state = fold(parts)
        return state && { state, cpuMs: 0 }
      },
      cut: async (parts, vector) => cutFrom(parts, vector),
    }
    const document = new RoomDocument(new DocumentBytes('canvas'), elsewhere, 1_000_000)
    const checked = (update: Uint8Array): WholeUpdate => {
      const check = checkUpdate(update, document.bytes.headOf)
      if (check.type !== 'whole') throw new Error(check.type)
      return check
    }
    const taken = (update: Uint8Array) =>
      atOnce(document.bytes.take(checked(update), update, WRITER))
    for (const update of [many, ...story]) taken(update)
    const before = document.bytes
    const reading = document.foldTail()
    for (let turn = 0; turn < turns; turn++) await nextTurn()
    expect(document.bytes).toBe(before)
    taken(oneNote(1, 'light'))
    await document.keptFor(document.bytes.take(checked(others), others, WRITER))
    await reading
    expect(document.bytes).not.toBe(before)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await document.missingFor(new Map()))
    expect(doc.getMap('notes').size).toBe(2 * NOTES + 1)
  },
)

describe('a large document', () => {
  const AUTHORS = 2_000
  const byMany = forgeUpdate(
    Array.from({ length: AUTHORS }, (_, n) => ({ client: n + 10, clock: 0, text: 'x' })),
  )
  const half = new Map(Array.from({ length: AUTHORS / 2 }, (_, n) => [2 * n + 10, 1]))

  it('is cut elsewhere for who has a part of it, as it was when they asked', async () => {
    const { groupCommit } = aDisk()
    const cutting = aHold()
    const room = aRoom(groupCommit, { elsewhere: heldBy(cutting) })
    await room.take(byMany, aPeer(), () => {})
    const answer = room.missingFor(half)
    await cutting.isAsked
    expect(room.take(oneNote(1, 'after they asked'), aPeer(), () => {})).toBe('taken')
    cutting.release()
    const { update } = await answer
    expect(Y.parseUpdateMeta(update).to.size).toBe(AUTHORS / 2)
    const doc = new Y.Doc()
    for (const part of [byMany, update]) Y.applyUpdate(doc, part)
    expect(doc.getMap('notes').size).toBe(0)
    expect(doc.getText('words').length).toBe(AUTHORS)
  })

  it('that could not be cut is tried again for who asks next', async () => {
    const { groupCommit } = aDisk()
    let broken = true
    const room = aRoom(groupCommit, {
      elsewhere: {
        fold: async () => null,
        async cut(parts, vector) {
          if (broken) throw new StoreUnavailable()
          return cutFrom(parts, vector)
        },
      },
    })
    await room.take(byMany, aPeer(), () => {})
    room.take(oneNote(1, 'a second part'), aPeer(), () => {})
    await expect(room.missingFor(new Map())).rejects.toThrow(StoreUnavailable)
    broken = false
    expect((await docIn(room)).getMap('notes').size).toBe(1)
  })
})

it('a document has only so many authors, and who wrote in it before goes on', async () => {
  const { groupCommit } = aDisk()
  const room = aRoom(groupCommit)
  const take = async (update: Uint8Array) => room.take(update, aPeer(), () => {})
  const by = (from: number, count: number) =>
    forgeUpdate(
      Array.from({ length: count }, (_, i) => ({ client: from + i, clock: 0, text: 'x' })),
    )
  expect(await take(by(10, 8_192))).toBe('taken')
  expect(await take(by(20_000, 8_191))).toBe('taken')
  expect(await take(by(50_000, 1))).toBe('taken')
  expect(await take(by(60_000, 1))).toBe('tooLarge')
  expect(await take(forgeUpdate([{ client: 50_000, clock: 1, text: 'y' }]))).toBe('taken')
})
