import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fold } from '../../server/fold.ts'
import type { Folding } from '../../server/folding.ts'
import { openFolding } from '../../server/folding.ts'

let folding: Folding
let log: string[]
beforeEach(() => {
  log = []
  folding = openFolding(({ event }) => log.push(event))
})
afterEach(() => folding.close())

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
    expect((await folding.fold(updates))?.state).toEqual(Y.encodeStateAsUpdate(doc))
    expect(fold(updates)).toEqual(Y.encodeStateAsUpdate(doc))
  })

  it('leaves the updates as they are', async () => {
    const { updates } = keystrokes(20)
    const before = updates.map((update) => [...update])
    await folding.fold(updates)
    expect(updates.map((update) => [...update])).toEqual(before)
  })

  it('makes nothing of updates with a gap', async () => {
    const { updates } = keystrokes(20)
    expect(await folding.fold(updates.filter((_, i) => i !== 3))).toBeNull()
    expect(await folding.fold(updates)).not.toBeNull()
  })

  it('makes nothing of what chokes Yjs, and goes on with the next', async () => {
    const { updates } = keystrokes(20)
    const [choked, folded] = await Promise.all([folding.fold(choking()), folding.fold(updates)])
    expect(choked).toBeNull()
    expect(folded?.state).toEqual(fold(updates))
  })

  it('answers nothing more once it is closed', async () => {
    const { updates } = keystrokes(20)
    const underWay = folding.fold(updates)
    await folding.close()
    expect(await underWay).toBeNull()
    expect(await folding.fold(updates)).toBeNull()
    expect(log).toEqual([])
  })
})
