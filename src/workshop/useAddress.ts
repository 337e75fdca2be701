import { useCallback, useEffect, useMemo, useState } from 'react'
import type { WorkshopId } from '../model/ids.ts'
import type { Addresses } from '../protocol/api.ts'
import { useServices } from './services.ts'

export type Address = { origin: string; label: string; here: boolean }

export type AddressChoice = {
  /** Null until the server has said where it can be reached. */
  addresses: readonly Address[] | null
  /** `--public-url` says it: nothing to choose. */
  fixed: boolean
  /** The one of them that is used. */
  chosen: string | null
  /** What stands in links and QR codes: never an address that means this machine alone. Null while none is known. */
  base: string | null
  choose(origin: string): void
  check(): void
}

/**
 * Where others reach this server, and which of it links carry: kept for each workshop.
 * @param connected Asked again when it changes: another network may be another address.
 */
export function useAddress(workshop: WorkshopId, connected: boolean): AddressChoice {
  const { api, device, origin } = useServices()
  const [known, setKnown] = useState<Addresses | null>(null)
  const [preferred, setPreferred] = useState<string | null>(null)
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new connection and another turn ask again
  useEffect(() => {
    let current = true
    const read = async () => {
      const { address } = await device.preferences.get()
      const answer = await api.addresses()
      if (!current) return
      setPreferred(address[workshop] ?? null)
      setKnown(answer.ok ? answer.value : null)
    }
    void read()
    return () => {
      current = false
    }
  }, [api, device, workshop, connected, turn])
  const addresses = useMemo(() => known && reachable(known, origin), [known, origin])
  const choose = useCallback(
    (next: string) => {
      setPreferred(next)
      void device.preferences
        .get()
        .then(({ address }) =>
          device.preferences.set({ address: { ...address, [workshop]: next } }),
        )
    },
    [device, workshop],
  )
  const check = useCallback(() => setTurn((before) => before + 1), [])
  const used = addresses?.find((each) => each.origin === preferred) ?? addresses?.[0] ?? null
  // Without an answer: what was chosen here before still holds.
  const chosen = used?.origin ?? (known ? null : preferred)
  return {
    addresses,
    fixed: known?.fixed ?? false,
    chosen,
    base: chosen ?? (isLocal(origin) ? null : origin),
    choose,
    check,
  }
}

/** The address this page came by is known to work, so it comes first; what only this machine reaches is left out. */
export function reachable({ reachable: served, fixed }: Addresses, origin: string): Address[] {
  const others = served.map((each) => ({ ...each, here: each.origin === origin }))
  if (fixed || isLocal(origin)) return others
  const own = others.find((each) => each.here) ?? { origin, label: '', here: true }
  return [own, ...others.filter((each) => !each.here)]
}

/** True for addresses that mean "this machine" wherever they are opened. */
export function isLocal(origin: string): boolean {
  const { hostname } = new URL(origin)
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    /^(127\.|\[::1\]|0\.0\.0\.0$)/.test(hostname)
  )
}

/** "192.168.1.20:8080", as people read it aloud; the scheme only where it says something. */
export const addressName = (origin: string): string => origin.replace(/^http:\/\//, '')
