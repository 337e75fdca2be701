import { useSyncExternalStore } from 'react'
import type { CanvasSession } from '../sync/session.ts'

/** May turn while the canvas is open: a newer version of the program may write it. */
export const useCanEdit = (session: CanvasSession): boolean =>
  useSyncExternalStore(session.subscribe, () => session.edits() !== null)
