import { useMemo } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { KeptSeat } from '../storage/device.ts'
import type { MenuItem } from '../ui/Menu.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import type { Route } from '../workshop/route.ts'
import { useServices } from '../workshop/services.ts'
import { useKeptSeats } from '../workshop/useKeptSeats.ts'
import { useScreenItems } from '../workshop/useScreenItems.ts'

type WaysOut = { onBack?: () => void; backLabel?: string; menu: MenuItem[] }

/** A facilitator goes back to all canvases; a member has a way back where several people sit on this device. */
export function useWaysOut(seat: KeptSeat): WaysOut {
  const { go } = useServices()
  const messages = useMessages()
  const always = useScreenItems()
  const several = (useKeptSeats()?.length ?? 0) > 1
  const mine = messages.workshop.mine.title(useIsPhone() ? 'phone' : 'laptop')
  const { allCanvases } = messages.workshop.canvas
  const isFacilitator = seat.role === 'facilitator'
  return useMemo(() => {
    const back: Route | null = isFacilitator
      ? { type: 'workshop', workshop: seat.workshop }
      : several
        ? { type: 'mine' }
        : null
    const menu = [...always]
    if (!isFacilitator) {
      const onChoose = () => go({ type: 'mine' })
      menu.unshift({ key: 'mine', icon: 'grid', label: mine, onChoose })
    }
    if (!back) return { menu }
    return { onBack: () => go(back), backLabel: isFacilitator ? allCanvases : mine, menu }
  }, [isFacilitator, seat.workshop, several, always, go, mine, allCanvases])
}
