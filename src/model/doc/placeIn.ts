import type { CanvasView } from '../canvas.ts'
import type { NoteId } from '../ids.ts'
import type { Place } from '../note.ts'
import type { ZoneId } from '../zones.ts'
import { isRank, LAST_RANK, rankAfter, rankBetween } from './rank.ts'

/** Behind which note; `null`: the head of the zone; left out (or a note that has left the zone meanwhile): its end. */
export type Destination = { zone: ZoneId; after?: NoteId | null }

/**
 * The places that a destination means for so many notes, one behind the other.
 * @param moving Notes that are about to leave where they lie: nothing is placed by them.
 */
export function placesIn(
  view: CanvasView,
  { zone, after }: Destination,
  count: number,
  random: () => number,
  moving: readonly NoteId[] = [],
): Place[] {
  const { ranks, behind } = standing(view, zone, anchorOf(view, zone, after, moving), moving)
  let last = ranks.at(-1) ?? null
  let before = behind === null ? last : (ranks[behind - 1] ?? null)
  // Twins (two people made the same key at once) leave no room between them: go behind all of them.
  const next =
    behind === null
      ? undefined
      : ranks.slice(behind).find((rank) => before === null || rank > before)
  return Array.from({ length: count }, () => {
    const between = next === undefined ? null : rankBetween(before, next, random)
    // A key grown past reading, which takes a forger or thousands of moves at one spot, would sort anywhere.
    if (between !== null && isRank(between)) before = between
    else last = rankAfter(last, random)
    return { zone, rank: between !== null && isRank(between) ? between : (last as string) }
  })
}

/** The keys of a zone in order, and how many of them stand before the destination; null: it is the end. */
function standing(
  view: CanvasView,
  zone: ZoneId,
  after: NoteId | null | undefined,
  moving: readonly NoteId[],
): { ranks: string[]; behind: number | null } {
  const leaving = new Set(moving)
  const ranks: string[] = []
  let behind = after === null ? 0 : null
  for (const id of view.zones[zone]) {
    if (leaving.has(id)) continue
    const rank = view.notes.get(id)?.place.rank ?? LAST_RANK
    if (rank !== LAST_RANK) ranks.push(rank)
    if (id === after) behind = ranks.length
  }
  return { ranks, behind }
}

/** Behind a note that moves itself means behind the one before it that stays. */
function anchorOf(
  view: CanvasView,
  zone: ZoneId,
  after: NoteId | null | undefined,
  moving: readonly NoteId[],
): NoteId | null | undefined {
  if (after == null || !moving.includes(after)) return after
  const ids = view.zones[zone]
  const at = ids.indexOf(after)
  if (at < 0) return undefined
  const staying = ids.slice(0, at).filter((id) => !moving.includes(id))
  return staying.at(-1) ?? null
}

/** True where the notes lie there already, one behind the other. */
export function lieAt(view: CanvasView, notes: readonly NoteId[], to: Destination): boolean {
  const ids = view.zones[to.zone]
  const first = ids.indexOf(notes[0] as NoteId)
  if (first < 0 || notes.some((id, index) => ids[first + index] !== id)) return false
  if (to.after === undefined) return first + notes.length === ids.length
  const anchor = anchorOf(view, to.zone, to.after, notes)
  return anchor !== undefined && anchor === (ids[first - 1] ?? null)
}
