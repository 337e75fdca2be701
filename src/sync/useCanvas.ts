/** The React face of open rooms. Each hook redraws only for what it names; snapshots keep their identity. */
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { CanvasView } from '../model/canvas.ts'
import type { NoteId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import type { PlanView } from '../model/workshop.ts'
import type { ZoneId } from '../model/zones.ts'
import type { CanvasSession, PersonHere, PlanSession, RoomStatus, Tick } from './session.ts'
import type { Lease } from './sessions.ts'

type AnySession = Pick<CanvasSession, 'status' | 'subscribeStatus' | 'people' | 'subscribePeople'>

export const useCanvasView = (session: CanvasSession): CanvasView =>
  useSyncExternalStore(session.subscribe, session.view)

/**
 * What is made anew of the canvas at each look, such as a list: the same object while it says the same, so that letters
 * redraw nothing. Plain values only.
 */
export function useViewPart<T>(session: CanvasSession, part: (view: CanvasView) => T): T {
  const written = useSyncExternalStore(session.subscribe, () =>
    JSON.stringify(part(session.view())),
  )
  return useMemo(() => JSON.parse(written) as T, [written])
}

/** Null where the note is not on the canvas. Redraws for this note's changes only. */
export const useNote = (session: CanvasSession, note: NoteId | null): Note | null =>
  useNotePart(session, note, (found) => found)

/** A part of a note; null where it is not on the canvas. Redraws when that part becomes another value. */
export function useNotePart<T>(
  session: CanvasSession,
  note: NoteId | null,
  part: (note: Note) => T,
): T | null {
  const subscribe = useCallback(
    (listener: () => void) => (note ? session.subscribeNote(note, listener) : () => {}),
    [session, note],
  )
  return useSyncExternalStore(subscribe, () => {
    const found = note && session.view().notes.get(note)
    return found ? part(found) : null
  })
}

/** Ids of a zone's notes, in order. Redraws when notes come, go or change places there. */
export const useZone = (session: CanvasSession, zone: ZoneId): readonly NoteId[] =>
  useSyncExternalStore(session.subscribe, () => session.view().zones[zone])

export function useTick(session: CanvasSession, note: NoteId): Tick {
  const subscribe = useCallback(
    (listener: () => void) => session.subscribeTick(note, listener),
    [session, note],
  )
  return useSyncExternalStore(subscribe, () => session.tickOf(note))
}

export const useStatus = (session: AnySession): RoomStatus =>
  useSyncExternalStore(session.subscribeStatus, session.status)

export const usePeople = (session: AnySession): readonly PersonHere[] =>
  useSyncExternalStore(session.subscribePeople, session.people)

export const useHistory = (session: CanvasSession): { canUndo: boolean; canRedo: boolean } => ({
  canUndo: useSyncExternalStore(
    session.subscribeHistory,
    () => session.edits()?.canUndo() ?? false,
  ),
  canRedo: useSyncExternalStore(
    session.subscribeHistory,
    () => session.edits()?.canRedo() ?? false,
  ),
})

export const usePlanView = (session: PlanSession): PlanView =>
  useSyncExternalStore(session.subscribe, session.view)

/**
 * Holds a session while a screen is shown: `useLease(() => acquireCanvas(options), [seat, canvas])`. Null at first draw
 * and where `acquire` has nothing to open yet.
 */
export function useLease<S>(
  acquire: () => Lease<S> | null,
  named: readonly (string | null)[],
): S | null {
  const [session, setSession] = useState<S | null>(null)
  const name = named.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `named` says when it is another session
  useEffect(() => {
    const lease = acquire()
    setSession(() => lease?.session ?? null)
    return () => {
      setSession(null)
      lease?.release()
    }
  }, [name])
  return session
}
