import { useIsPhoneEitherWay } from '../ui/useMediaQuery.ts'
import { BoardProvider } from './BoardProvider.tsx'
import type { BoardProps, ScreenProps } from './boardProps.ts'
import { Desk } from './desk/Desk.tsx'
import { PhoneBoard } from './phone/PhoneBoard.tsx'
import { useUndoKeys } from './useUndoKeys.ts'
import { Whereabouts } from './Whereabouts.tsx'

/** One open canvas, on a wide screen or a phone. Needs `ToastProvider`, `LanguageContext` and `IconSprite` around it. */
export function Board(props: BoardProps) {
  const { session, owner, nameOf, legend, suggestedTags, ...rest } = props
  return (
    <BoardProvider
      session={session}
      owner={owner}
      nameOf={nameOf}
      legend={legend}
      suggestedTags={suggestedTags}
    >
      <Screen {...rest} />
    </BoardProvider>
  )
}

function Screen(props: ScreenProps) {
  useUndoKeys()
  return (
    <>
      <Whereabouts />
      {useIsPhoneEitherWay() ? <PhoneBoard {...props} /> : <Desk {...props} />}
    </>
  )
}
