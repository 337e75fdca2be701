/** Frames that no client of ours would send: they end their own connection, and nobody else notices. */
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DEFAULT_LIMITS, frameBytes } from '../../server/config.ts'
import { encodeSync } from '../../server/frames.ts'
import { HEARTBEAT, SYNC } from '../../src/protocol/messages.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import { aServer, aWorkshop, temporaryFolder } from '../support/server.ts'
import { bareSocket, readRoom } from '../support/serverClients.ts'
import type { Person } from '../support/serverPeople.ts'
import { aPerson, wordsIn } from '../support/serverPeople.ts'

const LIMIT = 48 * 1024

let server: TestServer
let workshop: TestWorkshop
let room: RoomName
/** Sits in the room all the while. */
let ninik: Person

const attacker = () => bareSocket(server.origin, room, workshop.capability)
const append = (text: string) => (doc: Y.Doc) =>
  doc.getText('words').insert(doc.getText('words').length, text)

beforeAll(async () => {
  server = await aServer({
    limits: { documentBytes: LIMIT, messagesPerSecond: 100, messageBurst: 100 },
  })
})
afterAll(() => server.close())
beforeEach(async () => {
  workshop = await aWorkshop(server.origin)
  room = `${workshop.workshop}/canvas/${workshop.members[0]?.canvas}` as RoomName
  ninik = await aPerson(server.origin, room, workshop.members[0]?.capability ?? '')
  await ninik.hearsStored(1)
})

/** Ninik is connected, writes, is receipted, and a newcomer is given exactly her words. */
async function nobodyNoticed(): Promise<void> {
  const frames = ninik.receipts().at(-1) ?? 0
  ninik.writes('tahu ')
  await ninik.hearsStored(frames + 1)
  expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe(wordsIn(ninik.doc))
  expect(wordsIn(ninik.doc)).toMatch(/^(tahu )+$/)
}

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
    const socket = attacker()
    await socket.hears((message) => message.type === 'step1')
    socket.send(frame())
    expect(await socket.closed).toEqual({ code: 4400, reason: 'badFrame' })
    await nobodyNoticed()
  })

  it('is told once in the log, without what was in it', async () => {
    const before = server.log.length
    const socket = attacker()
    await socket.hears((message) => message.type === 'step1')
    for (let i = 0; i < 5; i++) socket.send(Uint8Array.of(0))
    await socket.closed
    const told = server.log.slice(before).filter((line) => line.includes('badFrame'))
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
    const socket = attacker()
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
          const socket = attacker()
          await socket.hears((message) => message.type === 'step1')
          socket.send(frame)
          socket.close()
          await socket.closed
        },
      ),
      { numRuns: 60 },
    )
    const stored = await server.store.loadRoom(room)
    const doc = new Y.Doc()
    for (const row of stored?.updates ?? []) Y.applyUpdate(doc, row)
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
    await nobodyNoticed()
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
    const before = await readRoom(server.origin, room, workshop.capability)
    const socket = await aPerson(server.origin, room, workshop.capability)
    socket.update(update)
    expect(await socket.closed).toEqual({ code: 4400, reason: 'badFrame' })
    expect(server.log.join()).toContain('updateNotApplied')
    await nobodyNoticed()
    const doc = await readRoom(server.origin, room, workshop.capability)
    expect(doc.store.clients.has(77)).toBe(false)
    expect(doc.getMap('canvas').toJSON()).toEqual(before.getMap('canvas').toJSON())
  })

  it('is taken where it is only nested', async () => {
    const socket = await aPerson(server.origin, room, workshop.capability)
    socket.update(nestedMaps(16))
    await socket.hearsStored(2)
    await nobodyNoticed()
  })
})

describe('words under somebody else', () => {
  it('are refused: new structs of an id that another seat wrote under', async () => {
    ninik.writes('tahu ')
    await ninik.hearsStored(2)
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(ninik.doc))
    forged.clientID = ninik.doc.clientID
    const has = Y.encodeStateVector(forged)
    forged.getText('words').insert(0, 'not hers')
    for (const send of ['update', 'step2'] as const) {
      const socket = attacker()
      await socket.hears((message) => message.type === 'step1')
      socket[send](Y.encodeStateAsUpdate(forged, has))
      expect(await socket.closed).toEqual({ code: 4424, reason: 'notYours' })
    }
    await nobodyNoticed()
  })

  it('are refused even where the id has only been announced', async () => {
    const facilitator = await aPerson(server.origin, room, workshop.capability)
    ninik.says({ tab: 'bmc' })
    await facilitator.hearsOf({ tab: 'bmc' })
    const forged = new Y.Doc()
    forged.clientID = ninik.doc.clientID
    forged.getText('words').insert(0, 'not hers')
    facilitator.update(Y.encodeStateAsUpdate(forged))
    expect(await facilitator.closed).toEqual({ code: 4424, reason: 'notYours' })
    await nobodyNoticed()
  })

  it('are refused under the id that the server itself wrote with', async () => {
    const seed = await readRoom(server.origin, room, workshop.capability)
    const [serverId] = [...Y.decodeStateVector(Y.encodeStateVector(seed)).keys()]
    seed.clientID = serverId ?? 0
    const has = Y.encodeStateVector(seed)
    seed.getText('words').insert(0, 'not the server')
    const socket = attacker()
    await socket.hears((message) => message.type === 'step1')
    socket.update(Y.encodeStateAsUpdate(seed, has))
    expect(await socket.closed).toEqual({ code: 4424, reason: 'notYours' })
    await nobodyNoticed()
  })

  it('are still refused after a restart', async () => {
    const folder = temporaryFolder()
    const data = join(folder.path, 'guyub.sqlite')
    let own = await aServer({ data })
    const theirs = await aWorkshop(own.origin)
    const canvas = `${theirs.workshop}/canvas/${theirs.members[0]?.canvas}`
    const wawan = await aPerson(own.origin, canvas, theirs.members[0]?.capability ?? '')
    wawan.writes('keripik')
    await wawan.hearsStored(2)
    await own.close()
    own = await aServer({ data })
    const forged = await readRoom(own.origin, canvas, theirs.capability)
    const has = Y.encodeStateVector(forged)
    forged.clientID = wawan.doc.clientID
    forged.getText('words').insert(0, 'not his')
    const facilitator = await aPerson(own.origin, canvas, theirs.capability)
    facilitator.update(Y.encodeStateAsUpdate(forged, has))
    expect(await facilitator.closed).toEqual({ code: 4424, reason: 'notYours' })
    await own.close()
    folder.remove()
  })

  it('of one seat may come under many ids: each reload makes one, and offline work keeps its own', async () => {
    const offline = new Y.Doc()
    append('tahu ')(offline)
    const again = await aPerson(server.origin, room, workshop.members[0]?.capability ?? '', {
      doc: new Y.Doc(),
      answers: false,
    })
    Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(offline))
    again.answers()
    await again.hearsStored(1)
    again.writes('tahu ')
    await again.hearsStored(2)
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('tahu tahu ')
  })

  it('does not forbid to change or take away what others wrote', async () => {
    ninik.writes('tahu ')
    await ninik.hearsStored(2)
    const facilitator = await aPerson(server.origin, room, workshop.capability)
    facilitator.update(facilitator.makes((doc) => doc.getText('words').delete(0, 5)))
    await facilitator.hearsStored(2)
    expect(wordsIn(await readRoom(server.origin, room, workshop.capability))).toBe('')
  })
})

describe('what no client may write', () => {
  const SEAT_OF_ANOTHER = 'B'.repeat(22)
  const noteBy = (typist: unknown) => new Y.Map<unknown>([['typist', typist]])
  const putNote = (id: string, typist: unknown) => (doc: Y.Doc) =>
    doc.getMap('notes').set(id, noteBy(typist))
  const ninikSeat = () => workshop.members[0]?.seat ?? ''
  const inNote = (doc: Y.Doc, id: string) => doc.getMap('notes').get(id) as Y.Map<unknown>

  const forbidden: [what: string, change: (doc: Y.Doc) => void, code: number][] = [
    [
      'another schema of the canvas',
      (doc) => doc.getMap('canvas').set('schema', { major: 99 }),
      4400,
    ],
    ['no schema of the canvas', (doc) => doc.getMap('canvas').delete('schema'), 4400],
    ["a new note under another's name", putNote('n2', SEAT_OF_ANOTHER), 4424],
    ["a note replaced by one under another's name", putNote('n1', SEAT_OF_ANOTHER), 4424],
    [
      "a note given into another's name",
      (doc) => inNote(doc, 'n1').set('typist', SEAT_OF_ANOTHER),
      4424,
    ],
    [
      'a note taken away in the name of another',
      (doc) => inNote(doc, 'n1').set('removed', { by: SEAT_OF_ANOTHER, at: 1 }),
      4424,
    ],
    [
      'a note that another has taken away from the first',
      (doc) => {
        const note = noteBy(ninikSeat())
        note.set('removed', { by: SEAT_OF_ANOTHER, at: 1 })
        doc.getMap('notes').set('n2', note)
      },
      4424,
    ],
    ['a note robbed of its name', (doc) => inNote(doc, 'n1').delete('typist'), 4424],
  ]
  describe.each(['update', 'step2'] as const)('by %s', (send) => {
    it.each(forbidden)('%s: is undone before anybody sees it', async (_what, change, code) => {
      ninik.update(ninik.makes(putNote('n1', ninikSeat())))
      await ninik.hearsStored(2)
      const forger = await aPerson(server.origin, room, workshop.members[0]?.capability ?? '')
      const before = await readRoom(server.origin, room, workshop.capability)
      const heard = ninik.heard.length
      forger[send](forger.makes(change))
      expect((await forger.closed).code).toBe(code)
      await nobodyNoticed()
      const after = await readRoom(server.origin, room, workshop.capability)
      for (const name of ['canvas', 'notes']) {
        expect(after.getMap(name).toJSON()).toEqual(before.getMap(name).toJSON())
      }
      expect(ninik.heard.slice(heard).map(({ type }) => type)).not.toContain('update')
    })
  })

  it('is a schema of the plan too, facilitators included', async () => {
    const plan = `${workshop.workshop}/plan`
    const forger = await aPerson(server.origin, plan, workshop.capability)
    forger.update(forger.makes((doc) => doc.getMap('workshop').set('title', 'Guyub Rukun 2')))
    await forger.hearsStored(2)
    forger.update(forger.makes((doc) => doc.getMap('workshop').set('schema', { major: 99 })))
    expect(await forger.closed).toEqual({ code: 4400, reason: 'badFrame' })
    const doc = await readRoom(server.origin, plan, workshop.capability)
    expect(doc.getMap('workshop').toJSON()).toMatchObject({
      title: 'Guyub Rukun 2',
      schema: { major: 1 },
    })
  })

  it('is not what a note is made of: its own name, none yet, and all of it changed by others', async () => {
    ninik.update(ninik.makes(putNote('n1', ninikSeat())))
    ninik.update(ninik.makes(putNote('n2', null)))
    ninik.update(ninik.makes((doc) => inNote(doc, 'n2').set('typist', ninikSeat())))
    await ninik.hearsStored(4)
    const facilitator = await aPerson(server.origin, room, workshop.capability)
    facilitator.update(facilitator.makes((doc) => inNote(doc, 'n1').set('colour', 'jambu')))
    const mark = { by: workshop.seat, at: 1 }
    facilitator.update(facilitator.makes((doc) => inNote(doc, 'n1').set('removed', mark)))
    facilitator.update(facilitator.makes((doc) => inNote(doc, 'n1').set('removed', null)))
    facilitator.update(facilitator.makes(putNote('n3', workshop.seat)))
    facilitator.update(facilitator.makes((doc) => doc.getMap('notes').delete('n2')))
    await facilitator.hearsStored(6)
    const doc = await readRoom(server.origin, room, workshop.capability)
    expect(doc.getMap('notes').toJSON()).toEqual({
      n1: { typist: ninikSeat(), colour: 'jambu', removed: null },
      n3: { typist: workshop.seat },
    })
  })
})

describe('a document', () => {
  const filler = (bytes: number) => 'x'.repeat(bytes)

  it('grows to its limit and no byte further', async () => {
    const person = await aPerson(server.origin, room, workshop.capability)
    const empty = (await readRoom(server.origin, room, workshop.capability)).store.clients.size
    expect(empty).toBe(1)
    const size = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc).length
    person.update(person.makes(append(filler(LIMIT - size(person.doc) - 100))))
    await person.hearsStored(2)
    person.update(person.makes(append(filler(LIMIT - size(person.doc)))))
    expect(size(person.doc)).toBe(LIMIT)
    await person.hearsStored(3)
    person.update(person.makes(append('x')))
    expect(await person.closed).toEqual({ code: 4413, reason: 'documentTooLarge' })
    const doc = await readRoom(server.origin, room, workshop.capability)
    expect(size(doc)).toBe(LIMIT)
    // What takes away is still taken.
    const shrinks = await aPerson(server.origin, room, workshop.capability)
    shrinks.update(shrinks.makes((d) => d.getText('words').delete(0, 1_000)))
    await shrinks.hearsStored(2)
    ninik.writes('tahu')
    await ninik.hearsStored(2)
  })

  it('that many keystrokes made is measured as it is, not as it came', async () => {
    const person = await aPerson(server.origin, room, workshop.capability)
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
    const socket = attacker()
    await socket.hears((message) => message.type === 'step1')
    socket.send(new Uint8Array(bytes))
    expect((await socket.closed).code).toBe(4413)
    await nobodyNoticed()
  })
})

describe('a flood', () => {
  it('is cut off after the burst, for a while, and what came before is kept', async () => {
    const still = await aServer({
      limits: { messagesPerSecond: 1, messageBurst: 8 },
      now: () => 1_000_000,
    })
    const theirs = await aWorkshop(still.origin)
    const canvas = `${theirs.workshop}/canvas/${theirs.members[0]?.canvas}`
    // SyncStep1 and SyncStep2, then six more: eight in all.
    const person = await aPerson(still.origin, canvas, theirs.capability)
    for (let i = 0; i < 6; i++) person.writes('x')
    await person.hearsStored(7)
    person.writes('x')
    expect(await person.closed).toEqual({ code: 4529, reason: 'tooManyMessages' })
    expect(wordsIn(await readRoom(still.origin, canvas, theirs.capability))).toBe('xxxxxx')
    await still.close()
  })

  it('of frames before one is let in is cut off too', async () => {
    let letIn = () => {}
    const door = new Promise<void>((resolve) => {
      letIn = resolve
    })
    const slow = await aServer({
      wrapStore: (store) => ({
        ...store,
        async capabilityByHash(hash) {
          await door
          return store.capabilityByHash(hash)
        },
      }),
    })
    const enter = () => bareSocket(slow.origin, room, workshop.capability)
    const [patient, hasty, heavy, large] = [enter(), enter(), enter(), enter()]
    await Promise.all([patient.opened, hasty.opened, heavy.opened, large.opened])
    for (let i = 0; i < 2; i++) heavy.send(new Uint8Array(300 * 1024))
    expect(await heavy.closed).toEqual({ code: 4529, reason: 'tooManyMessages' })
    for (let i = 0; i < 64; i++) patient.send(HEARTBEAT)
    for (let i = 0; i < 65; i++) hasty.send(HEARTBEAT)
    large.send(new Uint8Array(frameBytes(DEFAULT_LIMITS)).fill(99))
    large.step1()
    expect(await hasty.closed).toEqual({ code: 4529, reason: 'tooManyMessages' })
    letIn()
    // This server knows nothing of that workshop; what matters is that it came to be asked.
    expect(await patient.closed).toEqual({ code: 4401, reason: 'linkUnknown' })
    expect(await large.closed).toEqual({ code: 4401, reason: 'linkUnknown' })
    await slow.close()
  })
})

describe('one who does not read', () => {
  it('is cut off, and the others go on', async () => {
    let cutOff = () => {}
    const tooSlow = new Promise<void>((resolve) => {
      cutOff = resolve
    })
    const wide = await aServer({
      limits: { messagesPerSecond: 1_000, messageBurst: 1_000 },
      timing: { terminateAfterMs: 50 },
      log: ({ reason }) => reason === 'tooSlow' && cutOff(),
    })
    const theirs = await aWorkshop(wide.origin)
    const canvas = `${theirs.workshop}/canvas/${theirs.members[0]?.canvas}`
    const writer = await aPerson(wide.origin, canvas, theirs.members[0]?.capability ?? '')
    writer.writes('tahu '.repeat(60_000))
    await writer.hearsStored(2)
    const deaf = await aPerson(wide.origin, canvas, theirs.capability)
    await writer.hears((message) => message.type === 'presence' && message.people?.length === 2)
    const before = writer.heard.length
    deaf.socket.pause()
    // It asks for the whole document again and again, and never takes what it is given.
    for (let i = 0; i < 100; i++) deaf.step1()
    await tooSlow
    writer.writes('walik')
    await writer.hearsStored(3)
    await writer.hears(
      (message) => message.type === 'presence' && message.people?.length === 1,
      before,
    )
    deaf.close()
    await wide.close()
  })
})
