import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { sameValue } from '../model/sameValue.ts'
import type { SeatList, ShownLimits } from '../protocol/api.ts'
import type { Device, KeptSeat } from '../storage/device.ts'
import { useStatus } from '../sync/useCanvas.ts'
import type { Room } from './FacilitatorRoom.tsx'
import { useServices } from './services.ts'
import type { Trouble } from './trouble.ts'

/** The server may have been started with others since this seat was kept. */
function keepLimits(device: Device, { seat, limits }: KeptSeat, now: ShownLimits): void {
  if (!sameValue(limits, now)) void device.seats.update(seat, { limits: now })
}

export type Seats = {
  /** Null until the server has answered once. */
  list: SeatList | null
  trouble: Trouble | null
  reload(): void
  /** A newer list, as an answer to a change brought it. */
  set(list: SeatList): void
}

/** The roster with the state of its links. Asked for again whenever the plan changes (somebody came in, was added). */
export function useSeatList({ seat, plan }: Room): Seats {
  const { api, device } = useServices()
  const [list, setList] = useState<SeatList | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [turn, setTurn] = useState(0)
  const { members } = useSyncExternalStore(plan.subscribe, plan.view)
  const connected = useStatus(plan).connection.type === 'connected'
  // biome-ignore lint/correctness/useExhaustiveDependencies: other members, a new connection and another turn ask again
  useEffect(() => {
    let current = true
    void api.seats(seat.capability).then((answer) => {
      if (!current) return
      if (answer.ok) {
        setList(answer.value)
        keepLimits(device, seat, answer.value.limits)
      }
      setTrouble(answer.ok ? null : answer.error)
    })
    return () => {
      current = false
    }
  }, [api, seat.capability, members, connected, turn])
  const reload = useCallback(() => setTurn((before) => before + 1), [])
  return useMemo(() => ({ list, trouble, reload, set: setList }), [list, trouble, reload])
}
