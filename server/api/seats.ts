import { Hono } from 'hono'
import { renameMember, writeFacilitator, writeMembers } from '../../src/model/doc/plan.ts'
import type { SeatId, WorkshopId } from '../../src/model/ids.ts'
import type { Role } from '../../src/model/roles.ts'
import type { Minted } from '../../src/protocol/api.ts'
import { addFacilitatorSchema, addMembersSchema, renameSeatSchema } from '../../src/protocol/api.ts'
import { planRoom } from '../../src/protocol/roomName.ts'
import { mintCapability } from '../access.ts'
import { newMembers, newSeat } from '../newWorkshop.ts'
import { openOneAfterAnother } from '../oneAfterAnother.ts'
import type { Room } from '../room.ts'
import type { Services } from '../services.ts'
import type { SeatRecord } from '../store/store.ts'
import type { Guards } from './bearer.ts'
import type { ApiContext, ApiEnv } from './context.ts'
import { readBody, refuse } from './respond.ts'
import { seatList } from './seatList.ts'

/** The roster. Seat, canvas and entry in the plan arise together. */
export function seatRoutes(services: Services, guards: Guards): Hono<ApiEnv> {
  const { store, groupCommit, rooms, connections, limits, now } = services

  /** A seat of the asking facilitator's own workshop. */
  const seatOf = async (c: ApiContext): Promise<SeatRecord | null> => {
    const seat = await store.seat((c.req.param('seat') ?? '') as SeatId)
    return seat?.workshop === c.get('holder').seat.workshop ? seat : null
  }

  const oneAfterAnother = openOneAfterAnother()

  /** False where so many more would be too many: of two requests at once the later one knows of the earlier. */
  const addSeats = (
    workshop: WorkshopId,
    role: Role,
    more: number,
    write: (plan: Room) => Promise<void>,
  ): Promise<boolean> =>
    oneAfterAnother(workshop, async () => {
      const seats = await store.seatsOf(workshop)
      const count = seats.filter((seat) => seat.role === role).length
      if (count + more > limits.membersInWorkshop) return false
      await rooms.use(planRoom(workshop), write)
      return true
    })

  return new Hono<ApiEnv>()
    .use('/seats/*', guards.capabilityOnly, guards.facilitatorOnly)
    .use('/facilitators', guards.capabilityOnly, guards.facilitatorOnly)
    .get('/seats', async (c) => c.json(await seatList(services, c.get('holder'))))
    .post('/seats', async (c) => {
      const body = await readBody(c, addMembersSchema)
      if (!body.ok) return refuse(c, body.error)
      const { workshop } = c.get('holder').seat
      const { members, changes } = newMembers(workshop, body.value.members)
      const fit = await addSeats(workshop, 'member', members.length, (plan) =>
        plan.edit((doc) => writeMembers(doc, members, Math.random), changes),
      )
      return fit ? c.json(await seatList(services, c.get('holder'))) : refuse(c, 'tooManyMembers')
    })
    .patch('/seats/:seat', async (c) => {
      const body = await readBody(c, renameSeatSchema)
      if (!body.ok) return refuse(c, body.error)
      const seat = await seatOf(c)
      if (!seat) return refuse(c, 'notFound')
      const { name = seat.name, business = seat.business } = body.value
      await rooms.use(planRoom(seat.workshop), (plan) =>
        plan.edit(
          (doc) =>
            seat.role === 'facilitator'
              ? writeFacilitator(doc, { seat: seat.id, name })
              : renameMember(doc, seat.id, body.value),
          { renamed: [{ seat: seat.id, name, business }] },
        ),
      )
      connections.rename(seat.id, name)
      return c.json(await seatList(services, c.get('holder')))
    })
    .post('/seats/:seat/capabilities', async (c) => {
      const seat = await seatOf(c)
      if (!seat) return refuse(c, 'notFound')
      const { secret, record } = mintCapability(seat.id, now())
      await groupCommit.write({ capabilities: [record] })
      return c.json({
        seat: seat.id,
        role: seat.role,
        capability: secret,
        id: record.id,
      } satisfies Minted)
    })
    .post('/facilitators', async (c) => {
      const body = await readBody(c, addFacilitatorSchema)
      if (!body.ok) return refuse(c, body.error)
      const { workshop } = c.get('holder').seat
      const line = { name: body.value.name, business: '' }
      const seat = newSeat(workshop, line, 'facilitator')
      const { secret, record } = mintCapability(seat.id, now())
      const fit = await addSeats(workshop, 'facilitator', 1, (plan) =>
        plan.edit((doc) => writeFacilitator(doc, { seat: seat.id, name: seat.name }), {
          seats: [seat],
          capabilities: [record],
        }),
      )
      if (!fit) return refuse(c, 'tooManyMembers')
      return c.json({
        seat: seat.id,
        role: seat.role,
        capability: secret,
        id: record.id,
      } satisfies Minted)
    })
}
