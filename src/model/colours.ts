/** The papers a note can be written on, by name; `src/design` says how each looks. */
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
