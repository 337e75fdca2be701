import { describe, expect, it } from 'vitest'
import { landingBehind, zoneUnder } from '../../src/board/drag/landing.ts'
import type { NoteId } from '../../src/model/ids.ts'

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})
const note = (id: string, ...at: Parameters<typeof box>) => ({
  note: id as NoteId,
  box: box(...at),
})

describe('the zone under the pointer', () => {
  const zones = [
    { zone: 'channels' as const, box: box(0, 0, 100, 100) },
    { zone: 'customer-segments' as const, box: box(100, 0, 100, 100) },
    { zone: 'tray' as const, box: box(0, 60, 200, 60) },
  ]

  it('is the one it is in', () => {
    expect(zoneUnder({ x: 50, y: 20 }, zones)).toBe('channels')
    expect(zoneUnder({ x: 150, y: 20 }, zones)).toBe('customer-segments')
  })

  it('is the tray where the open tray lies over others', () => {
    expect(zoneUnder({ x: 50, y: 80 }, zones)).toBe('tray')
  })

  it('is the nearest a little beside, and none further away', () => {
    expect(zoneUnder({ x: 150, y: -20 }, zones)).toBe('customer-segments')
    expect(zoneUnder({ x: 150, y: -60 }, zones)).toBeNull()
  })
})

describe('where a note lands in one column', () => {
  const column = [note('a', 0, 0, 100, 60), note('b', 0, 68, 100, 60), note('c', 0, 136, 100, 60)]

  it('is before a note above its middle and behind it below', () => {
    expect(landingBehind({ x: 90, y: 10 }, column)).toBeNull()
    expect(landingBehind({ x: 10, y: 50 }, column)).toBe('a')
    expect(landingBehind({ x: 10, y: 90 }, column)).toBe('a')
    expect(landingBehind({ x: 10, y: 110 }, column)).toBe('b')
  })

  it('is the end below all, and the head of an empty list', () => {
    expect(landingBehind({ x: 10, y: 900 }, column)).toBe('c')
    expect(landingBehind({ x: 10, y: 900 }, [])).toBeNull()
  })

  it('stays the same once the slot has pushed the later ones down', () => {
    const point = { x: 10, y: 90 }
    const behind = landingBehind(point, column)
    const withSlot = [column[0], note('b', 0, 136, 100, 60), note('c', 0, 204, 100, 60)]
    expect(
      landingBehind(
        point,
        withSlot.flatMap((each) => each ?? []),
      ),
    ).toBe(behind)
  })
})

describe('where a note lands in rows of two', () => {
  const rows = [
    note('a', 0, 0, 100, 60),
    note('b', 108, 0, 100, 60),
    note('c', 0, 68, 100, 60),
    note('d', 108, 68, 100, 60),
  ]

  it('is decided by left and right of the middle', () => {
    expect(landingBehind({ x: 20, y: 30 }, rows)).toBeNull()
    expect(landingBehind({ x: 80, y: 30 }, rows)).toBe('a')
    expect(landingBehind({ x: 190, y: 30 }, rows)).toBe('b')
    expect(landingBehind({ x: 20, y: 100 }, rows)).toBe('b')
    expect(landingBehind({ x: 190, y: 100 }, rows)).toBe('d')
  })
})
