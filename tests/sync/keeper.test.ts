import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { steps } from '../support/steps.ts'
import { key, open, receive, reread } from './support/aKeeper.ts'
import { SteerableStore, settled } from './support/steerableStore.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('writing to the disk', () => {
  it('begins with the first letter, and gathers the letters that follow into one row', async () => {
    const store = new SteerableStore()
    const { write, receipts } = open(store)
    write('n1', 'a')
    await settled()
    expect(receipts.tickOf('n1')).toBe('kept')
    expect(store.appends).toHaveLength(1)
    for (const letter of 'bcdef') write('n1', letter)
    expect(receipts.tickOf('n1')).toBe('unkept')
    await vi.advanceTimersByTimeAsync(150)
    expect(store.appends).toHaveLength(2)
    expect(store.appends[1]?.updates).toHaveLength(1)
    expect((await reread(store)).getText('n1').toString()).toBe('fedcba')
    expect(receipts.tickOf('n1')).toBe('kept')
  })

  it('begins when the first letter has been shown, or at once where the page goes before', async () => {
    const store = new SteerableStore()
    const frames = steps()
    const { write, receipts, keeper } = open(store, true, 'this-tab', frames)
    write('n1', 'a')
    write('n1', 'b')
    await settled()
    expect(store.appends).toHaveLength(0)
    expect(receipts.tickOf('n1')).toBe('unkept')
    frames.next()
    await settled()
    expect(receipts.tickOf('n1')).toBe('kept')

    await vi.advanceTimersByTimeAsync(150)
    write('n2', 'c')
    keeper.hurry()
    await settled()
    expect(receipts.tickOf('n2')).toBe('kept')
    frames.next()
    await settled()
    expect(store.appends).toHaveLength(2)

    await vi.advanceTimersByTimeAsync(150)
    write('n3', 'd')
    await keeper.close()
    expect((await reread(store)).getText('n3').toString()).toBe('d')
  })

  it('says kept only for what the finished write carried', async () => {
    const store = new SteerableStore()
    store.hold()
    const { write, receipts } = open(store)
    write('n1')
    write('n2')
    await store.release()
    expect(receipts.tickOf('n1')).toBe('kept')
    expect(receipts.tickOf('n2')).toBe('unkept')
    await vi.advanceTimersByTimeAsync(150)
    expect(receipts.tickOf('n2')).toBe('kept')
  })

  it('keeps what others wrote as well, without haste', async () => {
    const store = new SteerableStore()
    const { doc, write } = open(store)
    write('n1')
    await settled()
    const other = new Y.Doc()
    other.getText('theirs').insert(0, 'Halo')
    receive(doc, other)
    await vi.advanceTimersByTimeAsync(500)
    expect(store.appends).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(500)
    expect((await reread(store)).getText('theirs').toString()).toBe('Halo')
  })

  it('does not wait any longer when the page goes out of sight', async () => {
    const store = new SteerableStore()
    const { write, keeper } = open(store)
    write('n1')
    await settled()
    write('n2')
    keeper.hurry()
    await settled()
    expect((await reread(store)).getText('n2').toString()).toBe('x')
  })

  it('does not wait either for a write that was under way then', async () => {
    const store = new SteerableStore()
    const { write, keeper } = open(store)
    store.hold()
    write('n1')
    write('n2')
    keeper.hurry()
    await store.release()
    expect((await reread(store)).getText('n2').toString()).toBe('x')
  })

  it('has issued everything before a dying page is silenced, though an earlier write never ends', async () => {
    const store = new SteerableStore()
    const { write, keeper } = open(store)
    store.hold()
    write('n1', 'Pa')
    write('n1', 'sar')
    store.forgetHeld()
    keeper.hurry()
    await settled()
    const again = await reread(store)
    expect(again.getText('n1').toString()).toBe('sarPa')
    expect(again.store.pendingStructs).toBe(null)
    keeper.hurry()
    await settled()
    expect(store.appends).toHaveLength(1)
  })

  it('writes what is left as it closes', async () => {
    const store = new SteerableStore()
    const { write, keeper } = open(store)
    store.hold()
    write('n1')
    write('n2')
    const closed = keeper.close()
    await store.release()
    await closed
    expect((await reread(store)).getText('n2').toString()).toBe('x')
  })

  it('promises nothing where the store is only memory', async () => {
    const store = new SteerableStore()
    const { write, receipts } = open(store, false)
    write('n1')
    await settled()
    expect(store.appends).toHaveLength(1)
    expect(receipts.tickOf('n1')).toBe('unkept')
  })

  it('asks for compaction after two hundred rows', async () => {
    const store = new SteerableStore()
    const { write, doc } = open(store)
    for (let turn = 0; turn < 201; turn++) {
      write('n1')
      await vi.advanceTimersByTimeAsync(150)
    }
    expect(store.compactions).toBe(1)
    expect((await store.inner.load(key)).updates.length).toBeLessThan(3)
    expect((await reread(store)).getText('n1').toString()).toBe(doc.getText('n1').toString())
  })
})

describe('a disk that refuses', () => {
  it('is asked again, and then takes the whole state: nothing before the failure is missing', async () => {
    const store = new SteerableStore()
    const { write, receipts, doc } = open(store)
    write('n1', 'before')
    await settled()
    store.refuses = true
    write('n1', 'lost? ')
    await vi.advanceTimersByTimeAsync(150)
    write('n2', 'after')
    await vi.advanceTimersByTimeAsync(400)
    expect(receipts.tickOf('n2')).toBe('unkept')
    store.refuses = false
    await vi.advanceTimersByTimeAsync(30_000)
    expect(receipts.tickOf('n1')).toBe('kept')
    expect(receipts.tickOf('n2')).toBe('kept')
    const again = await reread(store)
    expect(again.getText('n1').toString()).toBe('lost? before')
    expect(again.getText('n2').toString()).toBe('after')
    expect(Y.encodeStateVector(again)).toEqual(Y.encodeStateVector(doc))
  })

  it('is tried at once by the next edit', async () => {
    const store = new SteerableStore()
    const { write, receipts } = open(store)
    store.refuses = true
    write('n1')
    await vi.advanceTimersByTimeAsync(20_000)
    store.refuses = false
    write('n2')
    await settled()
    expect(receipts.tickOf('n1')).toBe('kept')
  })

  it('counts as refusing when it never answers', async () => {
    const store = new SteerableStore()
    const { write, receipts } = open(store)
    store.hold()
    write('n1')
    await vi.advanceTimersByTimeAsync(9_000)
    store.forgetHeld()
    expect(receipts.tickOf('n1')).toBe('unkept')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(receipts.tickOf('n1')).toBe('kept')
    expect((await reread(store)).getText('n1').toString()).toBe('x')
  })

  it('gets everything once more after it was emptied from outside', async () => {
    const store = new SteerableStore()
    const { write } = open(store)
    write('n1')
    await settled()
    store.inner.forget(key.seat)
    store.lose()
    await vi.advanceTimersByTimeAsync(150)
    expect((await reread(store)).getText('n1').toString()).toBe('x')
  })

  it('that can not be read at opening still keeps what is written later', async () => {
    const store = new SteerableStore()
    store.refuses = true
    const { keeper, write } = open(store)
    expect(await keeper.load()).toBe(false)
    store.refuses = false
    write('n1')
    await settled()
    expect((await reread(store)).getText('n1').toString()).toBe('x')
  })
})

describe('a disk that can not be read at opening', () => {
  it('is asked again, ever more seldom, and what it has is taken in', async () => {
    const store = new SteerableStore()
    const before = open(store)
    before.write('n1')
    await before.keeper.close()
    store.refuses = true
    const { doc, keeper, receipts } = open(store, true, 'after-the-reload')
    await keeper.load()
    await vi.advanceTimersByTimeAsync(2_500)
    store.refuses = false
    await vi.advanceTimersByTimeAsync(4_500)
    expect(doc.getText('n1').toString()).toBe('x')
    expect(receipts.waiting()).toEqual(['n1'])
    await keeper.close()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is asked again as soon as it takes a write', async () => {
    const store = new SteerableStore()
    const before = open(store)
    before.write('n1')
    await before.keeper.close()
    store.refuses = true
    const { doc, keeper, receipts, write } = open(store, true, 'after-the-reload')
    await keeper.load()
    await vi.advanceTimersByTimeAsync(20_000)
    store.refuses = false
    write('n2')
    await settled()
    expect(doc.getText('n1').toString()).toBe('x')
    expect(receipts.waiting()).toEqual(['n2', 'n1'])
    await keeper.close()
  })
})
