/** The workshop that every simulation begins with, made once: the same for all of them, its secrets too. */
import { DatabaseSync } from 'node:sqlite'
import { mintCapability } from '../../server/access.ts'
import { newSeat, newWorkshop } from '../../server/newWorkshop.ts'
import { migrate } from '../../server/store/migrations/all.ts'
import { openSqliteStore } from '../../server/store/sqliteStore.ts'
import type { CanvasId, SeatId } from '../../src/model/ids.ts'
import type { Role } from '../../src/model/roles.ts'
import type { JoinCode } from '../../src/protocol/joinCode.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import { canvasRoom } from '../../src/protocol/roomName.ts'
import type { KeptSeat } from '../../src/storage/device.ts'
import { anActor, VirtualTime, within } from './virtualTime.ts'

export type Template = {
  bytes: Uint8Array
  /** What the canvas begins with. */
  first: Uint8Array
  room: RoomName
  canvas: CanvasId
  /** Who may write, most of them on devices of their own, and who may read. */
  writers: readonly KeptSeat[]
  viewer: KeptSeat
}

const WRITERS: readonly Role[] = ['member', 'mentor', 'facilitator']

const memo: { template?: Promise<Template> } = {}

export function theTemplate(): Promise<Template> {
  memo.template ??= within(new VirtualTime(0, anActor('template')), make)
  return memo.template
}

async function make(): Promise<Template> {
  const database = new DatabaseSync(':memory:')
  migrate(database)
  const store = openSqliteStore(database)
  const { workshop, changes } = newWorkshop({
    details: { title: 'Guyub Rukun', place: 'Malang', date: '2026-07-15', example: false },
    facilitatorName: 'Bu Sesilya',
    members: [{ name: 'Bu Ninik', business: 'Tahu Walik' }],
    joinCode: { code: 'TAHU-22' as JoinCode, open: false, expiresAtMs: 0 },
    nowMs: Date.now(),
  })
  await store.commit(changes)
  const members = await store.seatsOf(workshop)
  const canvas = members.find((each) => each.canvas)?.canvas
  if (!canvas) throw new Error('a member has a canvas')

  const sitDown = async (role: Role, known?: SeatId): Promise<KeptSeat> => {
    const fresh = { ...newSeat(workshop, { name: role, business: '' }, role), canvas }
    if (!known) await store.commit({ seats: [fresh] })
    const seat = known ?? fresh.id
    const { secret, record } = mintCapability(seat, Date.now())
    await store.commit({ capabilities: [record] })
    return { ...KEPT, seat, workshop, role, capability: secret, canvas, name: role }
  }
  const writers: KeptSeat[] = []
  for (const role of WRITERS) {
    writers.push(await sitDown(role, members.find((each) => each.role === role)?.id))
  }
  const viewer = await sitDown('viewer')
  const room = canvasRoom(workshop, canvas)
  const first = (await store.loadRoom(room))?.updates[0]
  if (!first) throw new Error('a canvas begins with something')
  const bytes = database.serialize()
  database.close()
  return { bytes, first, room, canvas, writers, viewer }
}

const KEPT = {
  business: '',
  title: '',
  example: false,
  openedAtMs: 0,
  linkKept: false,
  revoked: false,
}

/** A database of one's own with that workshop in it. */
export function openTemplate({ bytes }: Template): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  database.deserialize(bytes)
  database.exec('PRAGMA foreign_keys = ON')
  return database
}
