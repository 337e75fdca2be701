/** Three hours of 33 people behind one address, by the clock of the limits: what an ordinary morning never meets. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../server/config.ts'
import { RefilledCounter, TokenBucket, WindowCounter } from '../../server/rateLimit.ts'
import { seededRandom } from '../support/builders.ts'

describe('a morning of 33 people behind one address', () => {
  const HOURS = 3
  const PEOPLE = 33
  const SECOND = 1_000

  it('never meets what a connection may say', () => {
    const random = seededRandom(33)
    for (let person = 0; person < PEOPLE; person++) {
      const { messagesPerSecond, messageBurst } = DEFAULT_LIMITS
      const bucket = new TokenBucket(messagesPerSecond, messageBurst, 0)
      let refused = 0
      let now = 0
      const says = (count: number) => {
        for (let i = 0; i < count; i++) if (!bucket.take(now)) refused++
      }
      says(3) // SyncStep1, SyncStep2, where one is
      while (now < HOURS * 3_600 * SECOND) {
        const act = random()
        if (act < 0.55) {
          // A stretch of fast typing: up to twelve letters a second, each a frame, and where the caret is.
          const letters = 5 + Math.floor(random() * 120)
          for (let letter = 0; letter < letters; letter++) {
            now += 80 + random() * 120
            says(letter % 8 === 0 ? 2 : 1)
          }
        } else if (act < 0.7) {
          // Undo or redo held down: the keyboard repeats thirty times a second.
          for (let i = 0; i < 45; i++) {
            now += 33.4
            says(1)
          }
        } else if (act < 0.75) {
          // The Wi-Fi was gone: a new connection, and with it a new count.
          now += 20 * SECOND
          says(4)
        } else {
          says(2) // a move, and looking elsewhere
        }
        now += random() * 8 * SECOND
        says(1) // asks anew each half minute
      }
      expect(refused).toBe(0)
    }
  })

  it('never meets what an address or a workshop may ask', () => {
    const random = seededRandom(34)
    const limits = DEFAULT_LIMITS
    const requests = new RefilledCounter(limits.requestBurst, limits.requestsPerMinute)
    const wrongCodes = new RefilledCounter(limits.joinFailureBurst, limits.joinFailuresPerMinute)
    const wrongLinks = new WindowCounter(limits.linkFailuresPerMinute, 60_000)
    const waits: number[] = []
    const ask = (counter: RefilledCounter | WindowCounter, atMs: number) => {
      waits.push(counter.waitSeconds('hall', atMs))
      counter.count('hall', atMs)
    }
    // The facilitator copies everybody's link at once, and looks at the roster again and again.
    for (let i = 0; i < PEOPLE; i++) ask(requests, i * 20)
    // In ten minutes everybody types the code, one in five wrong, opens their canvas and reloads a few times.
    const arrivals = Array.from({ length: PEOPLE }, () => random() * 600 * SECOND).sort(
      (a, b) => a - b,
    )
    for (const at of arrivals) {
      if (random() < 0.2) {
        ask(requests, at)
        ask(wrongCodes, at)
      }
      for (let i = 0; i < 6; i++) ask(requests, at + i)
      if (random() < 0.1) ask(wrongLinks, at)
    }
    for (let at = 700 * SECOND; at < HOURS * 3_600 * SECOND; at += 30 * SECOND) {
      ask(requests, at)
      // Now and then the power fails, and everybody is back within a second.
      if (random() < 0.02) for (let i = 0; i < PEOPLE * 4; i++) ask(requests, at + i * 7)
    }
    expect(waits.filter((seconds) => seconds > 0)).toEqual([])
  })

  it('never fills a room or the workshop, though each dead connection lingers until its second ping', () => {
    const lingering = 3
    const inPlan = PEOPLE * lingering
    const onCanvases = (PEOPLE - 1) * 2 * lingering // its owner, and a picture of it on the dashboard
    expect(inPlan).toBeLessThan(DEFAULT_LIMITS.connectionsPerRoom)
    expect(inPlan + onCanvases).toBeLessThan(DEFAULT_LIMITS.connectionsPerWorkshop)
  })
})
