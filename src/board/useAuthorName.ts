import { useMessages } from '../i18n/useMessages.ts'
import type { Note } from '../model/note.ts'
import { useBoard } from './boardContext.ts'

/** Who typed a note, where that is somebody else than the canvas's owner. */
export function useAuthorName(note: Note): string | null {
  const { owner, nameOf, session } = useBoard()
  const words = useMessages().board.people
  const { typist } = note
  if (typist === null || typist === owner.seat) return null
  const inRoom = () => session.people().find((person) => person.seat === typist)?.name
  return nameOf(typist) ?? inRoom() ?? words.somebody
}
