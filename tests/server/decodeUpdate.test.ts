/** How much one update may be, told while it is read. */

import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { decodeFrame, decodeStored, isHeavy } from '../../server/decodeUpdate.ts'
import { atOnce } from '../../server/inTurns.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { forgeCollected, forgeUpdate } from '../support/forge.ts'
import { aRoomful, diceOf } from '../support/manyEdits.ts'

const framed = (update: Uint8Array) => atOnce(decodeFrame(update))
const stored = (update: Uint8Array) => atOnce(decodeStored(update))

const PIECES = 65_536
const AUTHORS = 8_192
/** What one struct holds is read in one turn. */
const VALUES = 4_096
const JSON_LETTERS = 16 * 1024

function encoded(numbers: readonly number[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of numbers) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}
const many = (count: number, ...numbers: readonly number[]): number[] =>
  Array.from({ length: count }, () => numbers).flat()

const structs = (count: number) => forgeCollected(9, count)
const deletions = (count: number) => {
  const ranges = Array.from({ length: count }, (_, n) => [2 * n, 1]).flat()
  return encoded([0, 1, 9, count, ...ranges])
}
function updateOf(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  write(doc)
  return Y.encodeStateAsUpdate(doc)
}
const written = (value: object) => updateOf((doc) => doc.getMap('map').set('key', value))
const embedded = (value: object) => updateOf((doc) => doc.getText('text').insertEmbed(0, value))
/** One struct under the root type "a" that holds so many empty lists. */
const values = (count: number) =>
  encoded([1, 1, 9, 0, 8, 1, 1, 97, count, ...many(count, 117, 0), 0])
/** The same in the old way, as JSON: each a zero. */
const words = (count: number) => encoded([1, 1, 9, 0, 2, 1, 1, 97, count, ...many(count, 1, 48), 0])
/** So it writes down that a value is none. */
const nothings = encoded([
  1,
  1,
  9,
  0,
  2,
  1,
  1,
  97,
  1,
  9,
  ...new TextEncoder().encode('undefined'),
  0,
])
const authors = (count: number) =>
  forgeUpdate(Array.from({ length: count }, (_, client) => ({ client, clock: 0, collected: 1 })))

describe('an update', () => {
  it.each([
    ['structs', structs, PIECES],
    ['deleted ranges', deletions, PIECES],
    ['values in one struct', values, VALUES],
    ['values within a value', (count: number) => written({ list: many(count - 2, 0) }), VALUES],
    ['letters of JSON in one struct', words, JSON_LETTERS],
    [
      'letters in an embed',
      (count: number) => embedded({ s: 'x'.repeat(count - '{"s":""}'.length) }),
      JSON_LETTERS,
    ],
    ['authors', authors, AUTHORS],
  ] as const)('brings so many %s, and not one more', (_what, of, most) => {
    expect(framed(of(most - 1)).type).toBe('decoded')
    expect(framed(of(most)).type).toBe('decoded')
    expect(framed(of(most + 1))).toEqual({ type: 'tooLarge' })
  })

  it('that says it has more than there are bytes is none at all', () => {
    expect(framed(structs(10).slice(0, -3))).toEqual({ type: 'malformed' })
    expect(framed(encoded([2 ** 40, 1, 9, 0, 0, 1]))).toEqual({ type: 'malformed' })
  })

  it('that was stored is read whatever it is', () => {
    expect(stored(structs(PIECES + 1))).toMatchObject({ type: 'decoded' })
    expect(stored(authors(AUTHORS + 1))).toMatchObject({ type: 'decoded' })
    expect(stored(values(VALUES + 1))).toMatchObject({ type: 'decoded' })
    expect(stored(words(JSON_LETTERS + 1))).toMatchObject({ type: 'decoded' })
  })

  it('of very many pieces is gone through in several turns', () => {
    const heavy = (update: Uint8Array) => {
      const decoded = framed(update)
      return decoded.type === 'decoded' && isHeavy(decoded)
    }
    const most = [structs(4_096), deletions(4_096), authors(64)]
    const more = [structs(4_097), deletions(4_097), authors(65)]
    expect(most.map(heavy)).toEqual([false, false, false])
    expect(more.map(heavy)).toEqual([true, true, true])
  })
})

/** Everything that Yjs can put into an update, and a document inside a document, which is not for us. */
function everyContent(): Uint8Array {
  const doc = new Y.Doc()
  const list = doc.getArray('list')
  const map = doc.getMap('map')
  const text = doc.getText('text')
  const page = doc.getXmlFragment('page')
  doc.transact(() => {
    list.insert(0, [1, 'two', null, { three: [3] }, Uint8Array.of(4)])
    list.insert(1, [new Y.Array(), new Y.Map(), new Y.Text('x'), new Y.XmlFragment()])
    map.set('deep', new Y.Map([['text', new Y.Text('kopi')]]))
    map.set('again', 1)
    map.set('again', 2)
    text.insert(0, 'tahu walik', { bold: true })
    text.insertEmbed(3, { picture: 'x' })
    text.delete(1, 2)
    page.insert(0, [
      new Y.XmlElement('p'),
      new Y.XmlText('x'),
      new Y.XmlHook('hook') as unknown as Y.XmlElement,
    ])
  })
  list.delete(2, 1)
  // Over a hole, and in the old way, as JSON.
  const [early, , late] = [1, 2, 3].map(() => {
    const before = Y.encodeStateVector(doc)
    doc.getText('more').insert(0, 'a')
    return Y.encodeStateAsUpdate(doc, before)
  })
  return Y.mergeUpdates(
    [Y.encodeStateAsUpdate(doc), early, late].filter((each) => each !== undefined),
  )
}

describe('read as Yjs reads it', () => {
  const judged = (update: Uint8Array) => {
    try {
      const { structs, ds } = Y.decodeUpdate(update)
      return { structs, deletions: ds.clients }
    } catch {
      return 'malformed'
    }
  }
  const ours = (update: Uint8Array) => {
    const decoded = stored(update)
    if (decoded.type !== 'decoded') return decoded.type
    const { structs, deletions } = decoded
    return { structs, deletions }
  }
  const holdsDocument = (judgement: ReturnType<typeof judged>) =>
    typeof judgement !== 'string' &&
    judgement.structs.some(
      (struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentDoc,
    )

  it('is every kind of content', () => {
    for (const update of [everyContent(), words(3), nothings, values(3)]) {
      expect(typeof judged(update)).toBe('object')
      expect(ours(update)).toEqual(judged(update))
      expect(framed(update)).toEqual(stored(update))
    }
    const doc = new Y.Doc()
    doc.getMap('map').set('inner', new Y.Doc())
    expect(ours(Y.encodeStateAsUpdate(doc))).toBe('malformed')
  })

  it('is whatever people write, and whatever becomes of it on the way', () => {
    let whole = 0
    let broken = 0
    fc.assert(
      fc.property(
        aRoomful({ minLength: 5, maxLength: 25 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 30, maxLength: 30 }),
        (updates, changes) => {
          for (const [index, [at, byte]] of changes.entries()) {
            const update = (
              index % 5 === 0 ? everyContent() : updates[index % updates.length]
            )?.slice()
            if (!update) continue
            if (index % 3 > 0) update[at % update.length] = byte
            const judgement = judged(update)
            if (holdsDocument(judgement)) continue
            expect(ours(update)).toEqual(judgement)
            expect(framed(update)).toEqual(stored(update))
            if (judgement === 'malformed') broken++
            else whole++
          }
        },
      ),
      { numRuns: 60 },
    )
    expect(whole).toBeGreaterThan(300)
    expect(broken).toBeGreaterThan(100)
  })
})

it('the largest canvas fits in one update, however it came about', () => {
  const quarters = [1, 2, 3, 4].map((seed) => crowdedCanvas(LIMITS.documentBytes / 4, seed))
  const state = Y.mergeUpdates(quarters)
  expect(state.length).toBeGreaterThan(LIMITS.documentBytes - 100)
  expect(framed(state).type).toBe('decoded')
})

/** Two people who type single letters at any place and move notes to and fro, until it takes so many bytes. */
function crowdedCanvas(bytes: number, seed: number): Uint8Array {
  const dice = diceOf(seed)
  const [first, second] = [new Y.Doc(), new Y.Doc()]
  first.on('update', (update) => Y.applyUpdate(second, update, 'net'))
  second.on('update', (update, origin) => origin !== 'net' && Y.applyUpdate(first, update))
  const notes = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('notes')
  for (let n = 0; n < 40; n++) notes(first).set(`n${n}`, new Y.Map([['text', new Y.Text('kopi')]]))
  let state = Y.encodeStateAsUpdate(first)
  for (let edits = 0; state.length < bytes; edits++) {
    const note = notes(dice(2) ? first : second).get(`n${dice(40)}`)
    const text = note?.get('text')
    if (dice(3) === 0) note?.set('place', { zone: 'channels', rank: `a${edits}` })
    else if (text instanceof Y.Text && dice(3) > 0) text.insert(dice(text.length + 1), 'x')
    else if (text instanceof Y.Text && text.length > 0) text.delete(dice(text.length), 1)
    if (edits % 1_000 === 0) state = Y.encodeStateAsUpdate(first)
  }
  return state
}
