import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { Step } from './change.ts'
import type { EditContext } from './edit.ts'
import { edit } from './edit.ts'
import type { Destination } from './placeIn.ts'
import { liesAt, placeIn } from './placeIn.ts'
import { readCanvas } from './readCanvas.ts'
import { sharedNote } from './schema.ts'

export type { Destination } from './placeIn.ts'

/**
 * Moves a note between zones or within one, by writing its one `place` value.
 * An empty step where it lies there already; null where there is nothing to move any more: somebody has removed it.
 */
export function moveNote(
  doc: Y.Doc,
  noteId: NoteId,
  to: Destination,
  context: EditContext,
): Step | null {
  const view = readCanvas(doc)
  const before = view.notes.get(noteId)?.place
  const shared = sharedNote(doc, noteId)
  if (!shared || !before) return null
  if (liesAt(view, noteId, to)) return []
  const after = placeIn(view, to, context.random)
  edit(doc, () => shared.set('place', after))
  return [{ type: 'place', note: noteId, before, after }]
}
