import { markJoined } from '../src/model/doc/plan.ts'
import type { SeatId, WorkshopId } from '../src/model/ids.ts'
import { planRoom } from '../src/protocol/roomName.ts'
import type { Holder } from './access.ts'
import type { Services } from './services.ts'

/** Writing down each use would cost a disk flush a request. */
const USE_RESOLUTION_MS = 60_000

/**
 * Remembers when a capability was last used; a member's first use is their coming in, which open dashboards see at once.
 * Nobody is turned away because it could not be written down.
 */
export async function markUsed(services: Services, { capability, seat }: Holder): Promise<void> {
  const atMs = services.now()
  if (services.health.refuses()) return
  const { lastUsedAtMs } = capability
  if (lastUsedAtMs !== null && atMs - lastUsedAtMs < USE_RESOLUTION_MS) return
  try {
    if (lastUsedAtMs === null && seat.role === 'member') {
      await showJoined(services, seat.workshop, seat.id, seat.joinedAtMs ?? atMs)
    }
    await services.groupCommit.write({ used: [{ capability: capability.id, atMs }] })
  } catch (cause) {
    services.log({ level: 'error', event: 'useNotMarked', reason: String(cause) })
  }
}

/** In the seat and in the plan. A second time changes nothing. */
export const showJoined = (
  services: Services,
  workshop: WorkshopId,
  seat: SeatId,
  atMs: number,
): Promise<void> =>
  services.rooms.use(planRoom(workshop), (plan) =>
    plan.edit((doc) => markJoined(doc, seat, atMs), { joined: [{ seat, atMs }] }),
  )
