import { useIsPhone } from '../ui/useMediaQuery.ts'
import { BoardProvider } from './BoardProvider.tsx'
import type { BoardProps } from './boardProps.ts'
import { Desk } from './desk/Desk.tsx'
import { PhoneBoard } from './phone/PhoneBoard.tsx'
import { useUndoKeys } from './useUndoKeys.ts'
import { useWhere } from './useWhere.ts'

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
