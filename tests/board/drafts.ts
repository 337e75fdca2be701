import type { Writing } from '../../src/board/writer.ts'
import type { TextSession } from '../../src/model/doc/textSession.ts'
import type { NoteId } from '../../src/model/ids.ts'
import type { ZoneId } from '../../src/model/zones.ts'

/** A draft before its first character. Its field is of no matter to where it lies. */
export const aDraft = (key: string, zone: ZoneId, after: NoteId | null | undefined): Writing => ({
  key,
  text: {} as TextSession,
  isNew: true,
  noteId: null,
  zone,
  after,
  colour: undefined,
  joins: [],
  at: null,
  isGone: false,
})
