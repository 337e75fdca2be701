import { useCallback } from 'react'
import type { Messages } from '../i18n/id.ts'
import { useMessages } from '../i18n/useMessages.ts'
import type { SeatId } from '../model/ids.ts'
import type { CanvasSession } from '../sync/session.ts'
import type { BoardOwner } from './boardContext.ts'
import { nameInRoom } from './usePresence.ts'

type Known = {
  session: CanvasSession
  owner: BoardOwner
  /** From the roster. */
  nameOf(seat: SeatId): string | null
}

/** What somebody is called: by their name where one is known, else by what they are, never by nothing. */
export function useNameOf({ session, owner, nameOf }: Known): (seat: SeatId | null) => string {
  const messages = useMessages()
  return useCallback(
    (seat) => nameOfSeat(seat, { session, owner, nameOf }, messages),
    [session, owner, nameOf, messages],
  )
}

export function nameOfSeat(seat: SeatId | null, known: Known, { board, common }: Messages): string {
  if (seat === null) return board.people.somebody
  const { session, owner, nameOf } = known
  return (
    nameOf(seat) ||
    (seat === owner.seat && owner.name) ||
    nameInRoom(session, seat, common.role) ||
    board.people.somebody
  )
}
