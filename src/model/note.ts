/** One sticky note as plain values. The shared form is in `doc/schema.ts`. */
import type { NoteColour } from './colours.ts'
import type { NoteId, SeatId } from './ids.ts'
import type { ZoneId } from './zones.ts'

export { isNoteColour, NOTE_COLOURS, type NoteColour } from './colours.ts'

/** Where a note lies, as one value: two concurrent moves end in one whole place. */
export type Place = { zone: ZoneId; rank: string }

/** Who took a note off the canvas, and when (ms since 1970). */
export type Removal = { by: SeatId; atMs: number }

export type Note = {
  id: NoteId
  text: string
  place: Place
  colour: NoteColour
  /** Whose words these are. */
  speaker: SeatId | null
  /** Who typed them: a mentor often writes for a member. */
  typist: SeatId | null
  /** At most five, each short, none twice. */
  tags: readonly string[]
  /** New since the last meeting and worth reporting. */
  finding: boolean
  /** The note this one was taken from. */
  origin: NoteId | null
  /** The SWOT notes that a strategy combines; some may be gone. */
  joins: readonly NoteId[]
  /** Invented for demonstration; never to be reported as data. */
  example: boolean
  createdAtMs: number
  editedAtMs: number
}
