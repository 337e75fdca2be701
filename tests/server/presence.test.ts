/** Who is in a room and where they are, as the others are told. */
import { describe, expect, it } from 'vitest'
import type { PresentPerson } from '../../src/protocol/messages.ts'
import {
  enter,
  enterStock,
  entriesOf,
  inOneRoom,
  ninikLink,
  present,
  serveAnew,
  server,
  workshop,
} from '../support/presentPeople.ts'
import { call, mint } from '../support/server.ts'
import { awarenessFrame } from '../support/serverClients.ts'
import { handled } from '../support/serverPeople.ts'

inOneRoom()

const seatsIn = (people: PresentPerson[]) => people.map(({ seat }) => seat).sort()

describe('who is in a room', () => {
  it('is told with name and role of the seat, one entry a person, as people come and go', async () => {
    const sesilya = await enter(workshop.capability)
    const alone = await present(sesilya, (people) => people.length === 1)
    expect(alone).toEqual([
      { seat: workshop.seat, name: 'Bu Sesilya', role: 'facilitator', clients: [] },
    ])
    const phone = await enter(ninikLink())
    const laptop = await enter(ninikLink())
    phone.says({ tab: 'bmc' })
    laptop.says({ tab: 'swot' })
    const both = await present(sesilya, (people) =>
      people.some(({ clients }) => clients.length === 2),
    )
    expect(both).toHaveLength(2)
    const ninik = both.find(({ role }) => role === 'member')
    expect(ninik?.name).toBe('Bu Ninik')
    expect(new Set(ninik?.clients)).toEqual(new Set([phone.doc.clientID, laptop.doc.clientID]))

    const before = sesilya.heard.length
    phone.close()
    laptop.close()
    const left = await present(sesilya, (people) => people.length === 1, before)
    expect(seatsIn(left)).toEqual([workshop.seat])
  })

  it('shows a new name at once', async () => {
    const sesilya = await enter(workshop.capability)
    await enter(ninikLink())
    await present(sesilya, (people) => people.some(({ name }) => name === 'Bu Ninik'))
    await call(server.origin, 'PATCH', `/api/seats/${workshop.members[0]?.seat}`, {
      capability: workshop.capability,
      body: { name: 'Bu Ninik Tahu' },
    })
    await present(sesilya, (people) => people.some(({ name }) => name === 'Bu Ninik Tahu'))
  })
})

describe('where somebody is', () => {
  it('reaches the others, and a newcomer at once', async () => {
    const [ninik, sesilya] = [await enter(ninikLink()), await enter(workshop.capability)]
    ninik.says({ tab: 'swot' })
    await sesilya.hearsOf({ tab: 'swot' })
    const late = await enter(workshop.capability)
    await late.hearsOf({ tab: 'swot' })
  })

  it('is taken away when they go', async () => {
    const [ninik, sesilya] = [await enter(ninikLink()), await enter(workshop.capability)]
    ninik.says({ tab: 'swot' })
    await sesilya.hearsOf({ tab: 'swot' })
    ninik.close()
    await sesilya.hears(
      (message) =>
        message.type === 'awareness' &&
        message.entries.some(
          ({ client, state }) => client === ninik.doc.clientID && state === null,
        ),
    )
  })

  it('is seen again at once after a reconnect, though the own clock starts anew', async () => {
    const [ninik, sesilya] = [await enter(ninikLink()), await enter(workshop.capability)]
    ninik.says({ tab: 'swot' })
    ninik.says({ tab: 'bmc' })
    await sesilya.hearsOf({ tab: 'bmc' })
    // The old connection is dead, but nobody has noticed yet.
    const again = await enter(ninikLink(), ninik.doc)
    again.says({ tab: 'tows' })
    await sesilya.hearsOf({ tab: 'tows' })
    const clocks = entriesOf(sesilya, ninik.doc.clientID).map(({ clock }) => clock)
    expect(clocks).toHaveLength(3)
    expect(clocks.every((clock, index) => index === 0 || clock > (clocks[index - 1] ?? 0))).toBe(
      true,
    )
    // And the end of the old connection takes nothing away.
    ninik.close()
    const before = sesilya.heard.length
    await present(sesilya, (people) => people.length === 2, before)
    expect(entriesOf(sesilya, ninik.doc.clientID)).toHaveLength(3)
  })

  it('is passed on once a frame, however often it is said there', async () => {
    const [ninik, sesilya] = [await enter(ninikLink()), await enter(workshop.capability)]
    const client = ninik.doc.clientID
    const said = Array.from({ length: 1_000 }, (_, n) => JSON.stringify({ n }))
    ninik.send(awarenessFrame(said.map((json, n) => ({ client, clock: n + 1, json }))))
    await sesilya.hearsOf({ n: 999 })
    expect(entriesOf(sesilya, client)).toHaveLength(1)
  })

  it('is not told again when nothing changed', async () => {
    const [ninik, sesilya] = [await enter(ninikLink()), await enter(workshop.capability)]
    for (let i = 0; i < 3; i++) ninik.says({ tab: 'swot' })
    await handled(ninik, sesilya)
    const told = entriesOf(sesilya, ninik.doc.clientID).filter(
      ({ state }) => JSON.stringify(state) === '{"tab":"swot"}',
    )
    expect(told).toHaveLength(1)
  })
})

describe('an idle connection', () => {
  it('hears something again and again', async () => {
    await serveAnew({ heartbeatCheckMs: 5, heartbeatAfterMs: 10 })
    const ninik = await enter(ninikLink())
    await ninik.hears((message) => message.type === 'awareness' && message.entries.length === 0)
  })

  it('of a stock client hears everybody anew, so that nobody fades there', async () => {
    await serveAnew({ heartbeatCheckMs: 5, heartbeatAfterMs: 10 })
    const sesilya = await enter(workshop.capability)
    sesilya.says({ tab: 'swot' })
    const ninik = enterStock(ninikLink())
    await ninik.synced()
    const clockOf = () => ninik.awareness.meta.get(sesilya.doc.clientID)?.clock ?? 0
    await new Promise<void>((resolve) => {
      let first = 0
      ninik.awareness.on('update', () => {
        if (first === 0) first = clockOf()
        else if (clockOf() > first) resolve()
      })
    })
    expect(ninik.awareness.getStates().get(sesilya.doc.clientID)).toEqual({ tab: 'swot' })
  })

  it('that does not answer pings is cut off', async () => {
    await serveAnew({ pingMs: 250 })
    const link = await mint(server.origin, workshop.capability, workshop.members[0]?.seat ?? '')
    const dead = await enter(link.capability)
    dead.socket.pong = () => {}
    const sesilya = await enter(workshop.capability)
    await dead.closed
    await present(sesilya, (people) => people.length === 1)
  })
})
