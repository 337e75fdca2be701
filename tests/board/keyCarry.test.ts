import { describe, expect, it } from 'vitest'
import { neighbour, stepLanding, turnOf } from '../../src/board/drag/keyCarry.ts'
import type { Direction } from '../../src/board/spatial.ts'
import type { Landing } from '../../src/board/zoneItems.ts'
import type { CanvasView } from '../../src/model/canvas.ts'
import { emptyCanvas } from '../../src/model/canvas.ts'
import type { NoteId } from '../../src/model/ids.ts'
import type { ZoneId } from '../../src/model/zones.ts'
import { BLOCKS, TRAY } from '../../src/model/zones.ts'

const CARRIED = ['carried' as NoteId]

function canvasOf(notes: Partial<Record<ZoneId, string[]>>): CanvasView {
  const zones = Object.entries(notes).map(([zone, ids]) => [zone, ids as NoteId[]])
  return { ...emptyCanvas, zones: { ...emptyCanvas.zones, ...Object.fromEntries(zones) } }
}

function walk(view: CanvasView, from: Landing, ...directions: Direction[]): Landing {
  return directions.reduce(
    (at, direction) => stepLanding(view, 'bmc', CARRIED, at, direction),
    from,
  )
}

describe('a note carried by keys', () => {
  const view = canvasOf({ channels: ['a', 'carried', 'b'], 'customer-segments': ['x', 'y'] })
  const start: Landing = { zone: 'channels', after: 'a' as NoteId }

  it('walks through the places of its zone', () => {
    expect(walk(view, start, 'down')).toEqual({ zone: 'channels', after: 'b' })
    expect(walk(view, start, 'up')).toEqual({ zone: 'channels', after: null })
    expect(walk(view, start, 'up', 'down')).toEqual(start)
  })

  it('goes on to the zone beyond the last place, and comes back', () => {
    expect(walk(view, start, 'down', 'down').zone).toBe('revenue-streams')
    expect(walk(view, start, 'up', 'up').zone).toBe('customer-relationships')
    expect(walk(view, start, 'down', 'down', 'up')).toEqual({ zone: 'channels', after: 'b' })
  })

  it('keeps its turn when it goes sideways, as far as there are notes', () => {
    expect(walk(view, start, 'right')).toEqual({ zone: 'customer-segments', after: 'x' })
    expect(walk(view, start, 'left')).toEqual({ zone: 'value-propositions', after: null })
  })

  it('stays where there is nothing further on', () => {
    const edge: Landing = { zone: 'customer-segments', after: null }
    expect(walk(view, edge, 'right')).toEqual(edge)
  })

  it('tells its turn among the others', () => {
    expect(turnOf(view, CARRIED, start)).toBe(1)
    expect(turnOf(view, CARRIED, { zone: 'channels', after: null })).toBe(0)
  })
})

describe('the zones of the sheet', () => {
  it('are all reached from any of them by arrows', () => {
    const directions: Direction[] = ['up', 'down', 'left', 'right']
    const reached = new Set<ZoneId>(['key-partners'])
    for (const zone of reached) {
      for (const direction of directions) {
        const next = neighbour('bmc', zone, direction)
        if (next) reached.add(next)
      }
    }
    expect([...reached].sort()).toEqual([...BLOCKS, TRAY].map(({ id }) => id).sort())
  })

  it('have the tray under the whole sheet', () => {
    expect(neighbour('bmc', 'cost-structure', 'down')).toBe('tray')
    expect(neighbour('swot', 'threats', 'down')).toBe('tray')
    expect(neighbour('swot', 'strengths', 'right')).toBe('weaknesses')
  })
})
