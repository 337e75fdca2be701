import { useSyncExternalStore } from 'react'
import type { CanvasSession } from '../sync/session.ts'
import type { ReadOnlyWhy } from './saveState.ts'

/** May turn while the canvas is open: a newer version of the program may write it. */
export const useCanEdit = (session: CanvasSession): boolean =>
  useSyncExternalStore(session.subscribe, () => session.edits() !== null)

export const useReadOnlyWhy = (session: CanvasSession): ReadOnlyWhy =>
  useSyncExternalStore(session.subscribe, () =>
    session.view().readOnlySchema ? 'newerCanvas' : session.edits() ? null : 'link',
  )
