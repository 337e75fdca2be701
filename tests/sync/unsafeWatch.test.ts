import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createReceipts } from '../../src/sync/receipts.ts'
import { openUnsafeWatch } from '../../src/sync/unsafeWatch.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function watching() {
  const receipts = createReceipts()
  const told: boolean[] = []
  const watch = openUnsafeWatch(receipts, () => told.push(watch.tooLong()))
  return {
    receipts,
    watch,
    told,
    edit() {
      receipts.changed(['n1'])
      watch.check()
    },
    kept() {
      receipts.written(receipts.latest())
      watch.check()
    },
  }
}

describe('a change that is on screen only', () => {
  it('is no matter for three seconds, then it is said', async () => {
    const { edit, watch, told } = watching()
    edit()
    await vi.advanceTimersByTimeAsync(2_999)
    expect(watch.tooLong()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(watch.tooLong()).toBe(true)
    expect(told).toEqual([true])
  })

  it('is safe as soon as either disk has it', async () => {
    const { edit, watch, receipts, kept, told } = watching()
    edit()
    await vi.advanceTimersByTimeAsync(3_000)
    kept()
    expect(watch.tooLong()).toBe(false)
    edit()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(watch.tooLong()).toBe(true)
    receipts.connectionOpened()
    receipts.sent('step2')
    receipts.receipted(1)
    watch.check()
    expect(told).toEqual([true, false, true, false])
  })

  it('is not said of one who writes on while each letter is kept in time', async () => {
    const { edit, receipts, watch } = watching()
    for (let turn = 0; turn < 20; turn++) {
      edit()
      await vi.advanceTimersByTimeAsync(500)
      // The write that ends now carried all but the newest letter.
      const carried = receipts.latest()
      edit()
      receipts.written(carried)
      watch.check()
    }
    expect(watch.tooLong()).toBe(false)
    await vi.advanceTimersByTimeAsync(6_000)
    expect(watch.tooLong()).toBe(true)
  })
})
