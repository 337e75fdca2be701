import { useEffect, useState } from 'react'
import type { KeptSeat } from '../storage/device.ts'
import { useServices } from './services.ts'

/** Every seat this device may sit on, last opened first. Null until the device has answered. */
export function useKeptSeats(): readonly KeptSeat[] | null {
  const { device } = useServices()
  const [seats, setSeats] = useState<readonly KeptSeat[] | null>(null)
  useEffect(() => {
    let current = true
    const read = () =>
      void device.seats.list().then((list) => {
        if (current) setSeats([...list].sort((a, b) => b.openedAtMs - a.openedAtMs))
      })
    read()
    const unsubscribe = device.seats.subscribe(read)
    return () => {
      current = false
      unsubscribe()
    }
  }, [device])
  return seats
}
