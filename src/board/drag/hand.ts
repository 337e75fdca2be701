/**
 * The hand that carries notes, as zones and notes know it. The library's own hooks draw every note about three times when a
 * drag starts; here one invisible grip alone knows the library (`DragBoard.tsx`), and notes only pass their press on to it.
 */
import type { MouseEvent, TouchEvent } from 'react'
import { createContext, useContext } from 'react'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'

export type Press = MouseEvent | TouchEvent

export type Hand = {
  /** A press on a note's shell, which may become a drag. */
  press(note: NoteId, shell: HTMLElement, press: Press): void
  /** Where a zone lies; the returned function takes it away. Of two that overlap, the later one lies on top. */
  addZone(zone: ZoneId, element: HTMLElement): () => void
}

const HandContext = createContext<Hand | null>(null)
export const HandProvider = HandContext.Provider

export function useHand(): Hand {
  const hand = useContext(HandContext)
  if (!hand) throw new Error('useHand outside of a DragBoard')
  return hand
}
