/** Frames that no client of ours would send: they end their own connection, and nobody else notices. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { encodeSync } from '../../server/frames.ts'
import { SYNC } from '../../src/protocol/messages.ts'
import { roomAtWork } from '../support/roomAtWork.ts'
import { aPerson } from '../support/serverPeople.ts'

const LIMIT = 48 * 1024

const at = roomAtWork({ documentBytes: LIMIT, messagesPerSecond: 100, messageBurst: 100 })
const append = (text: string) => (doc: Y.Doc) =>
  doc.getText('words').insert(doc.getText('words').length, text)

describe('a frame that is none', () => {
  const update = () => {
    const doc = new Y.Doc()
    doc.getMap('notes').set('n1', new Y.Map([['text', new Y.Text('forged')]]))
    return Y.encodeStateAsUpdate(doc)
  }
  const cases: [what: string, frame: () => Uint8Array | string][] = [
    ['empty', () => new Uint8Array()],
    ['text', () => '{"hello":1}'],
    ['a sync message without a kind', () => Uint8Array.of(0)],
    ['of an unknown sync kind', () => Uint8Array.of(0, 9, 0)],
    ['longer by its own account than it is', () => Uint8Array.of(0, 2, 0xff, 0x7f, 1)],
    ['a state vector that is none', () => Uint8Array.of(0, 0, 2, 5, 5)],
    ['a number without an end', () => new Uint8Array(20).fill(0xff)],
    ['an awareness message cut short', () => Uint8Array.of(1, 3, 1, 7)],
    [
      '32 million structs in 7 bytes',
      () => encodeSync(SYNC.update, Uint8Array.of(1, 0xff, 0xff, 0xff, 0x0f, 1, 0)),
    ],
    ['an update cut short', () => encodeSync(SYNC.update, update().slice(0, -3))],
    ['a SyncStep2 cut short', () => encodeSync(SYNC.step2, update().slice(0, -3))],
  ]
  it.each(cases)('%s: ends its own connection only', async (_what, frame) => {
    const socket = at.attacker()
    await socket.hears((message) => message.type === 'step1')
    socket.send(frame())
    expect(await socket.closed).toEqual({ code: 4400, reason: 'badFrame' })
    await at.nobodyNoticed()
  })

  it('is told once in the log, without what was in it', async () => {
    const before = at.server.log.length
    const socket = at.attacker()
    await socket.hears((message) => message.type === 'step1')
    for (let i = 0; i < 5; i++) socket.send(Uint8Array.of(0))
    await socket.closed
    const told = at.server.log.slice(before).filter((line) => line.includes('badFrame'))
    expect(told).toHaveLength(1)
    expect(Object.keys(JSON.parse(told[0] ?? '{}')).sort()).toEqual([
      'capability',
      'event',
      'level',
      'reason',
      'room',
    ])
  })

  it('of a type that we do not know yet is left alone', async () => {
    const socket = at.attacker()
    await socket.hears((message) => message.type === 'step1')
    socket.send(Uint8Array.of(99, 1, 2, 3))
    socket.step1()
    await socket.hears((message) => message.type === 'step2')
    socket.close()
  })

  it('mutated from a good one in any way never spoils the room', async () => {
    const good = [encodeSync(SYNC.update, update()), encodeSync(SYNC.step2, update())]
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 4,
        }),
        async (which, mutations) => {
          const frame = good[which]?.slice() ?? new Uint8Array()
          for (const [where, byte] of mutations) frame[where % frame.length] = byte
          const socket = at.attacker()
          await socket.hears((message) => message.type === 'step1')
          socket.send(frame)
          socket.close()
          await socket.closed
        },
      ),
      { numRuns: 60 },
    )
    const stored = await at.server.store.loadRoom(at.room)
    const doc = new Y.Doc()
    for (const row of stored?.updates ?? []) Y.applyUpdate(doc, row)
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
    await at.nobodyNoticed()
  })
})

describe('an update that is well formed and would choke Yjs', () => {
  const newDoc = () => {
    const doc = new Y.Doc()
    doc.clientID = 77
    return doc
  }
  /** Maps within maps, so deep that deleting the outermost exhausts the stack. */
  function nestedMaps(depth: number): Uint8Array {
    const doc = newDoc()
    let map = doc.getMap<unknown>('notes')
    doc.transact(() => {
      for (let i = 0; i < depth; i++) {
        const inner = new Y.Map<unknown>()
        map.set('n', inner)
        map = inner
      }
    })
    return Y.encodeStateAsUpdate(doc)
  }
  /** A character in one text whose right neighbour lies in another: deleting either text then throws. */
  function betweenTwoTexts(): Uint8Array {
    const [left, right, between] = ['a', 'b', 'c'].map((letter) => letter.charCodeAt(0))
    const inRoot = (name: number, letter = 0) => [0x04, 1, 1, name, 1, letter]
    return Uint8Array.from([
      ...[1, 3, 77, 0],
      ...inRoot(0x61, left),
      ...inRoot(0x62, right),
      ...[0xc4, 77, 0, 77, 1, 1, between ?? 0],
      0,
    ])
  }

  const cases: [what: string, update: Uint8Array][] = [
    ['maps 17 deep', nestedMaps(17)],
    ['maps 4,000 deep', nestedMaps(4_000)],
    ['a character that lies in two texts', betweenTwoTexts()],
  ]
  it.each(cases)('is refused, and the room goes on as it was: %s', async (_what, update) => {
    const before = await at.read()
    const socket = await aPerson(at.server.origin, at.room, at.workshop.capability)
    socket.update(update)
    expect(await socket.closed).toEqual({ code: 4400, reason: 'badFrame' })
    expect(at.server.log.join()).toContain('updateNotApplied')
    await at.nobodyNoticed()
    const doc = await at.read()
    expect(doc.store.clients.has(77)).toBe(false)
    expect(doc.getMap('canvas').toJSON()).toEqual(before.getMap('canvas').toJSON())
  })

  it('is taken where it is only nested', async () => {
    const socket = await aPerson(at.server.origin, at.room, at.workshop.capability)
    socket.update(nestedMaps(16))
    await socket.hearsStored(2)
    await at.nobodyNoticed()
  })
})

describe('a document', () => {
  const filler = (bytes: number) => 'x'.repeat(bytes)

  it('grows to its limit and no byte further', async () => {
    const person = await aPerson(at.server.origin, at.room, at.workshop.capability)
    const empty = (await at.read()).store.clients.size
    expect(empty).toBe(1)
    const size = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc).length
    person.update(person.makes(append(filler(LIMIT - size(person.doc) - 100))))
    await person.hearsStored(2)
    person.update(person.makes(append(filler(LIMIT - size(person.doc)))))
    expect(size(person.doc)).toBe(LIMIT)
    await person.hearsStored(3)
    person.update(person.makes(append('x')))
    expect(await person.closed).toEqual({ code: 4413, reason: 'documentTooLarge' })
    const doc = await at.read()
    expect(size(doc)).toBe(LIMIT)
    // What takes away is still taken.
    const shrinks = await aPerson(at.server.origin, at.room, at.workshop.capability)
    shrinks.update(shrinks.makes((d) => d.getText('words').delete(0, 1_000)))
    await shrinks.hearsStored(2)
    at.ninik.writes('tahu')
    await at.ninik.hearsStored(2)
  })

  it('that many keystrokes made is measured as it is, not as it came', async () => {
    const person = await aPerson(at.server.origin, at.room, at.workshop.capability)
    const big = person.makes(append(filler(LIMIT - 3_000)))
    person.update(big)
    // Each of these is some 20 bytes as an update, and one in the document.
    for (let i = 0; i < 60; i++) person.update(person.makes(append('xxxxxxxxxx')))
    await person.hearsStored(62)
  })

  const sizes: [what: string, bytes: number][] = [
    ['a little too large', LIMIT + 64 * 1024 + 1],
    ['far too large', LIMIT + 1024 * 1024],
  ]
  it.each(sizes)('cannot come in a frame that is %s', async (_what, bytes) => {
    const socket = at.attacker()
    await socket.hears((message) => message.type === 'step1')
    socket.send(new Uint8Array(bytes))
    expect((await socket.closed).code).toBe(4413)
    await at.nobodyNoticed()
  })
})
