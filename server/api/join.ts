import { Hono } from 'hono'
import { readPlanTitle } from '../../src/model/doc/plan.ts'
import type { JoinOffer, Minted } from '../../src/protocol/api.ts'
import { changeJoinCodeSchema, claimSchema, joinSchema } from '../../src/protocol/api.ts'
import type { JoinCode } from '../../src/protocol/joinCode.ts'
import { planRoom } from '../../src/protocol/roomName.ts'
import { mintCapability } from '../access.ts'
import { RefilledCounter } from '../rateLimit.ts'
import { remoteAddress } from '../remoteAddress.ts'
import { showJoined } from '../seatUse.ts'
import type { Services } from '../services.ts'
import type { SeatRecord, WorkshopRecord } from '../store/store.ts'
import type { Guards } from './bearer.ts'
import type { ApiContext, ApiEnv } from './context.ts'
import type { Rates } from './rates.ts'
import { readBody, refuse } from './respond.ts'
import { joinCodeState } from './seatList.ts'
import { freeJoinCode } from './workshops.ts'

/** By its name, or else by its business: somebody can know that it is theirs. */
const canBeFound = ({ role, name, business }: SeatRecord): boolean =>
  role === 'member' && (name !== '' || business !== '')

const canBeTaken = (seat: SeatRecord): boolean => canBeFound(seat) && seat.joinedAtMs === null

export function joinRoutes(services: Services, guards: Guards, rates: Rates): Hono<ApiEnv> {
  const { store, rooms, limits, now, log } = services
  const failures = new RefilledCounter(limits.joinFailureBurst, limits.joinFailuresPerMinute)

  /** Codes can be guessed, so somebody who guesses must wait, even with the right one. */
  const workshopBehind = async (c: ApiContext, code: JoinCode) => {
    const from = remoteAddress(c.env.incoming)
    const waitSeconds = failures.waitSeconds(from, now())
    if (waitSeconds > 0) return refuse(c, 'tooManyTries', waitSeconds)
    const found = await store.workshopByJoinCode(code, now())
    if (found) {
      const busySeconds = rates.ofWorkshop(found.id)
      return busySeconds > 0 ? refuse(c, 'tooManyTries', busySeconds) : found
    }
    failures.count(from, now())
    return refuse(c, 'codeUnknown')
  }

  return new Hono<ApiEnv>()
    .post('/join', async (c) => {
      const body = await readBody(c, joinSchema)
      if (!body.ok) return refuse(c, body.error)
      const workshop = await workshopBehind(c, body.value.code)
      if (workshop instanceof Response) return workshop
      const seats = await store.seatsOf(workshop.id)
      const { title, example } = await rooms.use(planRoom(workshop.id), (plan) =>
        plan.read(readPlanTitle),
      )
      return c.json({
        title,
        example,
        free: seats
          .filter(canBeTaken)
          .map(({ id, name, business }) => ({ seat: id, name, business })),
        taken: seats.filter(({ role, joinedAtMs }) => role === 'member' && joinedAtMs !== null)
          .length,
      } satisfies JoinOffer)
    })
    .post('/join/claim', async (c) => {
      const body = await readBody(c, claimSchema)
      if (!body.ok) return refuse(c, body.error)
      const workshop = await workshopBehind(c, body.value.code)
      if (workshop instanceof Response) return workshop
      const seat = await store.seat(body.value.seat)
      if (seat?.workshop !== workshop.id || !canBeFound(seat)) {
        return refuse(c, 'notFound')
      }
      const { secret, record } = mintCapability(seat.id, now())
      if (!(await store.claimSeat(record, now()))) return refuse(c, 'seatTaken')
      await showJoined(services, workshop.id, seat.id, now()).catch((cause) =>
        // The seat is theirs already; the plan learns it at the link's first use.
        log({ level: 'error', event: 'joinNotShown', reason: String(cause) }),
      )
      return c.json({
        seat: seat.id,
        role: seat.role,
        capability: secret,
        id: record.id,
      } satisfies Minted)
    })
    .post('/join-code', guards.capabilityOnly, guards.facilitatorOnly, async (c) => {
      const body = await readBody(c, changeJoinCodeSchema)
      if (!body.ok) return refuse(c, body.error)
      const workshop = await store.workshop(c.get('holder').seat.workshop)
      if (!workshop) return refuse(c, 'notFound')
      await changeJoinCode(services, workshop, body.value.action)
      const changed = await store.workshop(workshop.id)
      return c.json(joinCodeState((changed ?? workshop).joinCode, now()))
    })
}

async function changeJoinCode(
  services: Services,
  { id, joinCode }: WorkshopRecord,
  action: 'renew' | 'open' | 'close',
): Promise<void> {
  const { store, now } = services
  if (action === 'close') {
    await store.setJoinCode(id, { ...joinCode, open: false }, now())
    return
  }
  // Opened again it keeps its word, unless another workshop took it meanwhile.
  let next = await freeJoinCode(services)
  if (action === 'open') next = { ...next, code: joinCode.code }
  while (!(await store.setJoinCode(id, next, now()))) next = await freeJoinCode(services)
}
