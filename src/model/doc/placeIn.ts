import type { CanvasView } from '../canvas.ts'
import type { NoteId } from '../ids.ts'
import type { Place } from '../note.ts'
import type { ZoneId } from '../zones.ts'
import { isRank, LAST_RANK, rankAfter, rankBetween } from './rank.ts'

/** Behind which note; `null`: the head of the zone; left out (or a note that has left the zone meanwhile): its end. */
export type Destination = { zone: ZoneId; after?: NoteId | null }

/** The place that a destination means. */
export function placeIn(
  view: CanvasView,
  { zone, after }: Destination,
  random: () => number,
): Place {
  const ranks: string[] = []
  let behind = after === null ? 0 : -1
  for (const id of view.zones[zone]) {
    const rank = view.notes.get(id)?.place.rank ?? LAST_RANK
    if (rank !== LAST_RANK) ranks.push(rank)
    if (id === after) behind = ranks.length
  }
  const atEnd = { zone, rank: rankAfter(ranks.at(-1) ?? null, random) }
  if (behind < 0) return atEnd
  const before = ranks[behind - 1] ?? null
  // Twins (two people made the same key at once) leave no room between them: go behind all of them.
  const next = ranks.slice(behind).find((rank) => before === null || rank > before)
  if (next === undefined) return atEnd
  const rank = rankBetween(before, next, random)
  // A key grown past reading, which takes a forger or thousands of moves at one spot, would sort anywhere.
  return isRank(rank) ? { zone, rank } : atEnd
}

/** True where a note lies at that destination already. */
export function liesAt(view: CanvasView, note: NoteId, { zone, after }: Destination): boolean {
  const ids = view.zones[zone]
  const index = ids.indexOf(note)
  if (index < 0) return false
  if (after === undefined) return index === ids.length - 1
  return after === note || after === (ids[index - 1] ?? null)
}
