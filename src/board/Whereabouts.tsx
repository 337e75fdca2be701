import { useEffect, useSyncExternalStore } from 'react'
import { useBoard } from './boardContext.ts'
import { useCell } from './cell.ts'

/**
 * Tells others where this person is and what they write in; nothing once the screen is gone or out of sight. It shows
 * nothing: a step from zone to zone draws this alone, and not the screen around it.
 */
export function Whereabouts(): null {
  const { session, writer, place, device, tab: tabCell } = useBoard()
  const tab = useCell(tabCell, (value) => value)
  const zone = useCell(place, (value) => value)
  const note = useCell(writer.cell, (writing) => writing?.noteId ?? null)
  const writingZone = useCell(writer.cell, (writing) => writing?.zone ?? null)
  const seen = useSyncExternalStore(subscribeVisible, () => document.visibilityState === 'visible')
  const where = writingZone ?? zone
  useEffect(() => {
    session.setWhere(
      seen ? { tab, device, ...(where && { zone: where }), ...(note && { note }) } : null,
    )
  }, [session, tab, device, where, note, seen])
  useEffect(() => () => session.setWhere(null), [session])
  return null
}

function subscribeVisible(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
