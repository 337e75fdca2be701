import { formatTime } from '../i18n/format.ts'
import type { Note } from '../model/note.ts'
import type { Language } from '../model/workshop.ts'

/** When a note was written, as people read it; null where nobody knows. */
export const noteTime = (note: Note, language: Language): string | null =>
  note.createdAtMs > 0 ? formatTime(note.createdAtMs, language) : null
