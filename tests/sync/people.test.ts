import { describe, expect, it } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { NoteId, SeatId } from '../../src/model/ids.ts'
import { personColour } from '../../src/model/personColour.ts'
import type { Where } from '../../src/protocol/awareness.ts'
import type { PresentPerson } from '../../src/protocol/messages.ts'
import { openPeople } from '../../src/sync/people.ts'

const ninik = { seat: 'ninik' as SeatId, name: 'Bu Ninik', role: 'member' as const }
const sari = { seat: 'sari' as SeatId, name: 'Bu Sari', role: 'facilitator' as const }

/** Another seat whose own colour is that one's. */
function aSeatAlike(seat: SeatId): SeatId {
  for (let turn = 0; ; turn++) {
    const other = `wati${turn}` as SeatId
    if (personColour(other) === personColour(seat)) return other
  }
}

function anAwareness(): Awareness {
  const awareness = new Awareness(new Y.Doc())
  clearInterval(awareness._checkInterval)
  return awareness
}
/** Sari's devices, as the server presents them. */
const sariOn = (...devices: Awareness[]): PresentPerson => ({
  ...sari,
  clients: devices.map(({ clientID }) => clientID),
})
const say = (to: Awareness, device: Awareness, state: Where | Record<string, unknown>) => {
  device.setLocalState(state)
  applyAwarenessUpdate(to, encodeAwarenessUpdate(device, [device.clientID]), 'server')
}

describe('the people in a room', () => {
  it('are oneself while nobody else is known', () => {
    const people = openPeople(anAwareness(), ninik)
    expect(people.list()).toMatchObject([{ seat: 'ninik', self: true, where: null }])
  })

  it('are those the server names, in order of seat, one entry however many devices', () => {
    const awareness = anAwareness()
    const people = openPeople(awareness, ninik)
    const [phone, laptop] = [anAwareness(), anAwareness()]
    people.present([sariOn(phone, laptop), { ...ninik, clients: [awareness.clientID] }])
    expect(people.list().map(({ seat }) => seat)).toEqual(['ninik', 'sari'])
    say(awareness, phone, { tab: 'bmc', note: 'n1' as NoteId })
    say(awareness, laptop, { tab: 'swot' })
    expect(people.list()[1]?.where).toEqual({ tab: 'bmc', note: 'n1' })
  })

  it('do not come from awareness alone', () => {
    const awareness = anAwareness()
    const people = openPeople(awareness, ninik)
    say(awareness, anAwareness(), { tab: 'swot' })
    expect(people.list()).toHaveLength(1)
  })

  it('are shown without a place where their state is not of our shape', () => {
    const awareness = anAwareness()
    const people = openPeople(awareness, ninik)
    const device = anAwareness()
    people.present([sariOn(device)])
    say(awareness, device, { tab: 42 })
    expect(people.list()[1]).toMatchObject({ name: 'Bu Sari', where: null })
  })

  it('have one colour each, the same on every screen, though two would by themselves be alike', () => {
    const wati = { ...sari, seat: aSeatAlike(ninik.seat), name: 'Bu Wati' }
    const here = openPeople(anAwareness(), ninik)
    const there = openPeople(anAwareness(), wati)
    const coloursOf = (people: typeof here) => people.list().map(({ colour }) => colour)
    expect(coloursOf(here)).toEqual(coloursOf(there))
    const both = [
      { ...ninik, clients: [] },
      { ...wati, clients: [] },
    ]
    here.present(both)
    there.present(both)
    expect(coloursOf(here)).toEqual(coloursOf(there))
    expect(new Set(coloursOf(here)).size).toBe(2)
  })

  it('keep their identity while nothing of them changes', () => {
    const awareness = anAwareness()
    const people = openPeople(awareness, ninik)
    const device = anAwareness()
    people.present([sariOn(device)])
    const [self, other] = people.list()
    const list = people.list()
    let told = 0
    people.subscribe(() => told++)
    people.present([sariOn(device)])
    expect(people.list()).toBe(list)
    expect(told).toBe(0)
    say(awareness, device, { tab: 'swot' })
    expect(people.list()[0]).toBe(self)
    expect(people.list()[1]).not.toBe(other)
    expect(told).toBe(1)
  })

  it('are only oneself again when the line is cut', () => {
    const people = openPeople(anAwareness(), ninik)
    people.present([sariOn(), { ...ninik, name: 'Bu Ninik Suryani', clients: [] }])
    expect(people.list()[0]?.name).toBe('Bu Ninik Suryani')
    people.present(null)
    expect(people.list()).toHaveLength(1)
  })
})

describe('where this person is', () => {
  it('is said to the others, and no longer once they look away', () => {
    const awareness = anAwareness()
    const people = openPeople(awareness, ninik)
    expect(awareness.getLocalState()).toBe(null)
    people.setWhere({ tab: 'bmc' })
    expect(awareness.getLocalState()).toEqual({ tab: 'bmc' })
    expect(people.list()[0]?.where).toEqual({ tab: 'bmc' })
    people.setWhere(null)
    expect(awareness.getLocalState()).toBe(null)
  })

  it('is not said again while it is the same', () => {
    const awareness = anAwareness()
    const people = openPeople(awareness, ninik)
    people.setWhere({ tab: 'bmc' })
    let said = 0
    awareness.on('update', () => said++)
    people.setWhere({ tab: 'bmc' })
    expect(said).toBe(0)
    people.setWhere({ tab: 'bmc', zone: 'channels' })
    expect(said).toBe(1)
  })
})
