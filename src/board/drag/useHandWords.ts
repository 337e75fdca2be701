import { useCallback } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { Carried } from '../boardContext.ts'
import { useBoard } from '../boardContext.ts'
import { shortWords } from '../shortWords.ts'

/** What is in a hand, in words that can be heard: the note it was lifted by, and how many came along. */
export function useHandWords(): (hand: Pick<Carried, 'note' | 'notes'>) => string {
  const { session } = useBoard()
  const { board } = useMessages()
  return useCallback(
    ({ note, notes }) => {
      const words = shortWords(session.view().notes.get(note)?.text ?? '', board.note.empty)
      return notes.length > 1 ? board.drag.several(words, notes.length - 1) : words
    },
    [session, board],
  )
}
