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
  /** Its links were revoked: what was made before opens nothing any more. */
  forget(seat: SeatId): void
  /** This device's own: the facilitator's key. */
  own: string
}

/** @param base The address that stands in links. */
export function useLinks({ seat: self }: Room, base: string): Links {
  const { api } = useServices()
  return useMemo(() => {
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
      forget: (seat) => void made.delete(seat),
      own: capabilityLink(base, self.role, self.capability),
    }
  }, [api, self.capability, self.role, base])
}
