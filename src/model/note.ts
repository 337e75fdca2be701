/** One sticky note as plain values. The shared form is in `doc/schema.ts`. */
import type { NoteId, SeatId } from './ids.ts'
import type { ZoneId } from './zones.ts'

export const NOTE_COLOURS = [
  'kunyit',
  'jingga',
  'bata',
  'jambu',
  'ungu',
  'langit',
  'toska',
  'daun',
  'susu',
] as const
export type NoteColour = (typeof NOTE_COLOURS)[number]

export const isNoteColour = (value: unknown): value is NoteColour =>
  NOTE_COLOURS.some((colour) => colour === value)

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
  tags: readonly string[]
  /** New since the last meeting and worth reporting. */
  finding: boolean
  /** The note this one was taken from. */
  origin: NoteId | null
  /** Invented for demonstration; never to be reported as data. */
  example: boolean
  createdAtMs: number
  editedAtMs: number
}
