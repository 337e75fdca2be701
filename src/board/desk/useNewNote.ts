import { useCallback, useSyncExternalStore } from 'react'
import { codeOf } from '../../model/canvas.ts'
import type { ZoneId } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import type { Writing } from '../writer.ts'
import { pairIn } from './pairIn.ts'

/** Opens a new note in a zone; a strategy joins the pair that was picked for it. */
export function useNewNote(): (zone: ZoneId) => Writing | null {
  const { session, writer, pair } = useBoard()
  return useCallback(
    (zone) => {
      const joins = pairIn(session.view(), pair.get(), zone)
      const opened = writer.open({ create: joins.length > 0 ? { zone, joins } : { zone } })
      if (joins.length > 0) pair.set([])
      return opened
    },
    [session, writer, pair],
  )
}

/** "S1 + O2" of the pair that is picked for a zone; empty where none is. */
export function useNextPair(zone: ZoneId): string {
  const { session, pair } = useBoard()
  const picked = useCell(pair, (value) => value)
  return useSyncExternalStore(session.subscribe, () => {
    const view = session.view()
    return pairIn(view, picked, zone)
      .map((note) => codeOf(view, note))
      .join(' + ')
  })
}
