/** A new workshop as the changes that make it: seats, rooms with their first update, join code, one facilitator's link. */
import * as Y from 'yjs'
import type { NewMember, PlanDetails } from '../src/model/doc/plan.ts'
import { writeFacilitator, writeMembers, writeNewPlan } from '../src/model/doc/plan.ts'
import { canvasSettingsOf, stampSchema } from '../src/model/doc/schema.ts'
import type { CanvasId, SeatId, WorkshopId } from '../src/model/ids.ts'
import type { RoomName } from '../src/protocol/roomName.ts'
import { canvasRoom, planRoom } from '../src/protocol/roomName.ts'
import { mintCapability, newLongId } from './access.ts'
import type { Changes, JoinCodeRecord, NewOwner, NewUpdate, SeatRecord } from './store/store.ts'
import { SERVER_SEAT } from './store/store.ts'

export type MemberLine = { name: string; business: string }
export type NewWorkshop = {
  details: PlanDetails
  facilitatorName: string
  members: readonly MemberLine[]
  joinCode: JoinCodeRecord
  nowMs: number
  /** Fills a member's canvas; left out: it stays empty. */
  fillCanvas?: (doc: Y.Doc, member: NewMember, index: number) => void
}

export function newWorkshop(wanted: NewWorkshop) {
  const workshop = newLongId<WorkshopId>()
  const facilitator = newSeat(
    workshop,
    { name: wanted.facilitatorName, business: '' },
    'facilitator',
  )
  const link = mintCapability(facilitator.id, wanted.nowMs)
  const { members, changes } = newMembers(workshop, wanted.members, wanted.fillCanvas)

  const plan = firstUpdate(planRoom(workshop), (doc) => {
    writeNewPlan(doc, wanted.details)
    writeFacilitator(doc, { seat: facilitator.id, name: facilitator.name })
    writeMembers(doc, members, Math.random)
  })
  const all: Changes = {
    workshops: [{ id: workshop, createdAtMs: wanted.nowMs, joinCode: wanted.joinCode }],
    seats: [facilitator, ...changes.seats],
    rooms: [{ name: planRoom(workshop), workshop }, ...changes.rooms],
    capabilities: [link.record],
    owners: [plan.owner, ...changes.owners],
    updates: [plan.update, ...changes.updates],
  }
  return { workshop, facilitator, secret: link.secret, changes: all }
}

/** Seats and canvases for new members. Their entries in the plan are the caller's to write, in the same transaction. */
export function newMembers(
  workshop: WorkshopId,
  lines: readonly MemberLine[],
  fillCanvas: NewWorkshop['fillCanvas'] = () => {},
) {
  const members: NewMember[] = []
  const changes = {
    seats: [] as SeatRecord[],
    rooms: [] as { name: RoomName; workshop: WorkshopId }[],
    owners: [] as NewOwner[],
    updates: [] as NewUpdate[],
  }
  for (const [index, line] of lines.entries()) {
    const canvas = newLongId<CanvasId>()
    const seat = { ...newSeat(workshop, line, 'member'), canvas }
    const member = { seat: seat.id, canvas, name: line.name, business: line.business }
    const room = canvasRoom(workshop, canvas)
    const { owner, update } = firstUpdate(room, (doc) => {
      stampSchema(canvasSettingsOf(doc))
      fillCanvas(doc, member, index)
    })
    members.push(member)
    changes.seats.push(seat)
    changes.rooms.push({ name: room, workshop })
    changes.owners.push(owner)
    changes.updates.push(update)
  }
  return { members, changes }
}

export const newSeat = (
  workshop: WorkshopId,
  { name, business }: MemberLine,
  role: SeatRecord['role'],
): SeatRecord => ({
  id: newLongId<SeatId>(),
  workshop,
  role,
  canvas: null,
  name,
  business,
  joinedAtMs: null,
})

/** The server alone writes a room's first update, once: two devices that each did so would have everything twice. */
function firstUpdate(room: RoomName, write: (doc: Y.Doc) => void) {
  const doc = new Y.Doc()
  doc.transact(() => write(doc))
  const update: NewUpdate = { room, bytes: Y.encodeStateAsUpdate(doc) }
  const owner: NewOwner = { room, seat: SERVER_SEAT, clients: [doc.clientID] }
  doc.destroy()
  return { update, owner }
}
