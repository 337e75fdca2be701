import { useEffect } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { SeatId } from '../model/ids.ts'
import type { CanvasSession } from '../sync/session.ts'
import { useToast } from '../ui/Toasts.tsx'
import type { Actions } from './actions.ts'
import { shortWords } from './shortWords.ts'

/** Two people moved or recoloured one note at once: who lost out is told by whom, and can do it again with one press. */
export function useOvertaken(
  session: CanvasSession,
  actions: Actions,
  nameOf: (seat: SeatId | null) => string,
): void {
  const words = useMessages().board
  const toast = useToast()
  useEffect(
    () =>
      session.subscribeOvertaken((lost) => {
        const note = session.view().notes.get(lost.note)
        if (!note) return
        toast({
          icon: lost.what === 'place' ? 'move' : 'note',
          text: words.overtaken[lost.what](
            nameOf(lost.by),
            shortWords(note.text, words.note.empty),
          ),
          action: { label: words.again, icon: 'redo', onPress: () => actions.again(lost) },
        })
      }),
    [session, actions, nameOf, toast, words],
  )
}
