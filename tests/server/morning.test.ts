/** Three hours of 33 people behind one address, by the clock of the limits: what an ordinary morning never meets. */
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { DEFAULT_LIMITS } from '../../server/config.ts'
import { RefilledCounter, TokenBucket, WindowCounter } from '../../server/rateLimit.ts'
import { seededRandom } from '../support/builders.ts'
import { times } from '../support/longMode.ts'
import type { WritingClient } from '../support/writingClient.ts'
import { aWritingClient } from '../support/writingClient.ts'

describe('a morning of 33 people behind one address', () => {
  const HOURS = 3
  const PEOPLE = 33
  const SECOND = 1_000

  /** As fast as hands and keyboards are, each with the app's own edits, pauses and connection. */
  const ACTS: Record<string, (client: WritingClient, random: () => number) => void> = {
    writes({ edits, waits, looksAt }, random) {
      const writing = edits.writeIn({ create: { zone: 'channels' } })
      if ('refused' in writing) throw new Error(writing.refused)
      const letters = 5 + Math.floor(random() * 60)
      for (let typed = 1; typed <= letters; typed++) {
        writing.input('tahu walik '.repeat(6).slice(0, typed))
        if (typed === 1)
          looksAt({ tab: 'bmc', zone: 'channels', note: writing.noteId() ?? undefined })
        waits(80 + random() * 60)
      }
      // Backspace held down: the keyboard repeats thirty times a second.
      for (let left = letters; random() < 0.9 && left > 1; left--) {
        writing.input(writing.shown().slice(0, left - 1))
        waits(33)
      }
      writing.close()
    },
    moves({ edits, view, waits }) {
      for (const note of [...view().notes.keys()].slice(0, 3)) {
        edits.moveNote(note, { zone: 'tray' })
        waits(700)
      }
    },
    takesBack({ edits, waits }) {
      for (let i = 0; i < 20 && edits.canUndo(); i++, waits(33)) edits.undo()
      for (let i = 0; i < 20 && edits.canRedo(); i++, waits(33)) edits.redo()
    },
    looksAround({ looksAt, waits }) {
      for (const tab of ['swot', 'tows', 'bmc', 'swot', 'bmc'] as const) {
        looksAt({ tab })
        waits(150)
      }
    },
    losesSignal({ say, waits, edits }, random) {
      say('offline')
      edits.addNote({ zone: 'tray', text: 'Pasar pagi' })
      waits(random() * 60 * SECOND)
      say('online')
    },
  }

  it('never meets what a connection may say', () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const random = seededRandom(33)
    const acts = Object.values(ACTS)
    let [heard, refused] = [0, 0]
    // Each connection is counted by itself: a few people meet what all of them would.
    const people = times(4, PEOPLE)
    for (let person = 0; person < people; person++) {
      const { messagesPerSecond, messageBurst } = DEFAULT_LIMITS
      let bucket: TokenBucket
      const client = aWritingClient({
        connected() {
          bucket = new TokenBucket(messagesPerSecond, messageBurst, Date.now())
        },
        hears() {
          heard++
          if (!bucket.take(Date.now())) refused++
        },
      })
      const endMs = Date.now() + HOURS * 3_600 * SECOND
      while (Date.now() < endMs) {
        const act = random() < 0.5 ? ACTS.writes : acts[Math.floor(random() * acts.length)]
        act?.(client, random)
        client.waits(random() * 240 * SECOND)
      }
      expect(client.isConnected()).toBe(true)
      client.close()
    }
    expect(refused).toBe(0)
    expect(heard).toBeGreaterThan(people * 1_000)
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
