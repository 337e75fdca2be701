import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { Place } from '../note.ts'
import type { ZoneId } from '../zones.ts'
import type { EditContext } from './edit.ts'
import { LAST_RANK, rankAfter, rankBetween } from './rank.ts'
import { readCanvas } from './readCanvas.ts'

/**
 * The place behind a given note in a zone. `null` is the head of the zone, `undefined` (or a note that has left the zone
 * meanwhile) its end.
 * @param moving A note that is on its way there: its own old rank does not count as a neighbour.
 */
export function placeIn(
  doc: Y.Doc,
  zone: ZoneId,
  after: NoteId | null | undefined,
  context: EditContext,
  moving?: NoteId,
): Place {
  const view = readCanvas(doc)
  const ranks: string[] = []
  let behind = after === null ? 0 : -1
  for (const id of view.zones[zone]) {
    if (id === moving) continue
    const rank = view.notes.get(id)?.place.rank ?? LAST_RANK
    if (rank !== LAST_RANK) ranks.push(rank)
    if (id === after) behind = ranks.length
  }
  const before = behind > 0 ? ranks[behind - 1] : null
  if (behind < 0) return { zone, rank: rankAfter(ranks.at(-1) ?? null, context.random) }
  // Twins (two people made the same key at once) leave no room between them: go behind all of them.
  const next = ranks.slice(behind).find((rank) => before == null || rank > before)
  const rank =
    next === undefined
      ? rankAfter(before ?? null, context.random)
      : rankBetween(before ?? null, next, context.random)
  return { zone, rank }
}
