/** How often something may happen, in plain values. */
import { describe, expect, it } from 'vitest'
import { Allowance } from '../../server/allowance.ts'
import { DEFAULT_LIMITS, DEFAULT_TIMING } from '../../server/config.ts'
import { RefilledCounter, TokenBucket, WindowCounter } from '../../server/rateLimit.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

describe('a token bucket', () => {
  it('gives its burst at once, then so many a second, and never more than its burst', () => {
    const bucket = new TokenBucket(2, 3, 0)
    const taken = (at: number, tries: number) =>
      Array.from({ length: tries }, () => bucket.take(at)).filter(Boolean).length
    expect(taken(0, 5)).toBe(3)
    expect(taken(500, 5)).toBe(1)
    expect(taken(100_000, 5)).toBe(3)
  })

  it('takes nothing back when the clock is set back', () => {
    const bucket = new TokenBucket(1, 1, 10_000)
    expect(bucket.take(0)).toBe(true)
    expect(bucket.take(0)).toBe(false)
    expect(bucket.take(1_000)).toBe(true)
  })

  it('keeps what it is given until it is taken, up to so many, and time adds nothing to that', () => {
    const bucket = new TokenBucket(1, 2, 0)
    bucket.give(3, 4)
    expect(bucket.take(60_000, 5)).toBe(false)
    expect(bucket.take(60_000, 4)).toBe(true)
    expect(bucket.take(60_000)).toBe(false)
    bucket.give(1, 4)
    expect(bucket.take(60_000)).toBe(true)
    expect(bucket.take(120_000, 3)).toBe(false)
    expect(bucket.take(120_000, 2)).toBe(true)
  })
})

describe('what one says of others', () => {
  it('counts what it was not told first, and what it never says back does not pile up', () => {
    const heard = (told: number, said: number) => {
      const allowance = new Allowance(DEFAULT_LIMITS, DEFAULT_TIMING, 0)
      allowance.told(told)
      return allowance.whereabouts(0, said + 1)
    }
    const unasked = 1_200
    for (const told of [0, 1, 50_000]) {
      expect([heard(told, told + unasked), heard(told, told + unasked + 1)]).toEqual([true, false])
    }
    const most = 60_000
    expect([heard(1e6, most), heard(1e6, most + 1)]).toEqual([true, false])
  })
})

describe('a window', () => {
  it('fills for each key by itself, and says how long to wait', () => {
    const window = new WindowCounter(2, 60_000)
    for (let i = 0; i < 2; i++) window.count('a', 0)
    expect(window.waitSeconds('a', 15_000)).toBe(45)
    expect(window.waitSeconds('b', 15_000)).toBe(0)
    expect(window.waitSeconds('a', 60_000)).toBe(0)
    window.count('a', 60_000)
    expect(window.waitSeconds('a', 60_001)).toBe(0)
  })
})

describe('tries that come back one by one', () => {
  it('are so many at once, and then so many a minute, each key by itself', () => {
    const tries = new RefilledCounter(10, 2)
    for (let i = 0; i < 10; i++) {
      expect(tries.waitSeconds('a', 0)).toBe(0)
      tries.count('a', 0)
    }
    expect(tries.waitSeconds('a', 0)).toBe(30)
    expect(tries.waitSeconds('b', 0)).toBe(0)
    expect(tries.waitSeconds('a', 20_000)).toBe(10)
    expect(tries.waitSeconds('a', 30_000)).toBe(0)
    tries.count('a', 30_000)
    expect(tries.waitSeconds('a', 30_000)).toBe(30)
  })

  it('in an hour are not more than the burst and what came back', () => {
    const tries = new RefilledCounter(10, 2)
    let made = 0
    for (let at = 0; at <= 3_600_000; at += 1_000) {
      if (tries.waitSeconds('a', at) > 0) continue
      tries.count('a', at)
      made++
    }
    expect(made).toBe(10 + 120)
  })

  it('do not come back because the clock was set back', () => {
    const tries = new RefilledCounter(1, 2)
    tries.count('a', 100_000)
    expect(tries.waitSeconds('a', 0)).toBe(30)
  })
})

describe('as shipped', () => {
  const limits = DEFAULT_LIMITS
  it.each([
    {
      what: 'requests',
      most: 2_000,
      counter: new RefilledCounter(limits.requestBurst, limits.requestsPerMinute),
      wait: 1,
      afterMs: 50,
    },
    {
      what: 'new workshops',
      most: 200,
      counter: new WindowCounter(limits.workshopsPerHour, HOUR_MS),
      wait: 3_600,
      afterMs: HOUR_MS,
    },
    {
      what: 'unknown links',
      most: 60,
      counter: new WindowCounter(limits.linkFailuresPerMinute, MINUTE_MS),
      wait: 60,
      afterMs: MINUTE_MS,
    },
  ])('$most $what of one address pass at once, and one more later', (each) => {
    const { counter, most, wait, afterMs } = each
    for (let n = 1; n <= most; n++) {
      expect(counter.waitSeconds('hall', 0), `before the ${n}th`).toBe(0)
      counter.count('hall', 0)
    }
    expect(counter.waitSeconds('hall', 0)).toBe(wait)
    expect(counter.waitSeconds('elsewhere', 0)).toBe(0)
    expect(counter.waitSeconds('hall', afterMs - 1)).toBe(1)
    expect(counter.waitSeconds('hall', afterMs)).toBe(0)
  })
})
