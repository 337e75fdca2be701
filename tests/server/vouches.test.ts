/** What the server says of what it has on its disk, and who may show it that: nobody can make it up. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Vouch } from '../../src/protocol/vouches.ts'
import { encodeVouches } from '../../src/protocol/vouches.ts'
import { forgeUpdate } from '../support/forge.ts'
import {
  hearsNews,
  herNote,
  lostTail,
  ninik,
  notes,
  onOneDisk,
  room,
  said,
  sari,
  server,
  workshop,
} from '../support/lostTail.ts'
import { aSeat, roomOf } from '../support/server.ts'
import { bareSocket, SAID_BEFORE } from '../support/serverClients.ts'
import { aPerson, handled } from '../support/serverPeople.ts'

onOneDisk()

describe('a vouch that is not the server\u2019s', () => {
  const forgeries: [string, (vouch: Vouch) => Vouch | Promise<Vouch>][] = [
    ['a later clock', (vouch) => ({ ...vouch, clock: vouch.clock + 1 })],
    ['another client', (vouch) => ({ ...vouch, client: vouch.client + 1 })],
    ['another seat', (vouch) => ({ ...vouch, seat: workshop.seat })],
    [
      'a bit of the signature',
      ({ signature, ...vouch }) => {
        const flipped = signature.slice()
        flipped[3] = (flipped[3] ?? 0) ^ 1
        return { ...vouch, signature: flipped }
      },
    ],
    ['no signature', (vouch) => ({ ...vouch, signature: new Uint8Array(8) })],
  ]
  it.each(forgeries)('changes nothing: %s', async (_what, forge) => {
    const { vouch, sariDoc, ninikDoc } = await lostTail()
    const her = await ninik(new Y.Doc())
    const liar = await sari(sariDoc, false)
    liar.send(encodeVouches([await forge(vouch)]))
    await handled(liar, her)
    liar.answers()
    expect(await liar.closed).toEqual({ code: 4424, reason: 'notYours' })
    expect(await notes()).toEqual(['n1'])
    expect(server.log.join()).not.toContain('roomIsBehind')
    expect(her.heard.some(({ type }) => type === 'disk')).toBe(false)
    expect(ninikDoc.getMap('notes').size).toBe(2)
  })

  it('nor is one of another room', async () => {
    const { vouch } = await lostTail()
    const other = roomOf(workshop, 1)
    const there = await aPerson(server.origin, other, workshop.capability)
    const watch = await aPerson(server.origin, other, workshop.capability)
    there.send(encodeVouches([vouch]))
    await handled(there, watch)
    expect(there.heard.some(({ type }) => type === 'disk')).toBe(false)
  })

  it('changes nothing where nothing is lost', async () => {
    const writer = await ninik()
    const reader = await sari()
    await reader.hearsStored(1)
    writer.update(writer.makes(herNote('n1')))
    const { vouches } = await hearsNews(reader, 0)
    reader.send(encodeVouches(vouches))
    await handled(reader, writer)
    expect(reader.heard.some(({ type }) => type === 'disk')).toBe(false)
  })
})

describe('who may show vouches', () => {
  it('is who may write: a viewer is sent away', async () => {
    const { vouch } = await lostTail()
    const canvas = workshop.members[0]?.canvas ?? null
    const { capability } = await aSeat(server, workshop, 'viewer', canvas)
    const viewer = bareSocket(server.origin, room, capability)
    await viewer.opened
    viewer.send(encodeVouches([vouch]))
    expect(await viewer.closed).toEqual({ code: 4423, reason: 'readOnly' })
    expect(server.log.join()).not.toContain('roomIsBehind')
  })

  it('shows no more than a hundred at once', async () => {
    const { vouch } = await lostTail()
    const many = (count: number) => encodeVouches(Array.from({ length: count }, () => vouch))
    const back = await sari(new Y.Doc())
    back.send(many(100))
    await said(back, 'lacks')
    back.send(many(101))
    expect(await back.closed).toEqual({ code: 4400, reason: 'badFrame' })
  })
})

it('names a client\u2019s seat to newcomers, and to others once', async () => {
  const writer = await ninik()
  const reader = await sari()
  await reader.hearsStored(1)
  for (const name of ['n1', 'n2']) {
    const from = reader.heard.length
    writer.update(writer.makes(herNote(name)))
    await hearsNews(reader, from)
  }
  const her = workshop.members[0]?.seat
  const seats = reader.heard.flatMap((message) =>
    message.type === 'update' ? message.vouches.map(({ seat }) => seat) : [],
  )
  expect(seats).toEqual([her, SAID_BEFORE])

  const newcomer = bareSocket(server.origin, room, workshop.capability)
  await newcomer.opened
  newcomer.step1()
  const vouches = await newcomer.hears((message) => message.type === 'step2' && message.vouches)
  expect(vouches.map(({ client }) => client)).toContain(writer.doc.clientID)
  expect(vouches.find(({ client }) => client === writer.doc.clientID)?.seat).toBe(her)
  newcomer.close()
})

it('stands behind each author, however many there are', async () => {
  const writer = await ninik()
  const authors = Array.from({ length: 1_100 }, (_, client) => client + 1)
  writer.update(forgeUpdate(authors.map((client) => ({ client, clock: 0, collected: 1 }))))
  await writer.hearsStored(2)
  const newcomer = bareSocket(server.origin, room, workshop.capability)
  await newcomer.opened
  newcomer.step1()
  const vouches = await newcomer.hears((message) => message.type === 'step2' && message.vouches)
  const told = new Set(vouches.map(({ client }) => client))
  expect(authors.filter((client) => !told.has(client))).toEqual([])
  newcomer.close()
})
