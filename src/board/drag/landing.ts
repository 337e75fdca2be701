/** Where a note would land under the pointer: which zone, and behind which of its notes. */
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import type { Box, Point } from '../spatial.ts'

/** A note this far beside a zone still belongs to it (px): hands are not exact, and borders are thin. */
const REACH_PX = 28

/** The zone under the pointer, the last of several that lie over each other; else the nearest within reach. */
export function zoneUnder(
  point: Point,
  zones: readonly { zone: ZoneId; box: Box }[],
): ZoneId | null {
  const inside = zones.filter(({ box }) => distanceTo(point, box) === 0)
  const over = inside.at(-1)
  if (over) return over.zone
  let nearest: ZoneId | null = null
  let least = REACH_PX
  for (const { zone, box } of zones) {
    const distance = distanceTo(point, box)
    if (distance <= least) {
      least = distance
      nearest = zone
    }
  }
  return nearest
}

function distanceTo(point: Point, box: Box): number {
  const dx = Math.max(box.left - point.x, 0, point.x - box.right)
  const dy = Math.max(box.top - point.y, 0, point.y - box.bottom)
  return Math.hypot(dx, dy)
}

/**
 * The note that the carried one would lie behind, reading row by row. `notes` are the others, in order, as they lie now.
 * With the slot already among them the answer stays the same: it only pushes later ones further away.
 */
export function landingBehind(
  point: Point,
  notes: readonly { note: NoteId; box: Box }[],
): NoteId | null {
  let behind: NoteId | null = null
  for (const [index, { note, box }] of notes.entries()) {
    if (point.y < box.top) break
    if (point.y <= box.bottom && !isPast(point, box, notes, index)) break
    behind = note
  }
  return behind
}

/** In a row of several, left and right of the middle decide; alone in its row, above and below. */
function isPast(point: Point, box: Box, notes: readonly { box: Box }[], index: number): boolean {
  const sharesRow = [notes[index - 1], notes[index + 1]].some(
    (other) => other && other.box.top < box.bottom && other.box.bottom > box.top,
  )
  return sharesRow ? point.x > (box.left + box.right) / 2 : point.y > (box.top + box.bottom) / 2
}
