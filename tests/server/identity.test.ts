/**
 * Nobody speaks, moves or is present under another's name: ten thousand frames that try, from people who may be in the
 * room, while their victim works on undisturbed. GUYUB_SEED repeats a run; GUYUB_LONG=1 makes it ten times as long.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { encodeSync } from '../../server/frames.ts'
import { SYNC } from '../../src/protocol/messages.ts'
import { seededRandom } from '../support/builders.ts'
import { forgeUpdate } from '../support/forge.ts'
import { counted, IS_LONG, times } from '../support/longMode.ts'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import { aSeat, aServer, aWorkshop, roomOf } from '../support/server.ts'
import { awarenessFrame, bareSocket, readRoom, stockClient } from '../support/serverClients.ts'
import type { Person } from '../support/serverPeople.ts'
import { aPerson, handled, wordsIn } from '../support/serverPeople.ts'

const FRAMES = times(10_000, 100_000)
const FORGERS_AT_ONCE = 8
const SEED = Number(process.env.GUYUB_SEED ?? 471_147)

let server: TestServer
let workshop: TestWorkshop
let room: string
let ninikLink: string
let ninikSeat: string

beforeAll(async () => {
  server = await aServer({ limits: { messagesPerSecond: 100_000, messageBurst: 100_000 } })
  workshop = await aWorkshop(server.origin)
  const [ninik] = workshop.members
  room = roomOf(workshop)
  ninikLink = ninik?.capability ?? ''
  ninikSeat = ninik?.seat ?? ''
})
afterAll(() => server.close())

const seatLink = async (role: 'mentor' | 'viewer') =>
  (await aSeat(server, workshop, role, workshop.members[0]?.canvas ?? null)).capability

/** What a forger knows of whom it would pass for. */
type Victim = { client: number; head: number; awarenessClock: number; seat: string }
type Forgery = {
  frame: Uint8Array /** The code that must end it; null: it must have no effect at all. */
  code: number | null
}

const noteBy = (typist: string, client: number): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getMap('notes').set(`n${client}`, new Y.Map([['typist', typist]]))
  return Y.encodeStateAsUpdate(doc)
}
const noteRemovedBy = (remover: string, client: number): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getMap('notes').set(`n${client}`, new Y.Map([['removed', { by: remover, at: 1 }]]))
  return Y.encodeStateAsUpdate(doc)
}
const schemaMark = (client: number): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getMap('canvas').set('schema', { major: 99, minor: 0 })
  return Y.encodeStateAsUpdate(doc)
}

/** Frames that must end their connection: new words under an id or a name that is another's. */
function fatal(victim: Victim, own: number, random: () => number): Forgery {
  const pick = <T>(...choices: readonly T[]) => choices[Math.floor(random() * choices.length)] as T
  const { client, head } = victim
  const kind = pick(SYNC.update, SYNC.step2)
  const forged = (update: Uint8Array, code = 4424): Forgery => ({
    frame: encodeSync(kind, update),
    code,
  })
  const words = { client, clock: head, text: pick('x', 'not hers', 'bukan dia') }
  return pick(
    () => forged(forgeUpdate([words])),
    () => forged(forgeUpdate([{ client: own, clock: 0, text: 'mine' }, words])),
    () => forged(forgeUpdate([words, { client: own, clock: 0, text: 'mine' }])),
    () =>
      forged(forgeUpdate([{ client, clock: head, collected: 1 + Math.floor(random() * 1_000) }])),
    () => forged(forgeUpdate([words], [{ client, clock: 0, length: 1 }])),
    () => forged(forgeUpdate([{ ...words, root: pick('notes', 'canvas', 'elsewhere') }])),
    () => forged(noteBy(victim.seat, own)),
    () => forged(noteRemovedBy(victim.seat, own)),
    () => forged(schemaMark(own), 4400),
  )()
}

/** Frames that must pass without effect: hearsay about others, clocks of the future and of the past. */
function idle(victim: Victim, random: () => number): Forgery {
  const pick = <T>(...choices: readonly T[]) => choices[Math.floor(random() * choices.length)] as T
  const { client, head, awarenessClock } = victim
  const clock = pick(
    0,
    1,
    awarenessClock,
    awarenessClock + 1,
    awarenessClock * 2 + 1,
    Date.now() * 2,
    Number.MAX_SAFE_INTEGER,
  )
  const later = head + 1 + Math.floor(random() * pick(10, 1_000_000, 2 ** 40))
  const quiet = (frame: Uint8Array): Forgery => ({ frame, code: null })
  return pick(
    () => quiet(awarenessFrame([{ client, clock, json: pick('null', '{"tab":"forged"}') }])),
    () => quiet(awarenessFrame([{ client, clock, json: `{"seat":"${victim.seat}"}` }])),
    () => quiet(encodeSync(SYNC.update, forgeUpdate([{ client, clock: later, text: 'later' }]))),
    () => quiet(encodeSync(SYNC.update, forgeUpdate([{ client, clock: later, collected: 9 }]))),
    () => quiet(encodeSync(SYNC.update, forgeUpdate([], [{ client, clock: later, length: 5 }]))),
    // What stands at a clock already stands: other words there are no news, and past the end they are a gap.
    () =>
      quiet(
        encodeSync(SYNC.update, forgeUpdate([{ client, clock: head === 0 ? 1 : 0, text: 'y' }])),
      ),
  )()
}

/** One forger's visit: some frames that must do nothing, then one that ends it. */
async function visit(
  link: string,
  reads: boolean,
  victims: () => readonly Victim[],
  random: () => number,
): Promise<number> {
  const socket = bareSocket(server.origin, room, link)
  await socket.opened
  const own = 1 + Math.floor(random() * 2 ** 31)
  const known = victims()
  const victim = known[Math.floor(random() * known.length)]
  if (!victim) throw new Error('nobody to pass for')
  const quiet = Array.from({ length: 4 }, () => idle(victim, random)).filter(
    ({ frame }) => !reads || frame[0] === 1,
  )
  for (const { frame } of quiet) socket.send(frame)
  const last = fatal(victim, own, random)
  socket.send(last.frame)
  const { code } = await socket.closed
  if (code !== (reads ? 4423 : last.code)) {
    throw new Error(`seed ${SEED}: ended with ${code}: ${Buffer.from(last.frame).toString('hex')}`)
  }
  return quiet.length + 1
}

describe('ten thousand frames in the name of somebody else', () => {
  it(
    `have no effect, and their victims go on undisturbed (seed ${SEED})`,
    async () => {
      const random = seededRandom(SEED)
      const ninik = await aPerson(server.origin, room, ninikLink)
      const witness = await aPerson(server.origin, room, await seatLink('mentor'))
      // Echoes what everybody says of themselves, as the stock provider does, and has written nothing yet.
      const stock = stockClient(server.origin, room, await seatLink('mentor'))
      stock.awareness.setLocalState({ tab: 'swot' })
      await stock.synced()
      await ninik.hearsOf({ tab: 'swot' })
      ninik.says({ tab: 'bmc' })
      await witness.hearsOf({ tab: 'bmc' })
      ninik.writes('tahu ')
      await ninik.hearsStored(2)

      const serverId = [...ninik.doc.store.clients.keys()].find((id) => id !== ninik.doc.clientID)
      const clockOf = (client: number) =>
        Math.max(0, ...entriesOf(witness, client).map(({ clock }) => clock))
      const victims = (): Victim[] => [
        {
          client: ninik.doc.clientID,
          head: Y.getState(ninik.doc.store, ninik.doc.clientID),
          awarenessClock: clockOf(ninik.doc.clientID),
          seat: ninikSeat,
        },
        { client: stock.doc.clientID, head: 0, awarenessClock: 2, seat: ninikSeat },
        {
          client: serverId ?? 0,
          head: Y.getState(ninik.doc.store, serverId ?? 0),
          awarenessClock: 0,
          seat: ninikSeat,
        },
      ]
      const forgers = [
        { link: workshop.capability, reads: false },
        { link: await seatLink('mentor'), reads: false },
        { link: await seatLink('viewer'), reads: true },
      ]

      let sent = 0
      let receipts = 2
      for (let round = 0; sent < FRAMES; round++) {
        const visits = Array.from({ length: FORGERS_AT_ONCE }, (_, index) => {
          const { link, reads } = forgers[(round + index) % forgers.length] ?? {
            link: '',
            reads: true,
          }
          return visit(link, reads, victims, random)
        })
        for (const count of await Promise.all(visits)) sent += count
        if (round % 25 > 0) continue
        ninik.writes('tahu ')
        ninik.says({ tab: 'bmc', round })
        await ninik.hearsStored(++receipts)
        await witness.hearsOf({ tab: 'bmc', round })
      }

      await handled(ninik, witness)
      const doc = await readRoom(server.origin, room, workshop.capability)
      expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(ninik.doc))
      expect(wordsIn(doc)).toMatch(/^(tahu )+$/)
      expect(doc.getMap('notes').size).toBe(0)
      const told = witness.heard.filter(({ type }) => type === 'update')
      expect(told).toHaveLength(receipts - 1)
      for (const { state } of entriesOf(witness, ninik.doc.clientID)) {
        expect(state).toMatchObject({ tab: 'bmc' })
      }
      expect(entriesOf(ninik, ninik.doc.clientID)).toEqual([])
      expect(stock.provider.wsconnected).toBe(true)
      expect(stock.awareness.getLocalState()).toEqual({ tab: 'swot' })
      expect(idsShownOf(witness, ninikSeat)).toEqual(new Set([ninik.doc.clientID]))
      // The stock client writes at last, under the id that others tried to take.
      stock.doc.getText('words').insert(0, 'walik ')
      await witness.hears(({ type }) => type === 'update', witness.heard.length)
      stock.close()
      counted(`forged frames: ${sent}, with an effect 0, honest updates between them ${receipts}`)
    },
    IS_LONG ? 3_600_000 : 180_000,
  )
})

const entriesOf = (who: Person, client: number) =>
  who.heard.flatMap((message) =>
    message.type === 'awareness' ? message.entries.filter((entry) => entry.client === client) : [],
  )
/** Every id that was ever shown as this seat's. */
const idsShownOf = (who: Person, seat: string) =>
  new Set(
    who.heard.flatMap((message) =>
      message.type === 'presence'
        ? (message.people ?? []).flatMap((person) => (person.seat === seat ? person.clients : []))
        : [],
    ),
  )

describe('an honest device that comes back', () => {
  it('brings what it wrote offline under older ids, also when it says so late', async () => {
    const theirs = await aWorkshop(server.origin)
    const canvas = roomOf(theirs)
    const link = theirs.members[0]?.capability ?? ''
    const first = await aPerson(server.origin, canvas, link)
    first.writes('a')
    await first.hearsStored(2)
    first.close()
    // Three reloads without a connection, each with an id of its own, and the first id has gone on as well.
    first.doc.getText('words').insert(1, 'b')
    let state = Y.encodeStateAsUpdate(first.doc)
    for (const letter of ['c', 'd', 'e']) {
      const reloaded = new Y.Doc()
      Y.applyUpdate(reloaded, state)
      reloaded.getText('words').insert(reloaded.getText('words').length, letter)
      state = Y.encodeStateAsUpdate(reloaded)
    }
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    const again = await aPerson(server.origin, canvas, link, { doc })
    await again.hearsStored(1)
    again.writes('f')
    await again.hearsStored(2)
    expect(wordsIn(await readRoom(server.origin, canvas, theirs.capability))).toBe('abcdef')
    again.close()
  })

  it('brings what others wrote and it alone still holds no less than its own', async () => {
    const theirs = await aWorkshop(server.origin)
    const canvas = roomOf(theirs)
    const facilitator = await aPerson(server.origin, canvas, theirs.capability)
    facilitator.writes('a')
    await facilitator.hearsStored(2)
    const ninik = await aPerson(server.origin, canvas, theirs.members[0]?.capability ?? '')
    await ninik.hearsStored(1)
    // Everything again, the facilitator's words among it, as after a restored backup of the device.
    ninik.writes('b')
    ninik.step2(Y.encodeStateAsUpdate(ninik.doc))
    await ninik.hearsStored(3)
    expect(wordsIn(await readRoom(server.origin, canvas, theirs.capability))).toBe('ab')
    ninik.close()
    facilitator.close()
  })
})
