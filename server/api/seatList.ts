import type { JoinCodeState, SeatList } from '../../src/protocol/api.ts'
import type { Holder } from '../access.ts'
import { shownLimits } from '../config.ts'
import type { Services } from '../services.ts'
import type { JoinCodeRecord } from '../store/store.ts'

/** An expired code is closed, whatever stands in the store. */
export const joinCodeState = (record: JoinCodeRecord, nowMs: number): JoinCodeState => ({
  code: record.code,
  open: record.open && record.expiresAtMs > nowMs,
  expiresAtMs: record.expiresAtMs,
})

/** The roster with the state of everybody's links, as facilitators see it. */
export async function seatList(services: Services, holder: Holder): Promise<SeatList> {
  const { store, now, limits } = services
  const { workshop } = holder.seat
  const [seats, capabilities, record] = await Promise.all([
    store.seatsOf(workshop),
    store.capabilitiesOf(workshop),
    store.workshop(workshop),
  ])
  if (!record) throw new Error(`workshop ${workshop} has seats but is not there`)
  const live = capabilities.filter(({ revokedAtMs }) => revokedAtMs === null)
  return {
    seats: seats.map(({ id, role, name, business, canvas, joinedAtMs }) => ({
      seat: id,
      role,
      name,
      business,
      canvas,
      joinedAtMs,
      capabilities: live
        .filter(({ seat }) => seat === id)
        .map((each) => ({
          id: each.id,
          createdAtMs: each.createdAtMs,
          lastUsedAtMs: each.lastUsedAtMs,
          own: each.id === holder.capability.id,
        })),
    })),
    joinCode: joinCodeState(record.joinCode, now()),
    limits: shownLimits(limits),
  }
}
