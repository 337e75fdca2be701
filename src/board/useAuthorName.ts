import type { Note } from '../model/note.ts'
import { useBoard } from './boardContext.ts'

/** Who typed a note, where that is somebody else than the canvas's owner. */
export function useAuthorName(note: Note): string | null {
  const { owner, nameOf } = useBoard()
  const { typist } = note
  return typist === null || typist === owner.seat ? null : nameOf(typist)
}
