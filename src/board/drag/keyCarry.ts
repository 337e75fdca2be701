/** Where a note carried by keys goes next: through the places of a zone, and from zone to zone as they lie. */
import type { CanvasView } from '../../model/canvas.ts'
import type { NoteId } from '../../model/ids.ts'
import type { GridArea, TabId, Zone, ZoneId } from '../../model/zones.ts'
import { TRAY, zonesOfTab } from '../../model/zones.ts'
import type { Direction } from '../spatial.ts'
import type { Landing } from '../zoneItems.ts'

/** Its turn among the others of that zone: 0 is the head. */
export function turnOf(view: CanvasView, carried: readonly NoteId[], at: Landing): number {
  return at.after === null ? 0 : othersIn(view, carried, at.zone).indexOf(at.after) + 1
}

/** What lies in a zone beside what is carried. */
export const othersIn = (
  view: CanvasView,
  carried: readonly NoteId[],
  zone: ZoneId,
): readonly NoteId[] => view.zones[zone].filter((each) => !carried.includes(each))

/** The next landing in that direction, or the same where there is none. */
export function stepLanding(
  view: CanvasView,
  tab: TabId,
  carried: readonly NoteId[],
  at: Landing,
  direction: Direction,
): Landing {
  const others = othersIn(view, carried, at.zone)
  const turn = turnOf(view, carried, at)
  if (direction === 'up' && turn > 0) return landingAt(others, at.zone, turn - 1)
  if (direction === 'down' && turn < others.length) return landingAt(others, at.zone, turn + 1)
  const zone = neighbour(tab, at.zone, direction)
  if (!zone) return at
  const there = othersIn(view, carried, zone)
  const goal = direction === 'up' ? there.length : direction === 'down' ? 0 : turn
  return landingAt(there, zone, Math.min(goal, there.length))
}

const landingAt = (others: readonly NoteId[], zone: ZoneId, turn: number): Landing => ({
  zone,
  after: turn === 0 ? null : (others[turn - 1] ?? null),
})

/** The zone beside another as the sheet shows them; the tray lies under the whole sheet. */
export function neighbour(tab: TabId, zone: ZoneId, direction: Direction): ZoneId | null {
  const zones = [...zonesOfTab(tab), TRAY]
  const area = areaOf(tab, zones.find((each) => each.id === zone) ?? TRAY)
  let best: ZoneId | null = null
  let least = Number.POSITIVE_INFINITY
  for (const each of zones) {
    if (each.id === zone) continue
    const cost = distance(area, areaOf(tab, each), direction)
    if (cost !== null && cost < least) {
      least = cost
      best = each.id
    }
  }
  return best
}

function areaOf(tab: TabId, zone: Zone): GridArea {
  if (zone.grid) return zone.grid
  const grids = zonesOfTab(tab).flatMap((each) => each.grid ?? [])
  const columns = Math.max(...grids.map((grid) => grid.column + grid.columnSpan - 1))
  const rows = Math.max(...grids.map((grid) => grid.row + grid.rowSpan - 1))
  return { column: 1, columnSpan: columns, row: rows + 1, rowSpan: 1 }
}

/** Gap ahead first, then how far off the line; null where it does not lie in that direction and beside. */
function distance(from: GridArea, to: GridArea, direction: Direction): number | null {
  const across = direction === 'left' || direction === 'right'
  const [a, aSpan, b, bSpan] = across
    ? [from.column, from.columnSpan, to.column, to.columnSpan]
    : [from.row, from.rowSpan, to.row, to.rowSpan]
  const [c, cSpan, d, dSpan] = across
    ? [from.row, from.rowSpan, to.row, to.rowSpan]
    : [from.column, from.columnSpan, to.column, to.columnSpan]
  const gap = direction === 'right' || direction === 'down' ? b - (a + aSpan) : a - (b + bSpan)
  const overlap = Math.min(c + cSpan, d + dSpan) - Math.max(c, d)
  if (gap < 0 || overlap <= 0) return null
  const aside = Math.abs(c + cSpan / 2 - (d + dSpan / 2))
  // Of two that are as good, the upper or left one.
  return gap * 100 + aside + d / 100
}
