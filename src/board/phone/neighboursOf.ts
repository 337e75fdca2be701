import type { ZoneId } from '../../model/zones.ts'
import { zoneById, zonesOfTab } from '../../model/zones.ts'

type Neighbourhood = {
  before: ZoneId | null
  behind: ZoneId | null
  /** From 1, of `all`. */
  turn: number
  all: number
}

/** Where a zone stands in asking order, and the zones around it; the tray stands apart. */
export function neighboursOf(zone: ZoneId): Neighbourhood {
  const { tab } = zoneById(zone)
  const order = tab ? zonesOfTab(tab) : []
  const at = order.findIndex(({ id }) => id === zone)
  return {
    before: order[at - 1]?.id ?? null,
    behind: at < 0 ? null : (order[at + 1]?.id ?? null),
    turn: at + 1,
    all: order.length,
  }
}
