import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fold } from '../../server/fold.ts'
import type { Folding } from '../../server/folding.ts'
import { openFolding } from '../../server/folding.ts'
import { StoreUnavailable } from '../../server/groupCommit.ts'
import { Hopeless } from '../../server/hopeless.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'

let folding: Folding
let log: string[]
beforeEach(() => {
  log = []
  folding = openFolding(({ event }) => log.push(event))
})
afterEach(() => folding.close())

const A = 'a/plan' as RoomName
const B = 'b/plan' as RoomName

/** Each letter as an update of its own, some of them taken back. */
function keystrokes(count: number): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const words = doc.getText('words')
  for (let i = 0; i < count; i++) {
    words.insert(words.length, String.fromCharCode(97 + (i % 26)))
    if (i % 5 === 4) words.delete(words.length - 2, 2)
  }
  return { doc, updates }
}

/** Maps so deep that deleting the outermost exhausts the stack: no room takes them, but rows may be older than that rule. */
function choking(): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = 77
  doc.transact(() => {
    let map = doc.getMap<unknown>('notes')
    for (let i = 0; i < 20_000; i++) {
      const inner = new Y.Map<unknown>()
      map.set('n', inner)
      map = inner
    }
  })
  return [Y.encodeStateAsUpdate(doc), Uint8Array.of(0, 1, 77, 1, 0, 1)]
}

describe('folding', () => {
  it('makes the smallest state of many updates, in a thread of its own', async () => {
    const { doc, updates } = keystrokes(400)
    expect(await folding.for(A).fold(updates)).toMatchObject({ state: Y.encodeStateAsUpdate(doc) })
    expect(fold(updates)).toEqual(Y.encodeStateAsUpdate(doc))
  })

  it('leaves the updates as they are', async () => {
    const { updates } = keystrokes(20)
    const before = updates.map((update) => [...update])
    await folding.for(A).fold(updates)
    expect(updates.map((update) => [...update])).toEqual(before)
  })

  it('makes nothing of updates with a gap', async () => {
    const { updates } = keystrokes(20)
    expect(await folding.for(A).fold(updates.filter((_, i) => i !== 3))).toBeNull()
    expect(await folding.for(A).fold(updates)).not.toBeNull()
  })

  it('makes nothing of what chokes Yjs, and goes on with the next', async () => {
    const { updates } = keystrokes(20)
    const [choked, folded] = await Promise.all([
      folding.for(A).fold(choking()),
      folding.for(A).fold(updates),
    ])
    expect(choked).toBeNull()
    expect(folded).toMatchObject({ state: fold(updates) })
  })

  it('answers nothing more once it is closed', async () => {
    const { updates } = keystrokes(20)
    const underWay = folding.for(A).fold(updates)
    await folding.close()
    expect(await underWay).toBe('notNow')
    expect(await folding.for(A).fold(updates)).toBe('notNow')
    expect(log).toEqual([])
  })
})

const ALL = Uint8Array.of(0)
const { updates } = keystrokes(20)

describe('who waits for the folding', () => {
  it('goes before what can wait, and the rooms take turns', async () => {
    const done: string[] = []
    const says = (what: string) => () => void done.push(what)
    await Promise.all([
      folding.compact(A, updates).then(says('compacted A')),
      folding.compact(B, updates).then(says('compacted B')),
      folding.for(A).fold(updates).then(says('folded A')),
      folding.for(A).cut(updates, ALL).then(says('cut A')),
      folding.for(A).cut(updates, ALL).then(says('cut A again')),
      folding.for(B).cut(updates, ALL).then(says('cut B')),
    ])
    expect(done).toEqual([
      'compacted A', // it was under way already
      'folded A',
      'cut B',
      'cut A',
      'cut A again',
      'compacted B',
    ])
  })
})

describe('a room on which the thread breaks', () => {
  const bad = [Uint8Array.of(1), Uint8Array.of(1)]
  const cutIn = (room: RoomName, parts: Uint8Array[]) =>
    folding
      .for(room)
      .cut(parts, ALL)
      .catch((error: unknown) => error)

  it('is left alone, with all that waits in it; the others and the rest of its work go on', async () => {
    const inIt = [cutIn(A, bad), cutIn(A, bad), cutIn(A, bad)]
    const beside = [cutIn(B, updates), folding.for(A).fold(updates)]
    for (const each of inIt) expect(await each).toBeInstanceOf(StoreUnavailable)
    expect(await Promise.all(beside)).toEqual([
      Y.mergeUpdates(updates),
      expect.objectContaining({ state: fold(updates) }),
    ])
    expect(log).toEqual(['foldingGaveUp'])
  })
})

describe('a room that was given up', () => {
  const parts = [Uint8Array.of(1), Uint8Array.of(1)]
  let nowMs = 0
  const hopeless = new Hopeless(() => nowMs)

  it('is tried again when it is twice as large', () => {
    hopeless.add(A, parts)
    expect(hopeless.has(A, [...parts, Uint8Array.of(1)])).toBe(true)
    expect(hopeless.has(A, [...parts, ...parts])).toBe(false)
    expect(hopeless.has(B, parts)).toBe(false)
  })

  it('is tried again after a while, which grows each time to ten minutes', () => {
    for (const seconds of [10, 20, 40, 80, 160, 320, 600, 600]) {
      hopeless.add(B, parts)
      nowMs += seconds * 1_000 - 1
      expect(hopeless.has(B, parts)).toBe(true)
      nowMs += 1
      expect(hopeless.has(B, parts)).toBe(false)
    }
  })
})
