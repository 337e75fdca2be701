import { useEffect, useState } from 'react'
import type { KeptSeat } from '../storage/device.ts'
import type { Peek } from '../sync/peekRoom.ts'
import { useServices } from './services.ts'

/** What this device keeps of a seat's canvas, read without connecting. Null until it has been read. */
export function useKeptCanvas(seat: KeptSeat): Peek | null {
  const { peek } = useServices()
  const [kept, setKept] = useState<Peek | null>(null)
  useEffect(() => {
    let current = true
    void peek(seat).then((found) => {
      if (current) setKept(found)
    })
    return () => {
      current = false
    }
  }, [peek, seat])
  return kept
}
