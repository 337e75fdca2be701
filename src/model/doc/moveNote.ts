import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { EditContext } from './edit.ts'
import { liveNotes } from './liveNotes.ts'
import type { Destination } from './placeIn.ts'
import { lieAt, placesIn } from './placeIn.ts'
import { readCanvas } from './readCanvas.ts'
import type { Edited } from './setField.ts'
import { setField } from './setField.ts'

export type { Destination } from './placeIn.ts'

/**
 * Moves notes between zones or within one, by writing the one `place` value of each: they land behind one another.
 * An empty step where they lie there already.
 */
export function moveNotes(
  doc: Y.Doc,
  notes: readonly NoteId[],
  to: Destination,
  context: EditContext,
): Edited {
  const view = readCanvas(doc)
  const moving = liveNotes(doc, notes).map(({ id }) => id)
  if (moving.length === 0 || lieAt(view, moving, to)) return { reached: moving, step: [] }
  const places = placesIn(view, to, moving.length, context.random, moving)
  const placeOf = new Map(moving.map((id, index) => [id, places[index]]))
  return setField(doc, moving, 'place', ({ id }) => placeOf.get(id))
}
