import type { SeatId } from '../model/ids.ts'
import type { CanvasSession } from '../sync/session.ts'
import type { MenuItem } from '../ui/Menu.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { BoardProvider } from './BoardProvider.tsx'
import type { BoardOwner } from './boardContext.ts'
import { Desk } from './desk/Desk.tsx'
import { PhoneBoard } from './phone/PhoneBoard.tsx'
import { useUndoKeys } from './useUndoKeys.ts'
import { useWhere } from './useWhere.ts'

export type BoardProps = {
  session: CanvasSession
  /** Whose canvas it is. Notes typed by others carry their typist's name. */
  owner: BoardOwner
  /** Invented for demonstration: every screen of it says so. */
  example: boolean
  /** Names by seat, from the roster. Keep it stable between draws. */
  nameOf(seat: SeatId): string | null
  /** Where the back button leads; left out: there is none. */
  onBack?(): void
  backLabel?: string
  onPrint?(): void
  /** What the app adds under ⋮ (language, leaving …). */
  menu?: readonly MenuItem[]
}

/** One open canvas, on a wide screen or a phone. Needs `ToastProvider`, `LanguageContext` and `IconSprite` around it. */
export function Board({ session, owner, nameOf, ...rest }: BoardProps) {
  return (
    <BoardProvider session={session} owner={owner} nameOf={nameOf}>
      <Screen {...rest} />
    </BoardProvider>
  )
}

function Screen(props: Omit<BoardProps, 'session' | 'owner' | 'nameOf'>) {
  useUndoKeys()
  useWhere()
  return useIsPhone() ? <PhoneBoard {...props} /> : <Desk {...props} />
}
