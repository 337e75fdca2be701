/** A document as bytes against the judge: a live document that takes the same updates. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cutFrom } from '../../server/cut.ts'
import { DocumentBytes } from '../../server/documentBytes.ts'
import { fold } from '../../server/fold.ts'
import { atOnce } from '../../server/inTurns.ts'
import type { StateVector } from '../../server/stateVector.ts'
import { checkUpdate } from '../../server/updateCheck.ts'
import type { SeatId } from '../../src/model/ids.ts'
import { times } from '../support/longMode.ts'
import { aRoomful, docOf, isPending } from '../support/manyEdits.ts'

const NINIK = 'ninik' as SeatId
const WAWAN = 'wawan' as SeatId
const EMPTY_VECTOR = Uint8Array.of(0)
const NOTHING = new Map()

const takeFrom = (document: DocumentBytes, update: Uint8Array, by: SeatId) => {
  const check = checkUpdate(update, document.headOf)
  return check.type === 'whole'
    ? atOnce(document.take(check, update, { authorOf: () => by, isRevoked: () => false }))
    : check
}
const readFrom = (parts: readonly Uint8Array[]): DocumentBytes => {
  const document = new DocumentBytes('canvas')
  atOnce(document.read(parts))
  return document
}
const missingIn = (document: DocumentBytes, theirs: StateVector): Promise<Uint8Array> =>
  document.missingFor(theirs, async (parts, vector) => cutFrom(parts, vector))
const vectorsOf = (doc: Y.Doc): StateVector => Y.decodeStateVector(Y.encodeStateVector(doc))
/** What two documents show, whatever their structs look like. */
const shown = (doc: Y.Doc) => ({
  text: doc.getText('text').toJSON(),
  notes: doc.getMap('notes').toJSON(),
  list: doc.getArray('list').toJSON(),
})
const vectorOf = (bytes: Uint8Array) => Object.fromEntries(Y.decodeStateVector(bytes))

describe('honest updates in any order', () => {
  it('read as in a live document, for newcomers and for those who lack a part', async () => {
    let taken = 0
    await fc.assert(
      fc.asyncProperty(
        aRoomful({ minLength: 20, maxLength: 60 }),
        fc.nat(),
        async (updates, pick) => {
          const document = new DocumentBytes('canvas')
          const live = new Y.Doc()
          const halfway: { doc: Y.Doc; vector: Uint8Array }[] = []
          for (const update of updates) {
            const result = takeFrom(document, update, NINIK)
            if (result.type !== 'taken') {
              expect(result.type).toBe('gap')
              continue
            }
            taken++
            Y.applyUpdate(live, update)
            if (taken % 7 === pick % 7) {
              const doc = docOf([Y.encodeStateAsUpdate(live)])
              halfway.push({ doc, vector: Y.encodeStateVector(doc) })
            }
          }
          expect(vectorOf(document.stateVector())).toEqual(vectorOf(Y.encodeStateVector(live)))
          const newcomer = docOf([await missingIn(document, NOTHING)])
          expect(isPending(newcomer)).toBe(false)
          expect(shown(newcomer)).toEqual(shown(live))
          for (const { doc, vector } of halfway) {
            Y.applyUpdate(doc, await missingIn(document, Y.decodeStateVector(vector)))
            expect(isPending(doc)).toBe(false)
            expect(shown(doc)).toEqual(shown(live))
          }
        },
      ),
      { numRuns: 60 },
    )
    expect(taken).toBeGreaterThan(500)
  })

  it('bring their news once: whatever comes again is not stored', async () => {
    await fc.assert(
      fc.asyncProperty(aRoomful({ minLength: 5, maxLength: 30 }), async (updates) => {
        const document = new DocumentBytes('canvas')
        const taken = updates.filter((update) => takeFrom(document, update, NINIK).type === 'taken')
        const count = document.parts.length
        for (const update of taken) {
          expect(takeFrom(document, update, NINIK)).toEqual({ type: 'taken', news: null })
        }
        const all = await missingIn(document, NOTHING)
        expect(takeFrom(document, all, NINIK)).toEqual({ type: 'taken', news: null })
        expect(document.parts).toHaveLength(count)
      }),
      { numRuns: 60 },
    )
  })

  it('make the same document when they are folded halfway and read again', async () => {
    await fc.assert(
      fc.asyncProperty(
        aRoomful({ minLength: 10, maxLength: 40 }),
        fc.nat(),
        async (updates, pick) => {
          let document = new DocumentBytes('canvas')
          const live = new Y.Doc()
          const foldAt = pick % updates.length
          for (const [index, update] of updates.entries()) {
            if (takeFrom(document, update, NINIK).type === 'taken') Y.applyUpdate(live, update)
            if (index !== foldAt) continue
            const state = fold(document.parts)
            expect(state).not.toBeNull()
            document.putFolded(state ?? EMPTY_VECTOR, document.parts.length)
            if (index % 2 === 0) document = readFrom(document.parts)
          }
          expect(shown(docOf([await missingIn(document, NOTHING)]))).toEqual(shown(live))
          const again = readFrom(document.parts)
          expect(vectorOf(again.stateVector())).toEqual(vectorOf(document.stateVector()))
          expect(shown(docOf([await missingIn(again, NOTHING)]))).toEqual(shown(live))
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('mutated updates', () => {
  it('that are taken never choke a live document and never leave one waiting', async () => {
    let taken = 0
    await fc.assert(
      fc.asyncProperty(
        aRoomful({ minLength: 5, maxLength: 25 }),
        fc.array(fc.array(fc.tuple(fc.nat(), fc.nat(8)), { minLength: 1, maxLength: 3 }), {
          minLength: 40,
          maxLength: 80,
        }),
        async (updates, mutations) => {
          const honest = new DocumentBytes('canvas')
          const half = Math.floor(updates.length / 2)
          for (const update of updates.slice(0, half)) takeFrom(honest, update, NINIK)
          for (const [index, changes] of mutations.entries()) {
            const update = updates[half + (index % half)]?.slice()
            if (!update) continue
            for (const [where, byte] of changes) update[where % update.length] = byte
            const document = readFrom(honest.parts)
            const before = vectorOf(document.stateVector())
            const result = takeFrom(document, update, NINIK)
            if (result.type !== 'taken') {
              expect(vectorOf(document.stateVector())).toEqual(before)
              continue
            }
            if (!result.news) continue
            taken++
            const live = docOf(document.parts) // throws where Yjs chokes
            expect(isPending(live)).toBe(false)
            expect(vectorOf(Y.encodeStateVector(live))).toEqual(vectorOf(document.stateVector()))
            expect(fold(document.parts)).not.toBeNull()
            expect(isPending(docOf([await missingIn(document, NOTHING)]))).toBe(false)
            // Read again, with what comes later on top of it.
            expect(isPending(docOf(readFrom(document.parts).parts))).toBe(false)
          }
        },
      ),
      { numRuns: times(40, 4_000) },
    )
    expect(taken).toBeGreaterThan(20)
  })
})

describe('a refused update', () => {
  it('leaves no trace: what comes under the same ids lies where it says', () => {
    const document = new DocumentBytes('canvas')
    const refused = new Y.Doc()
    refused.clientID = 77
    refused.transact(() => {
      for (const root of ['a', 'b', 'a', 'b']) refused.getText(root).insert(0, 'x')
      refused.getMap('canvas').set('schema', { major: 99 })
    })
    const all = Y.encodeStateAsUpdate(refused)
    expect(takeFrom(document, all, NINIK)).toEqual({ type: 'schema' })
    const honest = new Y.Doc()
    honest.clientID = 77
    const note = new Y.Map<unknown>([
      ['typist', NINIK],
      ['colour', 'jambu'],
    ])
    honest.getMap('notes').set('n1', note)
    expect(takeFrom(document, Y.encodeStateAsUpdate(honest), NINIK).type).toBe('taken')
    const forger = docOf(document.parts)
    const theirs = forger.getMap('notes').get('n1') as Y.Map<unknown>
    theirs.set('typist', 'somebody')
    const forged = Y.encodeStateAsUpdate(forger, document.stateVector())
    expect(takeFrom(document, forged, WAWAN)).toEqual({ type: 'typist' })
  })
})

describe("another's name", () => {
  /** Each note as a live document shows it: which shared map it is, and the name under it. */
  const namesIn = (parts: readonly Uint8Array[]) => {
    const names = new Map<string, { map: string; name: unknown }>()
    docOf(parts)
      .getMap('notes')
      .forEach((note, id) => {
        if (!(note instanceof Y.Map)) return
        names.set(id, { map: JSON.stringify(note._item?.id), name: note.get('typist') ?? null })
      })
    return names
  }
  const step = fc.record({
    who: fc.nat(1),
    what: fc.nat(5),
    note: fc.nat(3),
    name: fc.constantFrom(NINIK, WAWAN, null),
    hears: fc.boolean(),
    sendsAll: fc.boolean(),
  })

  function write(doc: Y.Doc, what: number, id: string, name: string | null): void {
    const notes = doc.getMap<unknown>('notes')
    const note = notes.get(id)
    if (what === 0) notes.set(id, new Y.Map([['typist', name]]))
    if (what === 1) notes.set(id, new Y.Map([['text', new Y.Text('tahu')]]))
    if (!(note instanceof Y.Map)) return
    if (what === 2) note.set('typist', name)
    if (what === 3) note.delete('typist')
    if (what === 4) notes.delete(id)
    if (what === 5) note.set('colour', 'jambu')
  }

  it('never comes under a note and never goes from one, whatever two people send', async () => {
    let refused = 0
    let taken = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        const document = new DocumentBytes('canvas')
        const docs = [new Y.Doc(), new Y.Doc()]
        for (const { who, what, note, name, hears, sendsAll } of steps) {
          const doc = docs[who] ?? new Y.Doc()
          const by = who === 0 ? NINIK : WAWAN
          if (hears) Y.applyUpdate(doc, await missingIn(document, vectorsOf(doc)))
          doc.transact(() => write(doc, what, `n${note}`, name))
          const before = namesIn(document.parts)
          const lacks = sendsAll ? EMPTY_VECTOR : document.stateVector()
          const result = takeFrom(document, Y.encodeStateAsUpdate(doc, lacks), by)
          if (result.type === 'taken') taken++
          else {
            // Whoever is refused begins anew, as the client does.
            docs[who] = docOf(document.parts)
            refused++
          }
          for (const [id, now] of namesIn(document.parts)) {
            const was = before.get(id)
            const isUnchanged = was?.map === now.map && was.name === now.name
            const isNew = was?.map !== now.map && now.name === null
            // Whoever takes a name off in a roundabout way can do so with their own alone.
            const isOwn = was?.map === now.map && was.name === by && now.name === null
            const fine = now.name === by || isUnchanged || isNew || isOwn
            expect(fine, JSON.stringify({ was, now, by })).toBe(true)
          }
        }
      }),
      { numRuns: 150 },
    )
    expect(refused).toBeGreaterThan(100)
    expect(taken).toBeGreaterThan(500)
  })
})
