import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { WorkshopId } from '../../src/model/ids.ts'
import { planRoom } from '../../src/protocol/roomName.ts'
import { openAlone } from '../support/openAlone.ts'

const SECOND = 1_000

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A connection to a server that is not there, and what the page says to it. */
function openToNobody() {
  const tries: number[] = []
  class DeadSocket {
    onclose?: (event: { code: number }) => void
    constructor() {
      tries.push(Date.now())
      setTimeout(() => this.onclose?.({ code: 1006 }))
    }
    close() {}
  }
  const { connection, say } = openAlone(planRoom('aaaaaaaaaaaaaaaa' as WorkshopId), DeadSocket)
  const triesWithin = (seconds: number): number => {
    const before = tries.length
    vi.advanceTimersByTime(seconds * SECOND)
    return tries.length - before
  }
  return { ...connection, say, triesWithin }
}

it('keeps trying every second or two for two minutes while somebody looks, then seldom', () => {
  const phone = openToNobody()
  phone.triesWithin(90)
  expect(phone.triesWithin(20)).toBeGreaterThanOrEqual(9)
  phone.triesWithin(50)
  expect(phone.triesWithin(60)).toBeLessThanOrEqual(4)
  phone.close()
})

it('tries at once and quickly again when somebody asks for it', () => {
  const phone = openToNobody()
  phone.triesWithin(300)
  phone.retry()
  expect(phone.triesWithin(20)).toBeGreaterThanOrEqual(9)
  phone.close()
})

it('tries seldom while nobody looks, and quickly once somebody does', () => {
  const phone = openToNobody()
  phone.say('hidden')
  phone.triesWithin(20)
  expect(phone.triesWithin(60)).toBeLessThanOrEqual(4)
  phone.say('visible')
  expect(phone.triesWithin(20)).toBeGreaterThanOrEqual(9)
  phone.close()
})
