/** Updates as several people make them, in whatever order a network brings them. */
import fc from 'fast-check'
import * as Y from 'yjs'

type Edit = { who: number; what: number; where: number; sync: boolean }
const edit: fc.Arbitrary<Edit> = fc.record({
  who: fc.nat(2),
  what: fc.nat(7),
  where: fc.nat(1_000),
  sync: fc.boolean(),
})

export const someEdits = (lengths: { minLength: number; maxLength: number }) =>
  fc.array(edit, lengths)

/** Every update of many edits, shuffled. */
export const aRoomful = (lengths: { minLength: number; maxLength: number }) =>
  fc.tuple(someEdits(lengths), fc.nat()).map(([edits, seed]) => shuffled(updatesOf(edits), seed))

export const isPending = (doc: Y.Doc) =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null

export function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

/** Throws of dice that a seed decides. */
export function diceOf(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

function shuffled<T>(all: readonly T[], seed: number): T[] {
  const dice = diceOf(seed)
  const left = [...all]
  return all.map(() => left.splice(dice(left.length), 1)[0] as T)
}

/** Three people write, delete and overwrite, now and then hearing of each other; returns every update, and states. */
export function updatesOf(edits: readonly Edit[]): Uint8Array[] {
  const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
  const updates: Uint8Array[] = []
  // Ids of one byte: a byte that is changed at random then often names another author.
  for (const [index, doc] of docs.entries()) doc.clientID = index + 1
  for (const doc of docs)
    doc.on('update', (update, origin) => origin === 'net' || updates.push(update))
  for (const { who, what, where, sync } of edits) {
    const doc = docs[who] ?? new Y.Doc()
    doc.transact(() => change(doc, what, where))
    const other = docs[(who + 1 + (where % 2)) % 3]
    if (!sync || !other) continue
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)), 'net')
  }
  for (const doc of docs) updates.push(Y.encodeStateAsUpdate(doc))
  const [a, b, c] = docs
  if (a && b && c) {
    updates.push(Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)))
    updates.push(Y.encodeStateAsUpdate(c, Y.encodeStateVector(a)))
  }
  // Updates that are merged over a hole carry a Skip.
  const holes = updates.filter((_, index) => index % 3 === 0)
  if (holes.length > 1) updates.push(Y.mergeUpdates(holes))
  return updates
}

function change(doc: Y.Doc, what: number, where: number): void {
  const text = doc.getText('text')
  const notes = doc.getMap<Y.Map<unknown>>('notes')
  const keys = [...notes.keys()]
  const note = notes.get(keys[where % Math.max(1, keys.length)] ?? '')
  if (what === 0) text.insert(where % (text.length + 1), 'kopi')
  if (what === 1 && text.length > 2) text.delete(where % (text.length - 1), 2)
  if (what === 2) notes.set(`n${where % 9}`, new Y.Map([['zone', where]]))
  if (what === 3) note?.set('zone', where)
  if (what === 4) note?.set('text', new Y.Text('tahu'))
  if (what === 5) (note?.get('text') as Y.Text | undefined)?.insert(0, 'x')
  if (what === 6 && keys.length > 0) notes.delete(keys[where % keys.length] ?? '')
  if (what === 7) doc.getArray('list').insert(0, [where])
}
