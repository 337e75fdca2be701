import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPace } from '../../src/sync/pace.ts'
import { steps } from '../support/steps.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a pace', () => {
  it('acts at the first word, and once more for all that is said before the pause is over', () => {
    const act = vi.fn()
    const pace = openPace(50, act)
    pace.soon()
    expect(act).toHaveBeenCalledTimes(1)
    for (let word = 0; word < 10; word++) pace.soon()
    vi.advanceTimersByTime(49)
    expect(act).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(1)
    expect(act).toHaveBeenCalledTimes(2)
    vi.advanceTimersByTime(1_000)
    expect(act).toHaveBeenCalledTimes(2)
    pace.soon()
    expect(act).toHaveBeenCalledTimes(3)
  })

  it('acts at most once a pause, however fast the words come', () => {
    const act = vi.fn()
    const pace = openPace(50, act)
    for (let ms = 0; ms < 3_000; ms += 10) {
      pace.soon()
      vi.advanceTimersByTime(10)
    }
    expect(act.mock.calls.length).toBeLessThanOrEqual(61)
    expect(act.mock.calls.length).toBeGreaterThan(50)
  })

  it('acts now where it is hurried, and only where something waits', () => {
    const act = vi.fn()
    const pace = openPace(50, act)
    pace.hurry()
    expect(act).not.toHaveBeenCalled()
    pace.soon()
    pace.soon()
    pace.hurry()
    expect(act).toHaveBeenCalledTimes(2)
    vi.advanceTimersByTime(1_000)
    expect(act).toHaveBeenCalledTimes(2)
  })

  it('acts at the first word when that has been shown, unless it is hurried', () => {
    const act = vi.fn()
    const frames = steps()
    const pace = openPace(50, act, frames)
    pace.soon()
    pace.soon()
    expect(act).not.toHaveBeenCalled()
    frames.next()
    expect(act).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(50)
    pace.soon()
    pace.hurry()
    expect(act).toHaveBeenCalledTimes(2)
    frames.next()
    vi.advanceTimersByTime(1_000)
    expect(act).toHaveBeenCalledTimes(2)
  })
})
