import { useEffect, useSyncExternalStore } from 'react'
import type { NoteId } from '../model/ids.ts'
import { useBoard } from './boardContext.ts'

/** A sheet or menu for notes goes when the last of them leaves the canvas. */
export function useCloseWithout(notes: readonly NoteId[], onClose: () => void): void {
  const { session } = useBoard()
  const gone = useSyncExternalStore(session.subscribe, () =>
    notes.every((note) => !session.view().notes.has(note)),
  )
  useEffect(() => {
    if (gone) onClose()
  }, [gone, onClose])
}
