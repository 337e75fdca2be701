/** What somebody may say of themselves, and what becomes of what they say of others. */
import { describe, expect, it } from 'vitest'
import { MESSAGE } from '../../src/protocol/messages.ts'
import {
  enter,
  enterStock,
  entriesOf,
  inOneRoom,
  ninikLink,
  present,
  workshop,
} from '../support/presentPeople.ts'
import { awarenessFrame } from '../support/serverClients.ts'
import { handled } from '../support/serverPeople.ts'

inOneRoom()

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
