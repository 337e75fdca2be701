import { useCallback } from 'react'
import type { NoteId } from '../../model/ids.ts'
import { pairIn } from '../../model/pair.ts'
import type { ZoneId } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import type { Writing } from '../writer.ts'

/** Opens a new note in a zone; a strategy joins the pair that was picked for it. */
export function useNewNote(): (zone: ZoneId) => Writing | null {
  const { writer } = useBoard()
  const takePair = useTakePair()
  return useCallback(
    (zone) => writer.open({ create: { zone, joins: takePair(zone) } }),
    [writer, takePair],
  )
}

/** The pair that was picked for a zone; what is written there joins it, and it is picked no more. */
export function useTakePair(): (zone: ZoneId) => readonly NoteId[] {
  const { session, pair } = useBoard()
  return useCallback(
    (zone) => {
      const joins = pairIn(session.view(), pair.get(), zone)
      if (joins.length > 0) pair.set([])
      return joins
    },
    [session, pair],
  )
}
