/** Documents of very many pieces: they are read, folded and cut while the others go on, and nothing that they do is lost. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applying } from '../../server/applyInTurns.ts'
import { cutFrom } from '../../server/cut.ts'
import { DocumentBytes } from '../../server/documentBytes.ts'
import { fold } from '../../server/fold.ts'
import type { Elsewhere } from '../../server/folding.ts'
import { openFolding } from '../../server/folding.ts'
import { StoreUnavailable } from '../../server/groupCommit.ts'
import { atOnce } from '../../server/inTurns.ts'
import { RoomDocument } from '../../server/roomDocument.ts'
import type { WholeUpdate } from '../../server/updateCheck.ts'
import { checkingStored, checkUpdate } from '../../server/updateCheck.ts'
import { sharedNote, sharedText } from '../../src/model/doc/schema.ts'
import { aNote } from '../support/builders.ts'
import { forgeUpdate } from '../support/forge.ts'
import { aHold, heldBy, many, NOTES, oneNote, others, turnsOf } from '../support/heavy.ts'
import { docOf } from '../support/manyEdits.ts'
import { aDisk, aPeer, aRoom, docIn, ROOM, SEAT } from '../support/roomInMemory.ts'

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

it('what comes near the limit may come again where it can not be weighed now, and is too large only where it was', async () => {
  const folding = openFolding(() => {})
  const { groupCommit } = aDisk()
  const room = aRoom(groupCommit, { documentBytes: 1_000, elsewhere: folding.for(ROOM) })
  const take = async (update: Uint8Array) => room.take(update, aPeer(), () => {})
  const large = forgeUpdate([{ client: 1, clock: 0, text: 'x'.repeat(1_000) }])
  expect(await take(large)).toBe('tooLarge')
  await folding.close()
  let client = 2
  expect(await take(large)).toBe('notNow')
  const small = oneNote(2, 'small')
  expect(await take(small)).toBe('taken')
  while ((await take(oneNote(++client, 'small'))) === 'taken');
  // It was there already.
  expect(await take(small)).toBe('taken')
})

it('a newcomer is sent the smallest state and a hundredth at most, however often 60 notes were edited', async () => {
  const { groupCommit, commits } = aDisk()
  const room = aRoom(groupCommit)
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const writer = aPeer()
  for (let n = 0; n < 60; n++) aNote(`n${n}`).writtenBy(SEAT).writeTo(doc)
  const edit = (n: number) => {
    const note = sharedNote(doc, `n${Math.floor(n / 2) % 60}`)
    const words = note && sharedText(note)
    doc.transact(() => {
      if (n % 2 === 0) note?.set('place', { zone: 'channels', rank: `a${n}` })
      else if (words && words.length > 40) words.delete(0, 20)
      else words?.insert(words.length, 'warung ')
      note?.set('editedAt', n)
    })
  }
  for (let n = 0; n < 5_000; n++) {
    edit(n)
    for (const update of updates.splice(0))
      expect(await room.take(update, writer, () => {})).toBe('taken')
    commits()
    // Now and then behind many edits, and at once behind one more.
    if (n % 500 > 1) continue
    const { update } = await room.missingFor(new Map())
    const smallest = fold([update])?.length ?? 0
    expect(update.length, `after ${n} edits`).toBeLessThanOrEqual(smallest * 1.01)
    expect(docOf([update]).getMap('notes').toJSON()).toEqual(doc.getMap('notes').toJSON())
  }
})
