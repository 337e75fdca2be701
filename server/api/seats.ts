import { Hono } from 'hono'
import { renameMember, writeFacilitator, writeMembers } from '../../src/model/doc/plan.ts'
import type { SeatId } from '../../src/model/ids.ts'
import type { Minted } from '../../src/protocol/api.ts'
import { addFacilitatorSchema, addMembersSchema, renameSeatSchema } from '../../src/protocol/api.ts'
import { planRoom } from '../../src/protocol/roomName.ts'
import { mintCapability } from '../access.ts'
import { newMembers, newSeat } from '../newWorkshop.ts'
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

  return new Hono<ApiEnv>()
    .use('/seats/*', guards.capabilityOnly, guards.facilitatorOnly)
    .use('/facilitators', guards.capabilityOnly, guards.facilitatorOnly)
    .get('/seats', async (c) => c.json(await seatList(services, c.get('holder'))))
    .post('/seats', async (c) => {
      const body = await readBody(c, addMembersSchema)
      if (!body.ok) return refuse(c, body.error)
      const { workshop } = c.get('holder').seat
      const seats = await store.seatsOf(workshop)
      const count = seats.filter(({ role }) => role === 'member').length
      if (count + body.value.members.length > limits.membersInWorkshop) {
        return refuse(c, 'tooManyMembers')
      }
      const { members, changes } = newMembers(workshop, body.value.members)
      await rooms.use(planRoom(workshop), (plan) =>
        plan.edit((doc) => writeMembers(doc, members, Math.random), changes),
      )
      return c.json(await seatList(services, c.get('holder')))
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
      const seats = await store.seatsOf(workshop)
      const count = seats.filter(({ role }) => role === 'facilitator').length
      if (count >= limits.membersInWorkshop) return refuse(c, 'tooManyMembers')
      const line = { name: body.value.name, business: '' }
      const seat = newSeat(workshop, line, 'facilitator')
      const { secret, record } = mintCapability(seat.id, now())
      await rooms.use(planRoom(workshop), (plan) =>
        plan.edit((doc) => writeFacilitator(doc, { seat: seat.id, name: seat.name }), {
          seats: [seat],
          capabilities: [record],
        }),
      )
      return c.json({
        seat: seat.id,
        role: seat.role,
        capability: secret,
        id: record.id,
      } satisfies Minted)
    })
}
