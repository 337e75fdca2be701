import { useCallback, useEffect, useState } from 'react'
import type { KeptSeat } from '../storage/device.ts'
import { keepSeat } from './keepSeat.ts'
import { useServices } from './services.ts'
import type { Trouble } from './trouble.ts'

export type Opened =
  | { type: 'opening' }
  /** `welcome`: the first time that this device sits here. */
  | { type: 'open'; seat: KeptSeat; welcome: boolean }
  | { type: 'revoked'; seat: KeptSeat | null }
  | { type: 'unknown' }
  | { type: 'trouble'; trouble: Trouble }

/**
 * Opens a capability link. A seat that this device knows opens at once, with or without signal, and the server is asked
 * behind it; an unknown one waits for the server's answer and is kept.
 */
export function useOpenLink(capability: string): { opened: Opened; retry(): void } {
  const { api, device } = useServices()
  const [opened, setOpened] = useState<Opened>({ type: 'opening' })
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn asks again
  useEffect(() => {
    let current = true
    const show = (next: Opened) => {
      if (current) setOpened(next)
    }
    const open = async () => {
      const known = (await device.seats.list()).find((seat) => seat.capability === capability)
      if (known && !known.revoked) {
        show({ type: 'open', seat: known, welcome: false })
        await device.seats.update(known.seat, { openedAtMs: Date.now() })
      }
      const session = await api.session(capability)
      if (session.ok) {
        const { seat, firstTime } = await keepSeat(device, session.value, capability, Date.now())
        show({ type: 'open', seat, welcome: firstTime })
        return
      }
      switch (session.error.type) {
        case 'linkRevoked':
          if (known) await device.seats.update(known.seat, { revoked: true })
          show({ type: 'revoked', seat: known ? { ...known, revoked: true } : null })
          return
        case 'linkUnknown':
          // A seat we know was opened with it once: then it was revoked, or the server's data is another one now.
          show(known ? { type: 'revoked', seat: { ...known, revoked: true } } : { type: 'unknown' })
          return
        default:
          if (known?.revoked) show({ type: 'revoked', seat: known })
          else if (!known) show({ type: 'trouble', trouble: session.error })
      }
    }
    void open()
    return () => {
      current = false
    }
  }, [api, device, capability, turn])
  const retry = useCallback(() => {
    setOpened({ type: 'opening' })
    setTurn((before) => before + 1)
  }, [])
  return { opened, retry }
}
