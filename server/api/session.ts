import { Hono } from 'hono'
import { readPlanTitle } from '../../src/model/doc/plan.ts'
import type { Session } from '../../src/protocol/api.ts'
import { planRoom } from '../../src/protocol/roomName.ts'
import { shownLimits } from '../config.ts'
import { markUsed } from '../seatUse.ts'
import type { Services } from '../services.ts'
import type { Guards } from './bearer.ts'
import type { ApiEnv } from './context.ts'

export const sessionRoutes = (services: Services, { capabilityOnly }: Guards): Hono<ApiEnv> =>
  new Hono<ApiEnv>().get('/session', capabilityOnly, async (c) => {
    const holder = c.get('holder')
    await markUsed(services, holder)
    const { workshop, id, role, canvas, name, business } = holder.seat
    const { title, example } = await services.rooms.use(planRoom(workshop), (plan) =>
      plan.read(readPlanTitle),
    )
    return c.json({
      workshop,
      seat: id,
      role,
      canvas,
      name,
      business,
      title,
      example,
      limits: shownLimits(services.limits),
    } satisfies Session)
  })
