import { useState } from 'react'
import type { JoinCodeState } from '../protocol/api.ts'
import type { Room } from './FacilitatorRoom.tsx'
import { useServices } from './services.ts'
import type { Trouble } from './trouble.ts'
import type { Seats } from './useSeatList.ts'

type CodeAction = 'renew' | 'open' | 'close'

export type JoinCodeControl = {
  /** Null until the server has answered. */
  state: JoinCodeState | null
  /** Whether somebody who types it now is let in. */
  valid: boolean
  trouble: Trouble | null
  change(action: CodeAction): void
}

export function useJoinCode(room: Room, seats: Seats): JoinCodeControl {
  const { api } = useServices()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const state = seats.list?.joinCode ?? null
  return {
    state,
    valid: state?.open === true && state.expiresAtMs > Date.now(),
    trouble,
    change(action) {
      void api.changeJoinCode(room.seat.capability, action).then((answer) => {
        setTrouble(answer.ok ? null : answer.error)
        if (answer.ok && seats.list) seats.set({ ...seats.list, joinCode: answer.value })
      })
    },
  }
}
