/** What waits for a receipt, as a keeper writes it down, and what other tabs of the device have waiting. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { RoomStore } from '../../src/storage/device.ts'
import { key, open } from './support/aKeeper.ts'
import { SteerableStore, settled } from './support/steerableStore.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('notes that wait for a receipt', () => {
  it('are written together with their change, and taken off when the receipt came', async () => {
    const store = new SteerableStore()
    const { write, receipts, keeper } = open(store)
    receipts.connectionOpened()
    receipts.sent('step2')
    write('n1')
    receipts.sent('update')
    await settled()
    expect(await waiting(store)).toEqual(['n1'])
    receipts.receipted(2)
    keeper.receiptsMoved()
    await vi.advanceTimersByTimeAsync(150)
    expect(await waiting(store)).toEqual([])
  })

  it('are taken off even when the receipt overtakes the disk', async () => {
    const store = new SteerableStore()
    const { write, receipts, keeper } = open(store)
    receipts.connectionOpened()
    receipts.sent('step2')
    store.hold()
    write('n1')
    receipts.sent('update')
    receipts.receipted(2)
    keeper.receiptsMoved()
    await store.release()
    await vi.advanceTimersByTimeAsync(150)
    expect(await waiting(store)).toEqual([])
  })

  it('are known again after a reload, kept and not stored', async () => {
    const store = new SteerableStore()
    const before = open(store)
    before.write('n1')
    await before.keeper.close()
    const after = open(store, true, 'after-the-reload')
    await after.keeper.load()
    expect(after.doc.getText('n1').toString()).toBe('x')
    expect(after.receipts.tickOf('n1')).toBe('kept')
    expect(after.receipts.waiting()).toEqual(['n1'])

    after.receipts.connectionOpened()
    after.receipts.sent('step2')
    after.receipts.receipted(1)
    after.keeper.receiptsMoved()
    await settled()
    expect(await waiting(store)).toEqual([])
  })

  it('of another tab on the same seat are not cleared by this one', async () => {
    const store = new SteerableStore()
    const other = open(store, true, 'other-tab')
    other.write('n1')
    await settled()
    const here = open(store)
    await here.keeper.load()
    here.receipts.connectionOpened()
    here.receipts.sent('step2')
    other.write('n2')
    await vi.advanceTimersByTimeAsync(150)
    here.receipts.receipted(1)
    here.keeper.receiptsMoved()
    await settled()
    expect(await waiting(store)).toEqual(['n1', 'n2'])
    expect(here.receipts.waiting()).toEqual(['n1', 'n2'])

    here.receipts.sent('update')
    here.receipts.receipted(2)
    here.keeper.receiptsMoved()
    await settled()
    expect(await waiting(store)).toEqual([])
  })
})

describe('what another tab of this device keeps', () => {
  it('is taken in as soon as that tab has written it, and not written a second time', async () => {
    const store = new SteerableStore()
    const here = open(store)
    await here.keeper.load()
    const other = open(store, true, 'other-tab')
    other.write('n1', 'dari sana')
    await settled()
    expect(here.doc.getText('n1').toString()).toBe('dari sana')
    expect(here.receipts.tickOf('n1')).toBe('kept')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(store.appends).toHaveLength(1)
  })

  it('is found at the latest when the page comes to the front, where tabs can not speak to each other', async () => {
    const store = new SteerableStore()
    const silent: RoomStore = {
      load: (from, after) => store.load(from, after),
      append: (to, updates, mark) => store.append(to, updates, mark),
      dropMarks: (of, marks) => store.dropMarks(of, marks),
      compact: (which) => store.compact(which),
      subscribeMarks: () => () => {},
      subscribeLoss: () => () => {},
    }
    const here = open(silent)
    await here.keeper.load()
    open(silent, true, 'other-tab').write('n1')
    await settled()
    expect(here.receipts.tickOf('n1')).toBe('stored')
    here.keeper.readNews()
    await settled()
    expect(here.doc.getText('n1').toString()).toBe('x')
    expect(here.receipts.tickOf('n1')).toBe('kept')
  })

  it('is read once for all that was told during a reading', async () => {
    const store = new SteerableStore()
    const here = open(store)
    await here.keeper.load()
    const other = open(store, true, 'other-tab')
    for (const letter of 'cba') {
      other.write('n1', letter)
      other.keeper.hurry()
    }
    await other.keeper.close()
    await settled()
    expect(here.doc.getText('n1').toString()).toBe('abc')
  })
})

describe('rows that can not be used', () => {
  it('are passed over; the gap they leave is closed by what the server tells', async () => {
    const source = new Y.Doc()
    const updates: Uint8Array[] = []
    source.on('update', (update: Uint8Array) => updates.push(update))
    for (const letter of 'cba') source.getText('n1').insert(0, letter)
    const [first, second, third] = updates
    if (!first || !second || !third) throw new Error('three edits make three updates')
    const store = new SteerableStore()
    await store.append(key, [first, Uint8Array.of(9, 9, 9), third], null)

    const { doc, keeper } = open(store)
    await keeper.load()
    expect(doc.getText('n1').toString()).toBe('c')
    expect(doc.store.pendingStructs).toBe(null)
    Y.applyUpdate(doc, second, 'provider')
    keeper.synced()
    expect(doc.getText('n1').toString()).toBe('abc')
  })
})

async function waiting(store: SteerableStore): Promise<string[]> {
  const { waiting: marks } = await store.inner.load(key)
  return [...new Set(marks.flatMap(({ notes }) => notes))].sort()
}
