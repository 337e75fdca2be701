import { Hono } from 'hono'
import type { Services } from '../services.ts'
import type { CapabilityRecord } from '../store/store.ts'
import type { Guards } from './bearer.ts'
import type { ApiContext, ApiEnv } from './context.ts'
import { refuse } from './respond.ts'
import { seatList } from './seatList.ts'

/**
 * Taking links back. Open sockets of a revoked one are cut at once. The link that asks is never taken back by its own
 * hand: it may be the only key to the workshop.
 */
export function capabilityRoutes(services: Services, guards: Guards): Hono<ApiEnv> {
  const { store, connections, now, log } = services

  const revoke = async (c: ApiContext, which: (each: CapabilityRecord) => boolean) => {
    const holder = c.get('holder')
    const all = await store.capabilitiesOf(holder.seat.workshop)
    const ids = all
      .filter((each) => which(each) && each.id !== holder.capability.id)
      .map(({ id }) => id)
    await store.revoke(ids, now())
    connections.revoke(ids)
    log({ level: 'info', event: 'linksRevoked', count: ids.length })
    return c.json(await seatList(services, holder))
  }

  return new Hono<ApiEnv>()
    .delete(
      '/seats/:seat/capabilities',
      guards.capabilityOnly,
      guards.facilitatorOnly,
      async (c) => {
        const seat = await store.seat(c.req.param('seat') as CapabilityRecord['seat'])
        if (seat?.workshop !== c.get('holder').seat.workshop) return refuse(c, 'notFound')
        return revoke(c, (each) => each.seat === seat.id)
      },
    )
    .delete('/capabilities/:id', guards.capabilityOnly, guards.facilitatorOnly, async (c) => {
      const id = c.req.param('id')
      const { capability, seat } = c.get('holder')
      if (id === capability.id) return refuse(c, 'notAllowed')
      const known = await store.capabilitiesOf(seat.workshop)
      if (!known.some((each) => each.id === id)) return refuse(c, 'notFound')
      return revoke(c, (each) => each.id === id)
    })
}
