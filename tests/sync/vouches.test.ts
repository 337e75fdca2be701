import * as decoding from 'lib0/decoding'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { SeatId } from '../../src/model/ids.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import { encodeBehind } from '../../src/protocol/vouches.ts'
import { openKeeper } from '../../src/sync/keeper.ts'
import { createReceipts } from '../../src/sync/receipts.ts'
import { createVouches } from '../../src/sync/vouches.ts'
import { SteerableStore, settled } from './support/steerableStore.ts'

const key = { seat: 'seat' as SeatId, room: 'room' as RoomName }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(store: SteerableStore) {
  const doc = new Y.Doc()
  const vouches = createVouches()
  const keeper = openKeeper({
    doc,
    store,
    key,
    writer: 'this-tab',
    receipts: createReceipts(),
    vouches,
    keeps: true,
    onChange() {},
  })
  return { doc, vouches, keeper }
}

/** The server brings what another wrote, and vouches for it. */
function brings(text: string, sari: Y.Doc, { doc, vouches }: ReturnType<typeof open>): void {
  const before = Y.encodeStateVector(sari)
  sari.getText('n1').insert(0, text)
  const update = Y.encodeStateAsUpdate(sari, before)
  const said = { seat: 'sari' as SeatId, signature: new Uint8Array(8) }
  vouches.heard(update, decoding.createDecoder(encodeBehind([said])))
  Y.applyUpdate(doc, update)
}
const clocksOf = (vouches: readonly { clock: number }[]) => vouches.map(({ clock }) => clock)
const kept = async (store: SteerableStore) => clocksOf((await store.inner.load(key)).vouches)

it('are written with the words they are about, and again after a write that failed', async () => {
  const store = new SteerableStore()
  const here = open(store)
  const sari = new Y.Doc()
  brings('pasar', sari, here)
  await settled()
  expect(await kept(store)).toEqual([5])

  store.refuses = true
  brings(' pagi', sari, here)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await kept(store)).toEqual([5])
  store.refuses = false
  here.keeper.hurry()
  await settled()
  expect(await kept(store)).toEqual([10])
})

it('are there when the page is opened anew, and shown where the server has less', async () => {
  const store = new SteerableStore()
  const sari = new Y.Doc()
  brings('pasar', sari, open(store))
  await settled()
  const less = Y.encodeStateVector(sari)
  const again = open(store)
  await again.keeper.load()
  expect(clocksOf(again.vouches.beyond(less))).toEqual([])
  expect(clocksOf(again.vouches.beyond(Uint8Array.of(0)))).toEqual([5])
  // Within moments of each other: the second goes with the next write.
  brings(' pagi', sari, again)
  brings(' di', sari, again)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(clocksOf(again.vouches.beyond(less))).toEqual([13])
  expect(await kept(store)).toEqual([13])
})

it('go along when a page must write its last words', async () => {
  const store = new SteerableStore()
  const here = open(store)
  const sari = new Y.Doc()
  here.doc.getText('n2').insert(0, 'x')
  await settled()
  store.hold()
  await vi.advanceTimersByTimeAsync(1_000)
  here.doc.getText('n2').insert(0, 'y')
  await vi.advanceTimersByTimeAsync(150)
  brings('pasar', sari, here)
  here.keeper.hurry()
  store.forgetHeld()
  here.doc.getText('n2').insert(0, 'z')
  here.keeper.hurry()
  await settled()
  expect(await kept(store)).toEqual([5])
})
