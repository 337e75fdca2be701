import { describe, expect, it } from 'vitest'
import type { CellId, QuadrantId, TabId } from '../../src/model/zones.ts'
import {
  BLOCKS,
  CELL_USES,
  CELLS,
  FED_BY,
  isZoneId,
  QUADRANTS,
  ZONE_IDS,
  ZONES,
  zoneById,
  zonesOfTab,
} from '../../src/model/zones.ts'

/** The fields of a tab's grid that no zone or more than one zone covers. */
function badFields(tab: TabId, columns: number, rows: number): string[] {
  const bad: string[] = []
  for (let column = 1; column <= columns; column++) {
    for (let row = 1; row <= rows; row++) {
      const covering = zonesOfTab(tab).filter(({ grid }) => {
        if (!grid) return false
        const across = column >= grid.column && column < grid.column + grid.columnSpan
        return across && row >= grid.row && row < grid.row + grid.rowSpan
      })
      if (covering.length !== 1) bad.push(`${column},${row}: ${covering.length}`)
    }
  }
  return bad
}

describe('the zones', () => {
  it('are the nine blocks, the four quadrants, the four strategies and the tray', () => {
    expect(BLOCKS).toHaveLength(9)
    expect(QUADRANTS).toHaveLength(4)
    expect(ZONES).toHaveLength(18)
    expect(new Set(ZONE_IDS).size).toBe(18)
  })

  it('cover the canvas and the SWOT without a gap and without lying on each other', () => {
    expect(badFields('bmc', 10, 3)).toEqual([])
    expect(badFields('swot', 2, 2)).toEqual([])
  })

  it('lead from blocks to quadrants, and from two quadrants, inside and outside, to each cell', () => {
    for (const { id } of QUADRANTS) {
      const blocks = FED_BY[id as QuadrantId]
      expect(new Set(blocks).size).toBe(blocks.length)
      expect(blocks.every((block) => BLOCKS.some((each) => each.id === block))).toBe(true)
    }
    for (const { id, abbr } of CELLS) {
      const used = CELL_USES[id as CellId].map((quadrant) => zoneById(quadrant).abbr)
      expect(used.join('')).toBe(abbr)
    }
  })

  it('are asked for customers first, costs last', () => {
    expect(BLOCKS.map(({ abbr }) => abbr).join(' ')).toBe('CS VP CH CR R$ KA KR KP C$')
  })

  it('are known by their ids and nothing else', () => {
    for (const id of ZONE_IDS) expect(zoneById(id).id).toBe(id)
    for (const other of ['__proto__', 'constructor', 'Channels', '', null, 3, ['tray']]) {
      expect(isZoneId(other)).toBe(false)
    }
    expect(() => zoneById('attic' as never)).toThrow('attic')
  })
})
