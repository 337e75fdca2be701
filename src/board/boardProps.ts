import type { NoteId, SeatId } from '../model/ids.ts'
import type { Legend } from '../model/workshop.ts'
import type { CanvasSession } from '../sync/session.ts'
import type { MenuItem } from '../ui/Menu.tsx'
import type { BoardOwner } from './boardContext.ts'

/** What the board of one canvas is given by the app. */
export type BoardProps = {
  session: CanvasSession
  /** Whose canvas it is. Notes typed by others carry their typist's name. */
  owner: BoardOwner
  /** Invented for demonstration: every screen of it says so. */
  example: boolean
  /** On a phone: stands under the owner's name until a zone is opened. */
  greeting?: string | undefined
  /** Names by seat, from the roster. Keep it stable between draws. */
  nameOf(seat: SeatId): string | null
  /** The workshop's names for the papers, and the tags it suggests. Keep them stable between draws. */
  legend?: Legend
  suggestedTags?: readonly string[]
  /** Where the back button leads; left out: there is none. */
  onBack?(): void
  backLabel?: string
  onPrint?(): void
  /** A note to open for writing, as when the print dialog leads to one. `onNoteOpened` says that it was done. */
  noteToOpen?: NoteId | null
  onNoteOpened?(): void
  /** What the app adds under ⋮ (language, leaving …). */
  menu?: readonly MenuItem[]
}

/** What is left for the screen once the board's provider has taken its part. */
export type ScreenProps = Omit<
  BoardProps,
  'session' | 'owner' | 'nameOf' | 'legend' | 'suggestedTags'
>
