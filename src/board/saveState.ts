/** What the header says about keeping and sending: the weakest note on this canvas decides. */
import type { CloseReason } from '../protocol/closeCodes.ts'
import type { RoomStatus } from '../sync/session.ts'

export type SaveState =
  | { type: 'connecting'; again: boolean }
  | { type: 'stored' }
  | { type: 'sending' }
  | { type: 'offline'; waiting: number }
  | { type: 'serverFull' }
  /** The server can't read this canvas from its disk: somebody has to mend it there. */
  | { type: 'serverDamaged' }
  /** No place at the server now: nothing is wrong here, and it tries again by itself. */
  | { type: 'crowded' }
  /** The server has lost a part of this canvas; devices that still hold it bring it back. */
  | { type: 'lacking' }
  | { type: 'cannotKeep' }
  | { type: 'tooOld' }
  | { type: 'newerCanvas' }
  /** The link was revoked, or opens nothing any more. */
  | { type: 'closed' }
  | { type: 'full' }
  /** Refused for a reason that nobody here can mend but by opening the page again. */
  | { type: 'stopped' }
  | { type: 'readOnly' }

export type ReadOnlyWhy = 'link' | 'newerCanvas' | null

/** Whether what is written now is promised to outlast this page, sent or not. */
export const isSafeHere = (status: RoomStatus): boolean => status.keeps && !status.cannotKeep

export function saveStateOf(status: RoomStatus, readOnly: ReadOnlyWhy): SaveState {
  const { connection } = status
  if (connection.type === 'refused') return refused(connection.reason)
  if (readOnly === 'newerCanvas') return { type: 'newerCanvas' }
  if (readOnly === 'link') return { type: 'readOnly' }
  if (status.cannotKeep && !status.stored) return { type: 'cannotKeep' }
  switch (connection.type) {
    case 'connecting':
      return { type: 'connecting', again: connection.again }
    case 'offline':
      return { type: 'offline', waiting: status.waitingNotes }
    case 'serverCannotStore':
      return { type: 'serverFull' }
    case 'serverDamaged':
    case 'crowded':
      return { type: connection.type }
    case 'connected':
      if (!status.stored) return { type: 'sending' }
      return { type: connection.lacks ? 'lacking' : 'stored' }
  }
}

function refused(reason: CloseReason): SaveState {
  switch (reason) {
    case 'clientTooOld':
      return { type: 'tooOld' }
    case 'linkUnknown':
    case 'linkRevoked':
    case 'roomUnknown':
      return { type: 'closed' }
    case 'documentTooLarge':
      return { type: 'full' }
    default:
      return { type: 'stopped' }
  }
}
