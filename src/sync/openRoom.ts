/**
 * One open room: the document, what this device keeps of it, the connection and the receipts, put together. The order is
 * the point: the device's own copy first, then the server; local changes are numbered before anybody sends or writes them.
 */
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { noDelay } from '../model/doc/readCanvas.ts'
import type { SeatId } from '../model/ids.ts'
import { randomId, systemRandomBytes } from '../model/ids.ts'
import { createKeyedListeners } from '../model/keyedListeners.ts'
import type { Access } from '../model/roles.ts'
import type { Where } from '../protocol/awareness.ts'
import type { CloseReason } from '../protocol/closeCodes.ts'
import type { RoomName } from '../protocol/roomName.ts'
import type { Device, KeptSeat } from '../storage/device.ts'
import type { RoomConnection } from './connection.ts'
import { openConnection } from './connection.ts'
import { openKeeper } from './keeper.ts'
import { openPeople } from './people.ts'
import type { Platform } from './platform.ts'
import { browserPlatform } from './platform.ts'
import { createReceipts } from './receipts.ts'
import type { PersonHere, RoomStatus, Tick } from './session.ts'
import { openUnsafeWatch } from './unsafeWatch.ts'
import { createVouches } from './vouches.ts'

export type RoomOptions = {
  device: Device
  /** Where the page came from and the server answers: `location.origin`. */
  origin: string
  /** Whom this device sits here as, and the capability that lets it. */
  seat: Pick<KeptSeat, 'seat' | 'workshop' | 'role' | 'capability' | 'canvas' | 'name' | 'limits'>
  /** The server has refused for good. */
  onRefused?: (reason: CloseReason) => void
  /** Left out: the browser's. */
  platform?: Platform
}

export type Room = {
  seat: SeatId
  doc: Y.Doc
  status(): RoomStatus
  subscribeStatus(listener: () => void): () => void
  tickOf(note: string): Tick
  subscribeTick(note: string, listener: () => void): () => void
  people(): readonly PersonHere[]
  subscribePeople(listener: () => void): () => void
  /** Who is connected under a Yjs client id, as far as the server has said. */
  seatOf(client: number): SeatId | null
  setWhere(where: Where | null): void
  retry(): void
  /** Resolves when everything is on this device's disk, or could not be. */
  close(): Promise<void>
}

/** Rooms whose last updates are on their way to the disk. */
const leaving = new Map<string, Promise<void>>()

/** What a transaction touched, by name; asked once, as the document is made. */
export type FollowTouched = (doc: Y.Doc) => (transaction: Y.Transaction) => Iterable<string>

export function openRoom(
  options: RoomOptions,
  room: RoomName,
  access: Exclude<Access, 'none'>,
  followTouched: FollowTouched,
): Room {
  const { device, seat } = options
  const platform = options.platform ?? browserPlatform()
  const key = { room, seat: seat.seat }
  const statusListeners = new Set<() => void>()
  const tickListeners = createKeyedListeners()
  let waiting: readonly string[] = []
  const receipts = createReceipts(device.keeps)
  const vouches = createVouches()
  let loaded = false
  let closed = false
  let connection: RoomConnection | null = null

  const doc = new Y.Doc()
  const touchedBy = followTouched(doc)
  // Before the keeper's and the provider's listeners: they ask for the number of the change they carry.
  doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, by: Y.Transaction) => {
    if (by.local) receipts.changed(touchedBy(by))
  })
  // Screens hear of it when everybody who must have the update has it: one that throws can't keep it from the disk.
  doc.on('afterAllTransactions', (_doc: Y.Doc, all: Y.Transaction[]) => {
    if (all.some((each) => each.local)) ticksMoved()
  })
  const awareness = new Awareness(doc)
  // The library renews our state and drops others' by the clock of this phone; here the server alone says who is present.
  clearInterval(awareness._checkInterval)
  const people = openPeople(awareness, seat)
  const tellWhere = platform.afterFrame?.() ?? noDelay
  let where: Where | null = null
  const unsafe = openUnsafeWatch(receipts, () => statusMoved())
  const keeper = openKeeper({
    doc,
    store: device.rooms,
    key,
    writer: randomId(16, systemRandomBytes),
    receipts,
    vouches,
    keeps: device.keeps,
    later: platform.afterFrame?.(),
    onChange: () => ticksMoved(),
  })

  const readStatus = (): RoomStatus => ({
    connection: connection?.state() ?? { type: 'connecting', again: false },
    loaded,
    keeps: device.keeps,
    kept: receipts.kept(),
    cannotKeep: unsafe.tooLong(),
    waitingNotes: receipts.waiting().length,
    stored: receipts.stored(),
  })
  let status = readStatus()
  const statusMoved = () => {
    const next = readStatus()
    if (sameStatus(status, next)) return
    status = next
    for (const listener of statusListeners) listener()
  }
  const ticksMoved = () => {
    if (closed) return
    unsafe.check()
    const before = waiting
    waiting = receipts.waiting()
    for (const note of new Set([...before, ...waiting])) tickListeners.tell(note)
    statusMoved()
  }

  const connect = () =>
    openConnection({
      doc,
      awareness,
      origin: options.origin,
      room,
      capability: seat.capability,
      writes: access === 'write',
      platform,
      watch: { opened: receipts.connectionOpened, sent: receipts.sent },
      vouches,
      onSynced() {
        loaded = true
        keeper.synced()
      },
      onStored(count) {
        if (!receipts.receipted(count)) return
        keeper.receiptsMoved()
        ticksMoved()
      },
      onPresence: people.present,
      onRefused(reason) {
        if (reason === 'linkRevoked') void rememberRevoked(device, seat)
        options.onRefused?.(reason)
      },
      onChange: statusMoved,
    })

  const stopListening = platform.subscribe((event) => {
    if (event === 'hidden' || event === 'visible') keeper.hurry()
    if (event === 'visible') keeper.readNews()
  })
  const name = `${key.seat} ${room}`
  // The same room may just be closing here (a route that comes back): its last words belong to what is loaded.
  const ready = leaving.get(name) ?? Promise.resolve()
  void ready.then(keeper.load).then((found) => {
    if (closed) return
    loaded = found
    connection = connect()
    ticksMoved()
  })

  return {
    seat: seat.seat,
    doc,
    status: () => status,
    subscribeStatus: subscribeTo(statusListeners),
    tickOf: receipts.tickOf,
    subscribeTick: tickListeners.subscribe,
    people: people.list,
    subscribePeople: people.subscribe,
    seatOf: people.seatOf,
    setWhere(next) {
      where = next
      // Who leaves may never draw a frame again.
      if (next) tellWhere.soon(() => people.setWhere(where))
      else people.setWhere(null)
    },
    retry() {
      connection?.retry()
    },
    async close() {
      if (closed) return
      closed = true
      stopListening()
      unsafe.close()
      tellWhere.close()
      people.close()
      // The provider first: it would go on sending, and connect again, for a document that is gone.
      connection?.close()
      const left = keeper.close()
      leaving.set(name, left)
      await left
      if (leaving.get(name) === left) leaving.delete(name)
      doc.destroy()
    },
  }
}

const subscribeTo = (listeners: Set<() => void>) => (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Unless a newer link for the same seat was opened here meanwhile. */
async function rememberRevoked(device: Device, { seat, capability }: RoomOptions['seat']) {
  const kept = await device.seats.get(seat)
  if (kept?.capability === capability) await device.seats.update(seat, { revoked: true })
}

const sameStatus = (a: RoomStatus, b: RoomStatus): boolean =>
  a.loaded === b.loaded &&
  a.kept === b.kept &&
  a.cannotKeep === b.cannotKeep &&
  a.waitingNotes === b.waitingNotes &&
  a.stored === b.stored &&
  JSON.stringify(a.connection) === JSON.stringify(b.connection)
