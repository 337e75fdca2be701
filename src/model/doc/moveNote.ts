import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { EditContext } from './edit.ts'
import { liveNotes } from './liveNotes.ts'
import type { Destination } from './placeIn.ts'
import { lieAt, placesIn } from './placeIn.ts'
import { readZone } from './readZone.ts'
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
  const moving = liveNotes(doc, notes).map(({ id }) => id)
  const lying = readZone(doc, to.zone)
  if (moving.length === 0 || lieAt(lying, moving, to)) return { reached: moving, step: [] }
  const places = placesIn(lying, to, moving.length, context.random, moving)
  const placeOf = new Map(moving.map((id, index) => [id, places[index]]))
  return setField(doc, moving, 'place', ({ id }) => placeOf.get(id))
}
