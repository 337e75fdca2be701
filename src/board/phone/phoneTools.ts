/** What the parts of a phone's board ask of it as a whole. */
import { createContext, useContext } from 'react'
import type { NoteId } from '../../model/ids.ts'
import type { QuadrantId, ZoneId } from '../../model/zones.ts'
import type { Cell } from '../cell.ts'

/** What lies over the map or the zone. */
export type Sheet =
  | { type: 'note'; note: NoteId }
  | { type: 'move'; notes: readonly NoteId[] }
  | { type: 'papers'; notes: readonly NoteId[] }
  | { type: 'tags'; notes: readonly NoteId[] }
  | { type: 'pair'; note: NoteId }
  | { type: 'take'; quadrant: QuadrantId }
  | { type: 'legend' }

export type PhoneTools = {
  /** Opens a zone, or the one that a note lies in and the note in view. */
  open(zone: ZoneId): void
  show(note: NoteId): void
  toMap(): void
  /** Null: a new note, and after it the next. At once, inside the press: only so a phone opens its keyboard. */
  compose(note: NoteId | null, zone?: ZoneId): void
  stopComposing(): void
  sheet(sheet: Sheet | null): void
  /** Several notes are being selected: a press selects instead of opening. */
  selecting: Cell<boolean>
  select(note: NoteId | null): void
  stopSelecting(): void
}

const PhoneContext = createContext<PhoneTools | null>(null)
export const PhoneToolsProvider = PhoneContext.Provider

export function usePhone(): PhoneTools {
  const tools = useContext(PhoneContext)
  if (!tools) throw new Error('usePhone outside of a PhoneBoard')
  return tools
}
