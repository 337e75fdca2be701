/** Whether chance led everywhere: a property holds little where it never came. */
import { expect } from 'vitest'
import type { CanvasView } from '../../../src/model/canvas.ts'
import { originOf } from '../../../src/model/canvas.ts'
import { CELL_USES, isCellId, ZONE_IDS, zoneById } from '../../../src/model/zones.ts'

export function lookout(): { look(view: CanvasView): void; expectEverything(): void } {
  const zones = new Set<string>()
  const links = new Set<string>()
  return {
    look(view) {
      for (const note of view.notes.values()) {
        const { zone } = note.place
        zones.add(zone)
        if (zoneById(zone).tab === 'swot' && note.finding) links.add('a finding in SWOT')
        const origin = originOf(view, note)
        if (zoneById(zone).tab === 'swot' && origin) links.add(`taken, the source ${origin.type}`)
        const joined = note.joins.map((id) => view.notes.get(id)?.place.zone)
        if (isCellId(zone) && CELL_USES[zone].every((each) => joined.includes(each)))
          links.add('a strategy with its pair')
        if (isCellId(zone) && joined.includes(undefined)) links.add('a strategy without its pair')
      }
    },
    expectEverything() {
      expect(ZONE_IDS.filter((zone) => !zones.has(zone))).toEqual([])
      expect([...links].sort()).toEqual([
        'a finding in SWOT',
        'a strategy with its pair',
        'a strategy without its pair',
        'taken, the source gone',
        'taken, the source there',
      ])
    },
  }
}
