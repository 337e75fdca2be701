import type { NoteId } from '../ids.ts'
import type { Place } from '../note.ts'
import type { ZoneId } from '../zones.ts'
import { isRank, LAST_RANK, rankAfter, rankBetween } from './rank.ts'
import type { Lying } from './readZone.ts'

/** Behind which note; `null`: the head of the zone; left out (or a note that has left the zone meanwhile): its end. */
export type Destination = { zone: ZoneId; after?: NoteId | null }

/**
 * The places that a destination means for notes that are put there, one behind the other.
 * @param lying What lies in its zone, in order.
 */
export function placesIn(
  lying: readonly Lying[],
  to: Destination,
  count: number,
  random: () => number,
  moving: readonly NoteId[] = [],
): Place[] {
  const { zone } = to
  const { ranks, behind } = standing(lying, anchorOf(lying, to, moving))
  let last = ranks.at(-1) ?? null
  let before = ranks[behind - 1] ?? null
  // Twins (two people made the same key at once) leave no room between them: go behind all of them.
  const next = ranks.slice(behind).find((rank) => before === null || rank > before)
  return Array.from({ length: count }, () => {
    const between = next === undefined ? LAST_RANK : rankBetween(before, next, random)
    if (isRank(between)) {
      before = between
      return { zone, rank: between }
    }
    // The end; also for a key grown past reading, which takes a forger or thousands of moves at one spot: it would sort
    // anywhere.
    last = rankAfter(last, random)
    return { zone, rank: last }
  })
}

/** The keys of a zone in order, and how many of them stand before the destination. */
function standing(lying: readonly Lying[], after: NoteId | null | undefined) {
  const ranks: string[] = []
  let behind: number | null = after === null ? 0 : null
  for (const { id, place } of lying) {
    if (place.rank !== LAST_RANK) ranks.push(place.rank)
    if (id === after) behind = ranks.length
  }
  return { ranks, behind: behind ?? ranks.length }
}

/** Behind a note that moves itself means behind the one before it that stays. */
function anchorOf(
  lying: readonly Lying[],
  { after }: Destination,
  moving: readonly NoteId[],
): NoteId | null | undefined {
  if (after == null || !moving.includes(after)) return after
  const at = lying.findIndex(({ id }) => id === after)
  if (at < 0) return undefined
  const staying = lying.slice(0, at).filter(({ id }) => !moving.includes(id))
  return staying.at(-1)?.id ?? null
}

/** True where the notes lie there already, one behind the other. */
export function lieAt(lying: readonly Lying[], notes: readonly NoteId[], to: Destination): boolean {
  const ids = lying.map(({ id }) => id)
  const first = notes[0] === undefined ? -1 : ids.indexOf(notes[0])
  if (first < 0 || notes.some((id, index) => ids[first + index] !== id)) return false
  if (to.after === undefined) return first + notes.length === ids.length
  return anchorOf(lying, to, notes) === (ids[first - 1] ?? null)
}
