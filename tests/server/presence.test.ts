import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { PresentPerson } from '../../src/protocol/messages.ts'
import { MESSAGE } from '../../src/protocol/messages.ts'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import { aServer, aWorkshop, call, mint, roomOf } from '../support/server.ts'
import { awarenessFrame, stockClient } from '../support/serverClients.ts'
import type { Person } from '../support/serverPeople.ts'
import { aPerson, handled } from '../support/serverPeople.ts'

let server: TestServer
let workshop: TestWorkshop
let room: string
const stock: { close(): void }[] = []

const ninikLink = () => workshop.members[0]?.capability ?? ''
const enter = (capability: string, doc?: Y.Doc) =>
  aPerson(server.origin, room, capability, doc ? { doc } : {})
const enterStock = (capability: string) => {
  const client = stockClient(server.origin, room, capability)
  stock.push(client)
  return client
}

/** The first list of people, from a point on, that a test waits for. */
const present = (who: Person, is: (people: PresentPerson[]) => boolean, from = 0) =>
  who.hears(
    (message) =>
      message.type === 'presence' && message.people && is(message.people) && message.people,
    from,
  )
const seatsIn = (people: PresentPerson[]) => people.map(({ seat }) => seat).sort()
const entriesOf = (who: Person, client: number) =>
  who.heard.flatMap((message) =>
    message.type === 'awareness' ? message.entries.filter((entry) => entry.client === client) : [],
  )

beforeEach(async () => {
  server = await aServer()
  workshop = await aWorkshop(server.origin)
  room = roomOf(workshop)
})
afterEach(async () => {
  for (const client of stock.splice(0)) client.close()
  await server.close()
})

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

describe('what somebody says of others', () => {
  it('has no effect, whatever clock it claims', async () => {
    const [ninik, sesilya] = [await enter(ninikLink()), await enter(workshop.capability)]
    const wawan = await enter(workshop.capability)
    ninik.says({ tab: 'swot' })
    await sesilya.hearsOf({ tab: 'swot' })
    for (const clock of [0, 1, 2, Date.now() * 2, Number.MAX_SAFE_INTEGER]) {
      for (const json of ['{"tab":"forged"}', 'null']) {
        sesilya.send(awarenessFrame([{ client: ninik.doc.clientID, clock, json }]))
      }
    }
    await handled(sesilya, wawan)
    await handled(sesilya, ninik)
    expect(entriesOf(ninik, ninik.doc.clientID)).toEqual([])
    for (const { state } of entriesOf(wawan, ninik.doc.clientID))
      expect(state).toEqual({ tab: 'swot' })
    expect(entriesOf(wawan, ninik.doc.clientID).length).toBeGreaterThan(0)
  })

  it('brings nobody back who has left', async () => {
    const [ninik, sesilya] = [await enter(ninikLink()), await enter(workshop.capability)]
    ninik.says({ tab: 'swot' })
    await sesilya.hearsOf({ tab: 'swot' })
    const [echo] = entriesOf(sesilya, ninik.doc.clientID)
    ninik.close()
    await present(sesilya, (people) => people.length === 1 && people[0]?.seat === workshop.seat)
    sesilya.send(
      awarenessFrame([
        { client: ninik.doc.clientID, clock: echo?.clock ?? 0, json: '{"tab":"swot"}' },
      ]),
    )
    const late = await enter(workshop.capability)
    await handled(sesilya, late)
    expect(entriesOf(late, ninik.doc.clientID)).toEqual([])
  })

  it('moves nobody to their other device, which echoes them', async () => {
    const sesilya = await enter(workshop.capability)
    const [phone, laptop] = [await enter(ninikLink()), await enter(ninikLink())]
    phone.says({ tab: 'swot' })
    await laptop.hearsOf({ tab: 'swot' })
    const [echo] = entriesOf(laptop, phone.doc.clientID)
    const { clientID } = phone.doc
    laptop.send(
      awarenessFrame([{ client: clientID, clock: echo?.clock ?? 0, json: '{"tab":"swot"}' }]),
    )
    await handled(laptop, sesilya)
    laptop.close()
    // The laptop is gone once the phone is the only one of hers that speaks.
    await present(
      sesilya,
      (people) => people.some(({ clients }) => String(clients) === String([clientID])),
      sesilya.heard.length,
    )
    expect(entriesOf(sesilya, clientID).at(-1)?.state).toEqual({ tab: 'swot' })
  })

  it('is not told to themselves when they ask who is there', async () => {
    const [ninik, sesilya] = [await enter(ninikLink()), await enter(workshop.capability)]
    ninik.says({ tab: 'swot' })
    sesilya.says({ tab: 'bmc' })
    await ninik.hearsOf({ tab: 'bmc' })
    const before = ninik.heard.length
    ninik.send(Uint8Array.of(MESSAGE.queryAwareness))
    await ninik.hears((message) => message.type === 'awareness', before)
    expect(entriesOf(ninik, ninik.doc.clientID)).toEqual([])
  })

  it('cuts nobody off: a stock client echoes everybody', async () => {
    const ninik = enterStock(ninikLink())
    const sesilya = enterStock(workshop.capability)
    await Promise.all([ninik.synced(), sesilya.synced()])
    const changes = new Promise<void>((resolve) => {
      sesilya.awareness.on('change', () => {
        if (sesilya.awareness.getStates().get(ninik.doc.clientID)?.at === 40) resolve()
      })
    })
    for (let at = 1; at <= 40; at++) ninik.awareness.setLocalState({ at })
    await changes
    expect(ninik.provider.wsconnected).toBe(true)
    expect(sesilya.provider.wsconnected).toBe(true)
    expect(ninik.awareness.getLocalState()).toEqual({ at: 40 })
  })
})

describe('a connection', () => {
  it('speaks for two ids at most', async () => {
    const [ninik, sesilya] = [await enter(ninikLink()), await enter(workshop.capability)]
    ninik.send(
      awarenessFrame([101, 102, 103].map((client) => ({ client, clock: 1, json: '{"n":1}' }))),
    )
    await sesilya.hearsOf({ n: 1 })
    expect([101, 102, 103].map((client) => entriesOf(sesilya, client).length)).toEqual([1, 1, 0])
  })

  it('cannot take an id under which another has written', async () => {
    const [ninik, sesilya] = [await enter(ninikLink()), await enter(workshop.capability)]
    ninik.writes('tahu')
    await sesilya.hears((message) => message.type === 'update')
    sesilya.send(
      awarenessFrame([{ client: ninik.doc.clientID, clock: 1, json: '{"tab":"forged"}' }]),
    )
    await handled(sesilya, ninik)
    expect(entriesOf(ninik, ninik.doc.clientID)).toEqual([])
    ninik.says({ tab: 'swot' })
    await sesilya.hearsOf({ tab: 'swot' })
  })

  const bad: [what: string, json: string][] = [
    ['no JSON', '{'],
    ['a list', '[1]'],
    ['a number', '7'],
    ['more than 1 KB', JSON.stringify({ tab: 'x'.repeat(1_024) })],
  ]
  it.each(bad)('is closed for a state that is %s, and nobody hears of it', async (_what, json) => {
    const [ninik, sesilya] = [await enter(ninikLink()), await enter(workshop.capability)]
    ninik.send(awarenessFrame([{ client: ninik.doc.clientID, clock: 1, json }]))
    expect(await ninik.closed).toEqual({ code: 4400, reason: 'badFrame' })
    const late = await enter(workshop.capability)
    await handled(sesilya, late)
    expect(entriesOf(sesilya, ninik.doc.clientID)).toEqual([])
    expect(entriesOf(late, ninik.doc.clientID)).toEqual([])
  })

  it('may say 1 KB of itself', async () => {
    const [ninik, sesilya] = [await enter(ninikLink()), await enter(workshop.capability)]
    const state = { tab: 'x'.repeat(1_024 - '{"tab":""}'.length) }
    ninik.says(state)
    await sesilya.hearsOf(state)
  })
})

describe('an idle connection', () => {
  it('hears something again and again', async () => {
    await server.close()
    server = await aServer({ timing: { heartbeatCheckMs: 5, heartbeatAfterMs: 10 } })
    workshop = await aWorkshop(server.origin)
    room = roomOf(workshop)
    const ninik = await enter(ninikLink())
    await ninik.hears((message) => message.type === 'awareness' && message.entries.length === 0)
  })

  it('of a stock client hears everybody anew, so that nobody fades there', async () => {
    await server.close()
    server = await aServer({ timing: { heartbeatCheckMs: 5, heartbeatAfterMs: 10 } })
    workshop = await aWorkshop(server.origin)
    room = roomOf(workshop)
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
    await server.close()
    server = await aServer({ timing: { pingMs: 250 } })
    workshop = await aWorkshop(server.origin)
    room = roomOf(workshop)
    const link = await mint(server.origin, workshop.capability, workshop.members[0]?.seat ?? '')
    const dead = await enter(link.capability)
    dead.socket.pong = () => {}
    const sesilya = await enter(workshop.capability)
    await dead.closed
    await present(sesilya, (people) => people.length === 1)
  })
})
