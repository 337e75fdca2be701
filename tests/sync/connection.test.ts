import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { WorkshopId } from '../../src/model/ids.ts'
import { planRoom } from '../../src/protocol/roomName.ts'
import { openConnection } from '../../src/sync/connection.ts'
import type { PageEvent } from '../../src/sync/platform.ts'
import { createVouches } from '../../src/sync/vouches.ts'

const SECOND = 1_000

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A connection to a server that is not there, and what the page says to it. */
function openToNobody() {
  const tries: number[] = []
  let say = (_event: PageEvent) => {}
  class DeadSocket {
    onclose?: (event: { code: number }) => void
    constructor() {
      tries.push(Date.now())
      setTimeout(() => this.onclose?.({ code: 1006 }))
    }
    close() {}
  }
  const doc = new Y.Doc()
  const connection = openConnection({
    doc,
    awareness: new Awareness(doc),
    origin: 'http://guyub.test',
    room: planRoom('aaaaaaaaaaaaaaaa' as WorkshopId),
    capability: 'none',
    writes: true,
    platform: {
      WebSocket: DeadSocket as unknown as typeof WebSocket,
      isOnline: () => true,
      subscribe(listener) {
        say = listener
        return () => {}
      },
    },
    watch: { opened() {}, sent() {} },
    vouches: createVouches(),
    onSynced() {},
    onStored() {},
    onPresence() {},
    onRefused() {},
    onChange() {},
  })
  const triesWithin = (seconds: number): number => {
    const before = tries.length
    vi.advanceTimersByTime(seconds * SECOND)
    return tries.length - before
  }
  return { ...connection, say: (event: PageEvent) => say(event), triesWithin }
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
