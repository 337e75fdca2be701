import { useEffect, useState } from 'react'
import { canvasRoom } from '../protocol/roomName.ts'
import type { KeptSeat } from '../storage/device.ts'
import type { Peek } from '../sync/peekRoom.ts'
import { peekRoom } from '../sync/peekRoom.ts'
import { useServices } from './services.ts'

/** What this device keeps of a seat's canvas, read without connecting. Null until it has been read. */
export function useKeptCanvas(seat: KeptSeat): Peek | null {
  const { device } = useServices()
  const [kept, setKept] = useState<Peek | null>(null)
  useEffect(() => {
    if (!seat.canvas) return
    let current = true
    const room = canvasRoom(seat.workshop, seat.canvas)
    void peekRoom(device, { room, seat: seat.seat }).then((found) => {
      if (current) setKept(found)
    })
    return () => {
      current = false
    }
  }, [device, seat])
  return kept
}
