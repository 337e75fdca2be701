/**
 * Where zones and their notes lie while something is carried. Measured once, and again only when something may have moved:
 * reading boxes at every step of a drag would make the browser lay the page out at every step.
 */
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { slotsIn } from '../slots.ts'
import type { Box, Point } from '../spatial.ts'
import type { Landing } from '../zoneItems.ts'
import { landingBehind, zoneUnder } from './landing.ts'

type ListMap = {
  element: HTMLElement
  box: Box
  notes: readonly { note: NoteId; box: Box }[]
}

export type DropMap = {
  add(zone: ZoneId, element: HTMLElement): () => void
  /** Something moved: what was measured no longer holds. */
  forget(): void
  zoneAt(point: Point): ZoneId | null
  landingIn(zone: ZoneId, point: Point, carried: readonly NoteId[]): Landing
  /** The list that scrolls in a zone, where it has one. */
  listIn(zone: ZoneId): ListMap | null
}

export function createDropMap(): DropMap {
  const elements = new Set<{ zone: ZoneId; element: HTMLElement }>()
  const lists = new Map<ZoneId, ListMap | null>()
  let zones: { zone: ZoneId; box: Box }[] | null = null

  const forget = () => {
    zones = null
    lists.clear()
  }
  const listIn = (zone: ZoneId): ListMap | null => {
    const known = lists.get(zone)
    if (known !== undefined) return known
    const measured = measureList([...elements].filter((each) => each.zone === zone))
    lists.set(zone, measured)
    return measured
  }
  return {
    forget,
    listIn,
    add(zone, element) {
      const entry = { zone, element }
      elements.add(entry)
      forget()
      return () => {
        elements.delete(entry)
        forget()
      }
    },
    zoneAt(point) {
      zones ??= [...elements].map(({ zone, element }) => ({
        zone,
        box: element.getBoundingClientRect(),
      }))
      return zoneUnder(point, zones)
    },
    landingIn(zone, point, carried) {
      const notes = listIn(zone)?.notes ?? []
      const others = notes.filter(({ note }) => !carried.includes(note))
      return { zone, after: landingBehind(point, others) }
    },
  }
}

function measureList(candidates: readonly { element: HTMLElement }[]): ListMap | null {
  for (const { element } of candidates) {
    const list = element.matches('[data-scrolls]')
      ? element
      : element.querySelector<HTMLElement>('[data-scrolls]')
    if (!list) continue
    const notes = slotsIn(list).map(({ note, element: slot }) => ({
      note,
      box: slot.getBoundingClientRect(),
    }))
    return { element: list, box: list.getBoundingClientRect(), notes }
  }
  return null
}
