import type { ReactNode } from 'react'
import { useEffect, useMemo, useState } from 'react'
import type { WorkshopId } from '../model/ids.ts'
import type { KeptSeat } from '../storage/device.ts'
import type { Connection, PlanSession } from '../sync/session.ts'
import { acquirePlan } from '../sync/sessions.ts'
import { useLease, useStatus } from '../sync/useCanvas.ts'
import { LinkProblem } from './LinkProblem.tsx'
import { Opening } from './Opening.tsx'
import { useServices } from './services.ts'
import type { Trouble } from './trouble.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

export type Room = { seat: KeptSeat; plan: PlanSession }

type FacilitatorRoomProps = {
  workshop: WorkshopId
  /** Known already, where the device can't keep it. */
  seat?: KeptSeat
  children(room: Room): ReactNode
}

/** A workshop opened as its facilitator: finds the seat on this device, opens the plan, says why where it can't. */
export function FacilitatorRoom({ workshop, seat: given, children }: FacilitatorRoomProps) {
  const { device } = useServices()
  const words = useFacilitatorMessages()
  const [seat, setSeat] = useState<KeptSeat | null | undefined>(given)
  useEffect(() => {
    if (given) return
    let current = true
    const read = () =>
      void device.seats.facilitatorOf(workshop).then((found) => {
        if (current) setSeat(found)
      })
    read()
    const unsubscribe = device.seats.subscribe(read)
    return () => {
      current = false
      unsubscribe()
    }
  }, [device, workshop, given])
  if (seat === undefined) return <Opening text={words.dashboard.loading} />
  if (seat === null) return <LinkProblem problem={{ type: 'workshopNotHere' }} />
  return <OpenRoom seat={seat}>{children}</OpenRoom>
}

function OpenRoom({ seat, children }: { seat: KeptSeat; children(room: Room): ReactNode }) {
  const { device, origin } = useServices()
  const words = useFacilitatorMessages()
  const plan = useLease(() => acquirePlan({ device, origin, seat }), [seat.seat, seat.capability])
  if (!plan) return <Opening text={words.dashboard.loading} />
  return (
    <LoadedRoom seat={seat} plan={plan}>
      {children}
    </LoadedRoom>
  )
}

function LoadedRoom({ seat, plan, children }: Room & { children(room: Room): ReactNode }) {
  const { device } = useServices()
  const words = useFacilitatorMessages()
  const { connection, loaded } = useStatus(plan)
  const room = useMemo(() => ({ seat, plan }), [seat, plan])
  useKeptTitle(seat, plan)
  const revoked =
    connection.type === 'refused' &&
    (connection.reason === 'linkRevoked' || connection.reason === 'linkUnknown')
  useEffect(() => {
    if (revoked && !seat.revoked) void device.seats.update(seat.seat, { revoked: true })
  }, [device, revoked, seat])
  if (revoked) {
    return <LinkProblem problem={{ type: 'revoked', seat, waiting: 0, onSee: null }} />
  }
  if (connection.type === 'refused' && connection.reason === 'clientTooOld') {
    return <LinkProblem problem={{ type: 'outdated' }} />
  }
  if (!loaded && connection.type === 'offline') {
    return <LinkProblem problem={{ type: 'offline', what: 'workshop', onRetry: plan.retry }} />
  }
  const trouble = troubleOf(connection)
  if (!loaded && trouble) {
    return (
      <LinkProblem problem={{ type: 'trouble', trouble, to: 'facilitator', onRetry: plan.retry }} />
    )
  }
  if (!loaded) return <Opening text={words.dashboard.loading} />
  return children(room)
}

/** What keeps the plan from coming, or from being written, where the server itself said so. */
export function troubleOf({ type }: Connection): Trouble | null {
  switch (type) {
    case 'crowded':
      return { type }
    case 'serverCannotStore':
      return { type: 'storeUnavailable' }
    case 'serverDamaged':
      return { type: 'damaged', what: 'workshop' }
    default:
      return null
  }
}

/** The title as the plan has it now; the device's list of workshops follows it. */
function useKeptTitle(seat: KeptSeat, plan: PlanSession): void {
  const { device } = useServices()
  const [title, setTitle] = useState(plan.view().title || seat.title)
  useEffect(() => {
    const read = () => setTitle(plan.view().title || seat.title)
    read()
    return plan.subscribe(read)
  }, [plan, seat.title])
  useEffect(() => {
    if (title !== seat.title) void device.seats.update(seat.seat, { title })
  }, [device, title, seat])
}
