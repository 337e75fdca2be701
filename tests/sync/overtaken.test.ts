import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NoteId, SeatId } from '../../src/model/ids.ts'
import { openOvertaken } from '../../src/sync/overtaken.ts'
import type { Overtaken } from '../../src/sync/session.ts'
import { aCanvas, aNote } from '../support/builders.ts'
import { aPerson, deliver } from '../support/twoPeople.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const MENTOR = 200

/** Ninik has moved a note; what a mentor has done with it meanwhile is on its way to her. */
function aLoss() {
  const update = aCanvas().with(aNote('n1').in('channels')).toUpdate()
  const ninik = aPerson('ninik', update, 100)
  const mentor = aPerson('mentor', update, MENTOR)
  const here = new Map<number, SeatId>()
  const listeners = new Set<() => void>()
  const told: Overtaken[] = []
  const overtaken = openOvertaken(ninik.doc, 'ninik' as SeatId, () => 0, {
    seatOf: (client) => here.get(client) ?? null,
    subscribePeople(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tickOf: () => 'stored',
  })
  overtaken.subscribe((lost) => told.push(lost))
  ninik.moveNote('n1', { zone: 'tray' })
  mentor.moveNote('n1', { zone: 'strengths' })
  return {
    told,
    overtaken,
    mentor,
    arrives: () => deliver(mentor, ninik),
    present(seat: string) {
      here.set(MENTOR, seat as SeatId)
      for (const listener of listeners) listener()
    },
  }
}
const byMentor: Overtaken = { note: 'n1' as NoteId, what: 'place', by: 'mentor' as SeatId }

describe('a move that gave way to another’s', () => {
  it('is told at once where it is known who is here', () => {
    const { told, arrives, present } = aLoss()
    present('mentor')
    arrives()
    expect(told).toEqual([byMentor])
  })

  it('is told with a name as soon as the server has said who it is, and not again', () => {
    const { told, arrives, present } = aLoss()
    arrives()
    expect(told).toEqual([])
    present('mentor')
    expect(told).toEqual([byMentor])
    present('mentor')
    vi.advanceTimersByTime(5_000)
    expect(told).toEqual([byMentor])
  })

  it('is told with the name under the other’s notes where they are gone again', () => {
    const { told, arrives, mentor } = aLoss()
    mentor.addNote('tray', 'Saya di sini')
    arrives()
    expect(told).toEqual([byMentor])
  })

  it('is told without a name after a second', () => {
    const { told, arrives } = aLoss()
    arrives()
    vi.advanceTimersByTime(1_000)
    expect(told).toEqual([{ ...byMentor, by: null }])
  })

  it('is not told where it was this person, on another device', () => {
    const { told, arrives, present } = aLoss()
    arrives()
    present('ninik')
    vi.advanceTimersByTime(5_000)
    expect(told).toEqual([])
  })

  it('is not told once the canvas is closed', () => {
    const { told, arrives, overtaken } = aLoss()
    arrives()
    overtaken.close()
    vi.advanceTimersByTime(5_000)
    expect(told).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})
