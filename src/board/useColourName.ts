import { useMessages } from '../i18n/useMessages.ts'
import type { NoteColour } from '../model/note.ts'
import { useBoard } from './boardContext.ts'

/** What a paper is called: the workshop's own word for it, or its colour. */
export function useColourName(): (colour: NoteColour) => string {
  const { legend } = useBoard()
  const { colours } = useMessages().common
  return (colour) => legend[colour] ?? colours[colour]
}
