import { Hono } from 'hono'
import { systemRandomBytes } from '../../src/model/ids.ts'
import type { Created } from '../../src/protocol/api.ts'
import { createSampleSchema, createWorkshopSchema } from '../../src/protocol/api.ts'
import { shownLimits } from '../config.ts'
import { randomJoinCode } from '../joinCode.ts'
import type { NewWorkshop } from '../newWorkshop.ts'
import { newWorkshop } from '../newWorkshop.ts'
import { WindowCounter } from '../rateLimit.ts'
import { remoteAddress } from '../remoteAddress.ts'
import { sampleWorkshop } from '../sample.ts'
import type { Services } from '../services.ts'
import type { JoinCodeRecord } from '../store/store.ts'
import type { ApiContext, ApiEnv } from './context.ts'
import { readBody, refuse } from './respond.ts'

const HOUR_MS = 3_600_000
const MAX_CODE_TRIES = 200

/** Making workshops: the only thing that a stranger may do, so it is counted by address. */
export function workshopRoutes(services: Services): Hono<ApiEnv> {
  const { store, limits, now, log } = services
  const made = new WindowCounter(limits.workshopsPerHour, HOUR_MS)

  const create = async (c: ApiContext, wanted: Omit<NewWorkshop, 'joinCode' | 'nowMs'>) => {
    const from = remoteAddress(c.env.incoming)
    const waitSeconds = made.waitSeconds(from, now())
    if (waitSeconds > 0) return refuse(c, 'tooManyTries', waitSeconds)
    if (wanted.members.length > limits.membersInWorkshop) return refuse(c, 'tooManyMembers')
    made.count(from, now())

    const joinCode = await freeJoinCode(services)
    const { workshop, facilitator, secret, changes } = newWorkshop({
      ...wanted,
      joinCode,
      nowMs: now(),
    })
    await store.commit(changes)
    log({ level: 'info', event: 'workshopMade', workshop, members: wanted.members.length })
    return c.json({
      workshop,
      seat: facilitator.id,
      role: 'facilitator',
      capability: secret,
      limits: shownLimits(limits),
    } satisfies Created)
  }

  return new Hono<ApiEnv>()
    .post('/workshops', async (c) => {
      const body = await readBody(c, createWorkshopSchema)
      if (!body.ok) return refuse(c, body.error)
      const { facilitatorName, members, ...details } = body.value
      return create(c, { details: { ...details, example: false }, facilitatorName, members })
    })
    .post('/samples', async (c) => {
      const body = await readBody(c, createSampleSchema)
      if (!body.ok) return refuse(c, body.error)
      return create(c, sampleWorkshop(body.value.language))
    })
}

/** A code that no other workshop has open now. Closed where nearly all are: it can be opened later. */
export async function freeJoinCode({ store, limits, now }: Services): Promise<JoinCodeRecord> {
  const nowMs = now()
  const expiresAtMs = nowMs + limits.joinCodeHours * HOUR_MS
  let code = randomJoinCode(systemRandomBytes)
  for (let tries = 0; tries < MAX_CODE_TRIES; tries++) {
    const isFree = (await store.workshopByJoinCode(code, nowMs)) === null
    if (isFree) return { code, open: true, expiresAtMs }
    code = randomJoinCode(systemRandomBytes)
  }
  return { code, open: false, expiresAtMs }
}
