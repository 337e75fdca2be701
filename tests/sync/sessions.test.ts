import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CanvasId, SeatId, WorkshopId } from '../../src/model/ids.ts'
import { openMemoryDevice } from '../../src/storage/openDevice.ts'
import { acquireCanvas } from '../../src/sync/sessions.ts'
import { TestPlatform } from './support/testPlatform.ts'

const canvas = 'CCCCCCCCCCCCCCCCCCCCCC' as CanvasId
const platform = new TestPlatform()
const options = (capability = 'A'.repeat(22)) => ({
  device: openMemoryDevice(),
  origin: 'http://127.0.0.1:1',
  seat: {
    seat: 'SSSSSSSSSSSSSSSSSSSSSS' as SeatId,
    workshop: 'WWWWWWWWWWWWWWWWWWWWWW' as WorkshopId,
    role: 'member' as const,
    capability,
    canvas,
    name: 'Bu Ninik',
  },
  canvas,
  platform,
})

beforeEach(() => {
  vi.useFakeTimers()
  platform.say('offline')
})
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(1_000)
  vi.useRealTimers()
})

describe('a canvas that several screens show', () => {
  it('is opened once', () => {
    const [first, second] = [acquireCanvas(options()), acquireCanvas(options())]
    expect(second.session).toBe(first.session)
    first.release()
    second.release()
  })

  it('is opened for each link of a seat', () => {
    const [first, second] = [acquireCanvas(options()), acquireCanvas(options('B'.repeat(22)))]
    expect(second.session).not.toBe(first.session)
    first.release()
    second.release()
  })

  it('outlives an effect that runs twice, and a route that comes back', async () => {
    const first = acquireCanvas(options())
    first.release()
    const second = acquireCanvas(options())
    expect(second.session).toBe(first.session)
    await vi.advanceTimersByTimeAsync(1_000)
    const third = acquireCanvas(options())
    expect(third.session).toBe(first.session)
    second.release()
    third.release()
  })

  it('stays open while anybody shows it, even if another lets go twice', async () => {
    const [first, second] = [acquireCanvas(options()), acquireCanvas(options())]
    first.release()
    first.release()
    await vi.advanceTimersByTimeAsync(1_000)
    const third = acquireCanvas(options())
    expect(third.session).toBe(second.session)
    second.release()
    third.release()
  })

  it('is closed a moment after the last has gone', async () => {
    const first = acquireCanvas(options())
    first.release()
    await vi.advanceTimersByTimeAsync(1_000)
    const second = acquireCanvas(options())
    expect(second.session).not.toBe(first.session)
    second.release()
  })
})
