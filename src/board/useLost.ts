import { useEffect } from 'react'
import type { SeatId } from '../model/ids.ts'
import type { CanvasSession } from '../sync/session.ts'
import type { Actions } from './actions.ts'
import type { RemoteChanges } from './remoteChanges.ts'

/** Somebody deleted what this person has just worked on: who it was is said, and one press brings it back. */
export function useLost(
  session: CanvasSession,
  changes: RemoteChanges,
  actions: Actions,
  nameOf: (seat: SeatId | null) => string,
): void {
  useEffect(
    () =>
      changes.subscribeLost((notes) => {
        const removal = notes[0] && session.removalOf(notes[0].id)
        // One's own hand on another device took nothing from anybody.
        if (removal && removal.by !== session.seat) actions.sayLost(notes, nameOf(removal.by))
      }),
    [session, changes, actions, nameOf],
  )
}
