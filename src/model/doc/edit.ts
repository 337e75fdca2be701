/** What every edit needs from outside, so that the model itself holds no clock, no randomness and no identity. */
import type * as Y from 'yjs'
import type { NoteId, SeatId } from '../ids.ts'
import { LOCAL_EDIT } from './schema.ts'

export type EditContext = {
  /** Who is editing. */
  seat: SeatId
  /** ms since 1970 */
  now(): number
  /** 0 ≤ x < 1 */
  random(): number
  newNoteId(): NoteId
}

/** One edit is one transaction under one named origin. */
export const edit = <T>(doc: Y.Doc, change: () => T): T => doc.transact(change, LOCAL_EDIT)
