import type { CanvasSession, PlanSession } from '../../../src/sync/session.ts'

/** Resolves as soon as it is so, asked again at every change that the session tells of. */
export function until(session: CanvasSession | PlanSession, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stops: (() => void)[] = []
    const look = () => {
      if (!isSo()) return
      for (const stop of stops) stop()
      resolve()
    }
    stops.push(session.subscribe(look))
    stops.push(session.subscribeStatus(look))
    stops.push(session.subscribePeople(look))
    look()
  })
}

export const untilConnected = (session: CanvasSession | PlanSession): Promise<void> =>
  until(session, () => session.status().connection.type === 'connected')

export const untilStored = (session: CanvasSession | PlanSession): Promise<void> =>
  until(session, () => session.status().stored)
