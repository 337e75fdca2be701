/** Words in another's name, and what belongs to the server alone: refused before anybody sees them. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { roomAtWork } from '../support/roomAtWork.ts'
import { aServer, aWorkshop, roomOf, temporaryFolder } from '../support/server.ts'
import { readRoom } from '../support/serverClients.ts'
import { aPerson, wordsIn } from '../support/serverPeople.ts'

const at = roomAtWork({ messagesPerSecond: 100, messageBurst: 100 })
const append = (text: string) => (doc: Y.Doc) =>
  doc.getText('words').insert(doc.getText('words').length, text)

describe('words under somebody else', () => {
  it('are refused: new structs of an id that another seat wrote under', async () => {
    at.ninik.writes('tahu ')
    await at.ninik.hearsStored(2)
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(at.ninik.doc))
    forged.clientID = at.ninik.doc.clientID
    const has = Y.encodeStateVector(forged)
    forged.getText('words').insert(0, 'not hers')
    for (const send of ['update', 'step2'] as const) {
      const socket = at.attacker()
      await socket.hears((message) => message.type === 'step1')
      socket[send](Y.encodeStateAsUpdate(forged, has))
      expect(await socket.closed).toEqual({ code: 4424, reason: 'notYours' })
    }
    await at.nobodyNoticed()
  })

  it('are refused even where the id has only been announced', async () => {
    const facilitator = await aPerson(at.server.origin, at.room, at.workshop.capability)
    at.ninik.says({ tab: 'bmc' })
    await facilitator.hearsOf({ tab: 'bmc' })
    const forged = new Y.Doc()
    forged.clientID = at.ninik.doc.clientID
    forged.getText('words').insert(0, 'not hers')
    facilitator.update(Y.encodeStateAsUpdate(forged))
    expect(await facilitator.closed).toEqual({ code: 4424, reason: 'notYours' })
    await at.nobodyNoticed()
  })

  it('are refused under the id that the server itself wrote with', async () => {
    const seed = await at.read()
    const [serverId] = [...Y.decodeStateVector(Y.encodeStateVector(seed)).keys()]
    seed.clientID = serverId ?? 0
    const has = Y.encodeStateVector(seed)
    seed.getText('words').insert(0, 'not the server')
    const socket = at.attacker()
    await socket.hears((message) => message.type === 'step1')
    socket.update(Y.encodeStateAsUpdate(seed, has))
    expect(await socket.closed).toEqual({ code: 4424, reason: 'notYours' })
    await at.nobodyNoticed()
  })

  it('are still refused after a restart', async () => {
    const folder = temporaryFolder()
    const data = join(folder.path, 'guyub.sqlite')
    let own = await aServer({ data })
    const theirs = await aWorkshop(own.origin)
    const canvas = roomOf(theirs)
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
    const again = await aPerson(
      at.server.origin,
      at.room,
      at.workshop.members[0]?.capability ?? '',
      {
        doc: new Y.Doc(),
        answers: false,
      },
    )
    Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(offline))
    again.answers()
    await again.hearsStored(1)
    again.writes('tahu ')
    await again.hearsStored(2)
    expect(wordsIn(await at.read())).toBe('tahu tahu ')
  })

  it('does not forbid to change or take away what others wrote', async () => {
    at.ninik.writes('tahu ')
    await at.ninik.hearsStored(2)
    const facilitator = await aPerson(at.server.origin, at.room, at.workshop.capability)
    facilitator.update(facilitator.makes((doc) => doc.getText('words').delete(0, 5)))
    await facilitator.hearsStored(2)
    expect(wordsIn(await at.read())).toBe('')
  })
})

describe('what no client may write', () => {
  const SEAT_OF_ANOTHER = 'B'.repeat(22)
  const noteBy = (typist: unknown) => new Y.Map<unknown>([['typist', typist]])
  const putNote = (id: string, typist: unknown) => (doc: Y.Doc) =>
    doc.getMap('notes').set(id, noteBy(typist))
  const ninikSeat = () => at.workshop.members[0]?.seat ?? ''
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
      at.ninik.update(at.ninik.makes(putNote('n1', ninikSeat())))
      await at.ninik.hearsStored(2)
      const forger = await aPerson(
        at.server.origin,
        at.room,
        at.workshop.members[0]?.capability ?? '',
      )
      const before = await at.read()
      const heard = at.ninik.heard.length
      forger[send](forger.makes(change))
      expect((await forger.closed).code).toBe(code)
      await at.nobodyNoticed()
      const after = await at.read()
      for (const name of ['canvas', 'notes']) {
        expect(after.getMap(name).toJSON()).toEqual(before.getMap(name).toJSON())
      }
      expect(at.ninik.heard.slice(heard).map(({ type }) => type)).not.toContain('update')
    })
  })

  it('is a schema of the plan too, facilitators included', async () => {
    const plan = `${at.workshop.workshop}/plan`
    const forger = await aPerson(at.server.origin, plan, at.workshop.capability)
    forger.update(forger.makes((doc) => doc.getMap('workshop').set('title', 'Guyub Rukun 2')))
    await forger.hearsStored(2)
    forger.update(forger.makes((doc) => doc.getMap('workshop').set('schema', { major: 99 })))
    expect(await forger.closed).toEqual({ code: 4400, reason: 'badFrame' })
    const doc = await readRoom(at.server.origin, plan, at.workshop.capability)
    expect(doc.getMap('workshop').toJSON()).toMatchObject({
      title: 'Guyub Rukun 2',
      schema: { major: 1 },
    })
  })

  it('is not what a note is made of: its own name, none yet, and all of it changed by others', async () => {
    at.ninik.update(at.ninik.makes(putNote('n1', ninikSeat())))
    at.ninik.update(at.ninik.makes(putNote('n2', null)))
    at.ninik.update(at.ninik.makes((doc) => inNote(doc, 'n2').set('typist', ninikSeat())))
    await at.ninik.hearsStored(4)
    const facilitator = await aPerson(at.server.origin, at.room, at.workshop.capability)
    facilitator.update(facilitator.makes((doc) => inNote(doc, 'n1').set('colour', 'jambu')))
    const mark = { by: at.workshop.seat, at: 1 }
    facilitator.update(facilitator.makes((doc) => inNote(doc, 'n1').set('removed', mark)))
    facilitator.update(facilitator.makes((doc) => inNote(doc, 'n1').set('removed', null)))
    facilitator.update(facilitator.makes(putNote('n3', at.workshop.seat)))
    facilitator.update(facilitator.makes((doc) => doc.getMap('notes').delete('n2')))
    await facilitator.hearsStored(6)
    const doc = await at.read()
    expect(doc.getMap('notes').toJSON()).toEqual({
      n1: { typist: ninikSeat(), colour: 'jambu', removed: null },
      n3: { typist: at.workshop.seat },
    })
  })
})
