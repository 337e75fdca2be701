import { useEffect } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { SeatId } from '../model/ids.ts'
import type { CanvasSession, Overtaken } from '../sync/session.ts'
import { useToast } from '../ui/Toasts.tsx'
import type { Actions } from './actions.ts'
import { shortWords } from './shortWords.ts'

const ICONS = {
  place: 'move',
  colour: 'note',
  tags: 'tag',
  finding: 'star',
  joins: 'link',
} as const satisfies Record<Overtaken['what'], string>
const AGAIN: readonly Overtaken['what'][] = ['place', 'colour']

/**
 * Two people changed the same of one note at once: who lost out is told by whom. A move or a colour can be done again with
 * one press; what both have listed is better looked at.
 */
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
          icon: ICONS[lost.what],
          text: words.overtaken[lost.what](
            nameOf(lost.by),
            shortWords(note.text, words.note.empty),
          ),
          ...(AGAIN.includes(lost.what) && {
            action: { label: words.again, icon: 'redo', onPress: () => actions.again(lost) },
          }),
        })
      }),
    [session, actions, nameOf, toast, words],
  )
}
