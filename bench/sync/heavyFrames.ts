/** What is within our limits and as much work as they allow: nothing of it is forbidden, all of it is unlikely. */
import * as Y from 'yjs'
import { forgeChain, forgeCollected, forgeUpdate } from '../../tests/support/forge.ts'

export type HeavyCase = {
  what: string
  updates: readonly Uint8Array[]
  /** The state vector of who has a part of it. */
  half: Uint8Array
}

function written(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => change(doc))
  return Y.encodeStateAsUpdate(doc)
}

const FIRST = 10
const authors = (from: number) =>
  forgeUpdate(Array.from({ length: 8_000 }, (_, i) => ({ client: from + i, clock: 0, text: 'x' })))
const halfTheAuthors = new Map(Array.from({ length: 8_000 }, (_, i) => [FIRST + 2 * i, 1]))

const notes = written((doc) => {
  for (let i = 0; i < 10_000; i++) {
    doc.getMap('notes').set(`n${i}`, new Y.Map([['colour', 'jambu']]))
  }
})

/** As much as fits in one document. */
const longHistory = written((doc) => {
  const notes = doc.getMap<Y.Map<unknown>>('notes')
  const text = (i: number) => notes.get(`n${i}`)?.get('text') as Y.Text
  for (let i = 0; i < 60; i++) notes.set(`n${i}`, new Y.Map([['text', new Y.Text('Kopi tubruk')]]))
  for (let i = 0; i < 24_000; i++) {
    if (i % 3 === 0) notes.get(`n${i % 60}`)?.set('place', i % 9)
    else text(i % 60).insert(i % 7, 'a')
    if (i % 3 === 1) text(i % 60).delete(3, 1)
  }
})

/** As many as one struct may hold, in as many structs as fit. */
const values = written((doc) => {
  const most = Object.fromEntries(Array.from({ length: 4_000 }, (_, i) => [i.toString(36), null]))
  for (let i = 0; i < 10; i++) doc.getMap('values').set(`${i}`, most)
})

const chain = forgeChain(8_000)

const ATTIC = 7
const deletions = forgeUpdate(
  [],
  Array.from({ length: 20_000 }, (_, i) => ({ client: ATTIC, clock: (20_000 - i) * 2, length: 1 })),
)

const vectorOf = (heads: ReadonlyMap<number, number>) => Y.encodeStateVector(new Map(heads))
/** Half of what its one author wrote. */
const half = (update: Uint8Array) =>
  vectorOf(
    new Map([...Y.parseUpdateMeta(update).to].map(([client, to]) => [client, Math.floor(to / 2)])),
  )

export const HEAVY_CASES: readonly HeavyCase[] = [
  {
    what: '16,000 authors',
    updates: [authors(FIRST), authors(FIRST + 8_000)],
    half: vectorOf(halfTheAuthors),
  },
  { what: '10,000 notes', updates: [notes], half: half(notes) },
  { what: '40,000 values', updates: [values], half: half(values) },
  { what: 'a chain of 8,000 authors', updates: [chain], half: half(chain) },
  { what: 'a long history', updates: [longHistory], half: half(longHistory) },
  {
    what: '65,000 structs, of which 20,000 go',
    updates: [forgeCollected(ATTIC, 65_000), deletions],
    half: vectorOf(new Map([[ATTIC, 30_000]])),
  },
]
