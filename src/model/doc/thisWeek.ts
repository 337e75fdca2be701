/** Which strategy a business does first: one for the whole canvas. */
import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { Step } from './change.ts'
import { edit } from './edit.ts'
import { isLive } from './liveNotes.ts'
import { readThisWeek } from './readNote.ts'
import { canvasSettingsOf } from './schema.ts'

/** Null where the note is gone; an empty step where it is chosen already. */
export function setThisWeek(doc: Y.Doc, note: NoteId | null): Step | null {
  if (note !== null && !isLive(doc, note)) return null
  const settings = canvasSettingsOf(doc)
  const before = readThisWeek(settings)
  if (before === note) return []
  edit(doc, () => settings.set('thisWeek', note))
  return [{ type: 'thisWeek', before, after: note }]
}
