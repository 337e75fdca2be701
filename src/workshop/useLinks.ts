import { useMemo } from 'react'
import type { SeatId } from '../model/ids.ts'
import type { Result } from '../model/result.ts'
import { ok } from '../model/result.ts'
import type { Minted } from '../protocol/api.ts'
import { capabilityLink } from '../protocol/capability.ts'
import type { Room } from './FacilitatorRoom.tsx'
import { useServices } from './services.ts'
import type { Trouble } from './trouble.ts'

/**
 * Links that were made since this page was opened, by seat. The server keeps hashes alone, so showing a link again would
 * make a further one; pressing copy and then QR should not.
 */
const made = new Map<SeatId, Minted>()

export type Links = {
  /** A seat's link: the one made before on this page, or a new one. */
  of(seat: SeatId): Promise<Result<string, Trouble>>
  /** A further link for a seat, for a second phone. */
  another(seat: SeatId): Promise<Result<string, Trouble>>
  /**
   * Forgets what was made before and opens nothing any more; the links may have been revoked on another laptop. Asked
   * before `of`, once for a whole list.
   */
  forgetRevoked(): Promise<Result<null, Trouble>>
  /** This device's own: the facilitator's key. */
  own: string
}

/** @param base The address that stands in links; without one there are none to hand on. */
export function useLinks({ seat: self }: Room, base: string | null): Links | null {
  const { api } = useServices()
  return useMemo(() => {
    if (base === null) return null
    const write = ({ role, capability }: Minted) => capabilityLink(base, role, capability)
    const mint = async (seat: SeatId) => api.mintLink(self.capability, seat)
    return {
      async of(seat) {
        const before = made.get(seat)
        if (before) return ok(write(before))
        const minted = await mint(seat)
        if (!minted.ok) return minted
        made.set(seat, minted.value)
        return ok(write(minted.value))
      },
      async another(seat) {
        const minted = await mint(seat)
        return minted.ok ? ok(write(minted.value)) : minted
      },
      async forgetRevoked() {
        if (made.size === 0) return ok(null)
        const list = await api.seats(self.capability)
        if (!list.ok) return list
        for (const { seat, capabilities } of list.value.seats) {
          const known = made.get(seat)
          if (!capabilities.some(({ id }) => id === known?.id)) made.delete(seat)
        }
        return ok(null)
      },
      own: capabilityLink(base, self.role, self.capability),
    }
  }, [api, self.capability, self.role, base])
}
