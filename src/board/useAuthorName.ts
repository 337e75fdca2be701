import { useMessages } from '../i18n/useMessages.ts'
import type { Note } from '../model/note.ts'
import { useBoard } from './boardContext.ts'
import { nameInRoom } from './usePresence.ts'

/** Who typed a note, where that is somebody else than the canvas's owner. */
export function useAuthorName(note: Note): string | null {
  const { owner, nameOf, session } = useBoard()
  const { board, common } = useMessages()
  const { typist } = note
  if (typist === null || typist === owner.seat) return null
  return nameOf(typist) ?? nameInRoom(session, typist, common.role) ?? board.people.somebody
}
