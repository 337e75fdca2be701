/** Puts the seat a capability opened on this device, so that it is found again without the link. */
import type { Created, Session } from '../protocol/api.ts'
import type { Device, KeptSeat } from '../storage/device.ts'

export async function keepSeat(
  device: Device,
  session: Session,
  capability: string,
  nowMs: number,
): Promise<{ seat: KeptSeat; firstTime: boolean }> {
  const before = await device.seats.get(session.seat)
  const seat: KeptSeat = {
    seat: session.seat,
    workshop: session.workshop,
    role: session.role,
    capability,
    canvas: session.canvas,
    name: session.name,
    business: session.business,
    title: session.title,
    example: session.example,
    openedAtMs: nowMs,
    linkKept: before?.linkKept ?? false,
    revoked: false,
    limits: session.limits,
  }
  await device.seats.put(seat)
  return { seat, firstTime: before === null }
}

/** The key of a workshop that was just made: kept before anything else can go wrong. */
export async function keepCreated(
  device: Device,
  { workshop, seat, role, capability, limits }: Created,
  about: { title: string; name: string; example: boolean },
): Promise<void> {
  await device.seats.put({
    seat,
    workshop,
    role,
    capability,
    canvas: null,
    business: '',
    openedAtMs: Date.now(),
    linkKept: false,
    revoked: false,
    limits,
    ...about,
  })
}
