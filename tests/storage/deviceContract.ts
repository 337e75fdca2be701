/**
 * What every device keeps to, whether in IndexedDB or in memory. Plain functions that throw, because they run in Node as
 * well as inside a page.
 */
import * as Y from 'yjs'
import type { CanvasId, SeatId, WorkshopId } from '../../src/model/ids.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import type { Device, KeptSeat, RoomKey, WaitingMark } from '../../src/storage/device.ts'

export type Case = { name: string; run(device: Device): Promise<void> }

export const aKey = (seat = 'seat', room = 'room'): RoomKey => ({
  seat: seat as SeatId,
  room: room as RoomName,
})

export const aSeat = (seat: string, change: Partial<KeptSeat> = {}): KeptSeat => ({
  seat: seat as SeatId,
  workshop: 'w' as WorkshopId,
  role: 'member',
  capability: 'C'.repeat(22),
  canvas: 'canvas' as CanvasId,
  name: 'Bu Ninik',
  business: 'Tahu Walik',
  title: 'Guyub Rukun',
  example: false,
  openedAtMs: 1,
  linkKept: false,
  revoked: false,
  ...change,
})

/** Updates of one writer, letter by letter. */
export function updatesOf(text: string): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const [index, letter] of [...text].entries()) doc.getText('t').insert(index, letter)
  doc.destroy()
  return updates
}

export async function textIn(device: Device, key: RoomKey): Promise<string> {
  const doc = new Y.Doc()
  for (const update of (await device.rooms.load(key)).updates) Y.applyUpdate(doc, update)
  return doc.getText('t').toString()
}

export const mark = (writer: string, version: number, ...notes: string[]): WaitingMark => ({
  writer,
  version,
  notes,
})

export function same(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (a !== b) throw new Error(`expected ${b}, got ${a}`)
}

export const deviceContract: Case[] = [
  {
    name: 'a room nobody opened is empty',
    async run({ rooms }) {
      same(await rooms.load(aKey()), { updates: [], vouches: [], waiting: [], upTo: 0 })
    },
  },
  {
    name: 'updates come back in the order in which they went in',
    async run(device) {
      for (const update of updatesOf('Pasar')) await device.rooms.append(aKey(), [update], null)
      same(await textIn(device, aKey()), 'Pasar')
      same((await device.rooms.load(aKey())).updates.length, 5)
    },
  },
  {
    name: 'one seat never reads what another wrote in the same room',
    async run(device) {
      await device.rooms.append(aKey('ninik'), updatesOf('milik Ninik'), null)
      await device.rooms.append(aKey('sari'), updatesOf('milik Sari'), null)
      same(await textIn(device, aKey('ninik')), 'milik Ninik')
      same(await textIn(device, aKey('sari')), 'milik Sari')
    },
  },
  {
    name: 'compaction leaves one row that says the same',
    async run(device) {
      await device.rooms.append(aKey(), updatesOf('Pasar pagi'), null)
      await device.rooms.append(aKey('other'), updatesOf('lain'), null)
      await device.rooms.compact(aKey())
      same((await device.rooms.load(aKey())).updates.length, 1)
      same(await textIn(device, aKey()), 'Pasar pagi')
      same((await device.rooms.load(aKey('other'))).updates.length, 4)
    },
  },
  {
    name: 'compaction keeps what still waits for a missing row',
    async run(device) {
      const updates = updatesOf('abcd')
      await device.rooms.append(aKey(), [...updates.slice(0, 1), ...updates.slice(2)], null)
      await device.rooms.compact(aKey())
      same(await textIn(device, aKey()), 'a')
      await device.rooms.append(aKey(), updates.slice(1, 2), null)
      same(await textIn(device, aKey()), 'abcd')
    },
  },
  {
    name: 'compaction leaves alone what it can not read',
    async run(device) {
      const rotten = Uint8Array.of(9, 9, 9)
      await device.rooms.append(aKey(), [...updatesOf('ab'), rotten], null)
      await device.rooms.compact(aKey())
      const { updates } = await device.rooms.load(aKey())
      same(updates.length, 2)
      same(
        updates.filter((each) => each.length === 3).map((each) => [...each]),
        [[9, 9, 9]],
      )
    },
  },
  {
    name: 'a mark is written with its update, replaced by the next, and gone when nothing waits',
    async run({ rooms }) {
      await rooms.append(aKey(), updatesOf('a'), mark('tab', 1, 'n1'))
      await rooms.append(aKey(), [], mark('tab', 2, 'n1', 'n2'))
      same((await rooms.load(aKey())).waiting, [mark('tab', 2, 'n1', 'n2')])
      await rooms.append(aKey(), [], mark('tab', 3))
      same((await rooms.load(aKey())).waiting, [])
    },
  },
  {
    name: 'marks of two tabs stand side by side',
    async run({ rooms }) {
      await rooms.append(aKey(), [], mark('one', 1, 'n1'))
      await rooms.append(aKey(), [], mark('two', 1, 'n2'))
      same((await rooms.load(aKey())).waiting.length, 2)
      await rooms.append(aKey(), [], mark('one', 2))
      same((await rooms.load(aKey())).waiting, [mark('two', 1, 'n2')])
    },
  },
  {
    name: 'a mark that grew meanwhile is not dropped by one who saw it smaller',
    async run({ rooms }) {
      await rooms.append(aKey(), [], mark('one', 1, 'n1'))
      const { waiting } = await rooms.load(aKey())
      await rooms.append(aKey(), [], mark('one', 2, 'n1', 'n2'))
      await rooms.dropMarks(aKey(), waiting)
      same((await rooms.load(aKey())).waiting, [mark('one', 2, 'n1', 'n2')])
      await rooms.dropMarks(aKey(), [mark('one', 2)])
      same((await rooms.load(aKey())).waiting, [])
    },
  },
  {
    name: 'what came since is told apart from what was read before, also after compaction',
    async run({ rooms }) {
      const [first, second, third] = updatesOf('abc')
      if (!first || !second || !third) throw new Error('three letters make three updates')
      await rooms.append(aKey(), [first], null)
      const { upTo } = await rooms.load(aKey())
      same((await rooms.load(aKey(), upTo)).updates.length, 0)
      await rooms.append(aKey('other'), [first], null)
      await rooms.append(aKey(), [second], mark('tab', 1, 'n1'))
      const since = await rooms.load(aKey(), upTo)
      same(since.updates, [second])
      same(since.waiting, [mark('tab', 1, 'n1')])
      await rooms.append(aKey(), [third], null)
      await rooms.compact(aKey())
      same((await rooms.load(aKey(), since.upTo)).updates.length, 1)
    },
  },
  {
    name: 'what the server vouched for stays with the updates, the furthest of each client, folded or not',
    async run({ rooms }) {
      const vouch = (client: number, clock: number) => ({
        client,
        clock,
        seat: 'ninik' as SeatId,
        signature: Uint8Array.of(client, clock, 255),
      })
      const [first, second, third] = updatesOf('abc') as [Uint8Array, Uint8Array, Uint8Array]
      await rooms.append(aKey(), [first], null, [vouch(1, 4), vouch(2, 9)])
      const { upTo } = await rooms.load(aKey())
      await rooms.append(aKey(), [second, third], mark('tab', 1, 'n1'), [vouch(1, 7)])
      same((await rooms.load(aKey(), upTo)).vouches, [vouch(1, 7)])
      const all = [vouch(1, 7), vouch(2, 9)]
      same((await rooms.load(aKey())).vouches, all)
      await rooms.compact(aKey())
      same((await rooms.load(aKey())).updates.length, 1)
      same((await rooms.load(aKey())).vouches, all)
      same((await rooms.load(aKey('other'))).vouches, [])
    },
  },
  {
    name: 'marks are told to whoever has the same room open on the same seat, by their writer',
    async run({ rooms }) {
      const heard: (string | null)[] = []
      const stop = rooms.subscribeMarks(aKey(), (writer) => heard.push(writer))
      rooms.subscribeMarks(aKey('other'), () => heard.push('of another seat'))
      await rooms.append(aKey(), updatesOf('received'), null)
      same(heard, [])
      await rooms.append(aKey(), updatesOf('a'), mark('tab', 1, 'n1'))
      same(heard.includes('tab'), true)
      await rooms.dropMarks(aKey(), [mark('tab', 1, 'n1')])
      same(heard.at(-1), null)
      stop()
      const before = heard.length
      await rooms.append(aKey(), updatesOf('b'), mark('tab', 2, 'n1'))
      same(heard.length, before)
    },
  },
  {
    name: 'seats are kept one entry each, found by workshop, changed and listed',
    async run({ seats }) {
      await seats.put(aSeat('ninik'))
      await seats.put(aSeat('sari', { role: 'facilitator', canvas: null }))
      await seats.put(aSeat('ninik', { capability: 'D'.repeat(22) }))
      same((await seats.list()).map(({ seat }) => seat).sort(), ['ninik', 'sari'])
      same((await seats.facilitatorOf('w' as WorkshopId))?.seat, 'sari')
      same(await seats.facilitatorOf('x' as WorkshopId), null)
      await seats.update('ninik' as SeatId, { revoked: true })
      same((await seats.get('ninik' as SeatId))?.revoked, true)
      same((await seats.get('ninik' as SeatId))?.capability, 'D'.repeat(22))
      same(await seats.get('nobody' as SeatId), null)
    },
  },
  {
    name: 'forgetting a seat takes its rooms along, and nobody else’s',
    async run(device) {
      await device.seats.put(aSeat('ninik'))
      await device.rooms.append(aKey('ninik'), updatesOf('a'), mark('tab', 1, 'n1'))
      await device.rooms.append(aKey('sari'), updatesOf('b'), mark('tab', 1, 'n1'))
      await device.seats.forget('ninik' as SeatId)
      same(await device.seats.list(), [])
      same(await device.rooms.load(aKey('ninik')), {
        updates: [],
        vouches: [],
        waiting: [],
        upTo: 0,
      })
      same(await textIn(device, aKey('sari')), 'b')
      same((await device.rooms.load(aKey('sari'))).waiting.length, 1)
    },
  },
  {
    name: 'a change of seats is told',
    async run({ seats }) {
      let told = 0
      const stop = seats.subscribe(() => told++)
      await new Promise<void>((resolve) => {
        seats.subscribe(resolve)
        void seats.put(aSeat('ninik'))
      })
      stop()
      same(told, 1)
    },
  },
  {
    name: 'preferences begin with defaults and change one by one',
    async run({ preferences }) {
      same(await preferences.get(), { language: null, address: {} })
      await preferences.set({ language: 'id' })
      const address = { w: 'http://192.168.1.20' }
      await preferences.set({ address })
      same(await preferences.get(), { language: 'id', address })
    },
  },
  {
    name: 'drafts are kept by name until they are taken away',
    async run({ drafts }) {
      same(await drafts.get('roster'), null)
      await drafts.put('roster', 'Pak Wawan, Keripik')
      same(await drafts.get('roster'), 'Pak Wawan, Keripik')
      await drafts.remove('roster')
      same(await drafts.get('roster'), null)
    },
  },
]
