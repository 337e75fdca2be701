/**
 * Twenty thousand frames that nobody should send, one after another in one room: each truncation of each kind of message,
 * mutated bytes, bombs, noise; and between them half-open sockets, slow upgrades, floods and frames of 100 MB. GUYUB_SEED
 * repeats a run; GUYUB_LONG=1 makes it ten times as long.
 */
import { join } from 'node:path'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { isWhole, verify } from '../../server/backup/verify.ts'
import { encodeSync } from '../../server/frames.ts'
import type { SeatId } from '../../src/model/ids.ts'
import { MESSAGE, SYNC } from '../../src/protocol/messages.ts'
import { encodeVouches } from '../../src/protocol/vouches.ts'
import { seededRandom } from '../support/builders.ts'
import { forgeUpdate } from '../support/forge.ts'
import { counted, IS_LONG, times } from '../support/longMode.ts'
import type { RawSyncSocket } from '../support/rawSyncSocket.ts'
import { rawSyncSocket } from '../support/rawSyncSocket.ts'
import type { Rude } from '../support/rudeSockets.ts'
import { HALF_OPEN, RUDE } from '../support/rudeSockets.ts'
import type { ServerProcess, TestWorkshop } from '../support/server.ts'
import { aWorkshop, roomOf, temporaryFolder } from '../support/server.ts'
import { awarenessFrame, readRoom, stockClient } from '../support/serverClients.ts'
import type { Person } from '../support/serverPeople.ts'
import { aPerson } from '../support/serverPeople.ts'
import { aWeighedServer, memoryOf } from '../support/weighed.ts'

const SEED = Number(process.env.GUYUB_SEED ?? 20_261)
const FRAMES = times(20_000, 200_000)
/** After so many frames one of each kind of rude socket; half-open ones, which stay a while, from the beginning. */
const FRAMES_A_RUDE = 300
const HALF_OPEN_SOCKETS = 30
const SENDERS = 8
/** The server has met every kind by then, and compiled and kept what it needs. */
const WARMING = 4_000
/** Over the start, when nothing is compiled yet. */
const MOST_GROWTH = 2
/** Bad frame, too large, not yours; and what an update with holes leads to in the end. */
const ENDS = [4400, 4413, 4424, 4507]

let folder: ReturnType<typeof temporaryFolder>
let data: string
let server: ServerProcess
let workshop: TestWorkshop
let room: string

const start = () => aWeighedServer(data)

beforeAll(async () => {
  folder = temporaryFolder()
  data = join(folder.path, 'guyub.sqlite')
  server = await start()
  workshop = await aWorkshop(server.origin)
  room = roomOf(workshop)
})
afterAll(async () => {
  await server.kill()
  folder.remove()
})

/** A short life of a document, as the updates that made it, under ids of the sender's own. */
function someUpdates(): Uint8Array[] {
  const [first, second] = [new Y.Doc(), new Y.Doc()]
  const updates: Uint8Array[] = []
  for (const doc of [first, second]) doc.on('update', (update: Uint8Array) => updates.push(update))
  const notes = first.getMap<Y.Map<unknown>>('notes')
  for (let i = 0; i < 6; i++) {
    first.transact(() => {
      const text = new Y.Text('titip di warung')
      notes.set(
        `n${i}`,
        new Y.Map<unknown>([
          ['text', text],
          ['place', { zone: 'channels', rank: `a${i}` }],
        ]),
      )
    })
  }
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
  const theirs = second.getMap<Y.Map<unknown>>('notes')
  const words = theirs.get('n1')?.get('text')
  if (words instanceof Y.Text) words.insert(5, ' 🙂 dan lewat WA')
  theirs.get('n2')?.set('tags', ['murah', 'dekat'])
  theirs.delete('n3')
  updates.push(Y.encodeStateAsUpdate(second), Y.mergeUpdates(updates.filter((_, i) => i % 2 === 0)))
  return updates
}

const asFrames = (updates: readonly Uint8Array[]): Uint8Array[] =>
  updates.flatMap((update) => [encodeSync(SYNC.update, update), encodeSync(SYNC.step2, update)])

/** One of each other kind. */
const otherFrames = (updates: readonly Uint8Array[]): Uint8Array[] => [
  encodeSync(SYNC.step1, Y.encodeStateVectorFromUpdate(Y.mergeUpdates([...updates]))),
  awarenessFrame([{ client: 7, clock: 1, json: '{"tab":"bmc","note":"n1"}' }]),
  encodeVouches([
    { client: 7, clock: 1, seat: 'x'.repeat(22) as SeatId, signature: new Uint8Array(8) },
  ]),
  Uint8Array.of(MESSAGE.queryAwareness),
  Uint8Array.of(MESSAGE.auth, 0, 2, 104, 105),
]

/** What the server takes from anybody, by the head of its frames. */
const KINDS = [
  ...Object.values(SYNC).map((kind) => `${MESSAGE.sync} ${kind}`),
  ...[MESSAGE.awareness, MESSAGE.auth, MESSAGE.queryAwareness, MESSAGE.vouches].map(String),
]
const kindOf = ([type, kind]: Uint8Array): string =>
  type === MESSAGE.sync ? `${type} ${kind}` : String(type)

/** Few bytes that ask for much: lengths and counts beyond all measure, at every place where one can stand. */
function bombs(): Uint8Array[] {
  const huge = [2 ** 20, 2 ** 25, 2 ** 31, 2 ** 32, 2 ** 40, Number.MAX_SAFE_INTEGER]
  const numbers = (...values: number[]) => {
    const encoder = encoding.createEncoder()
    for (const value of values) encoding.writeVarUint(encoder, value)
    return encoding.toUint8Array(encoder)
  }
  const asUpdates = huge.flatMap((n) => [
    numbers(n),
    numbers(1, n, 9, 0),
    numbers(1, 1, n, 0),
    numbers(1, 1, 9, n),
    numbers(0, n),
    numbers(0, 1, 9, n),
    numbers(0, 1, 9, 1, n, n),
    forgeUpdate([{ client: 9, clock: 0, collected: n }]),
    forgeUpdate([{ client: 9, clock: 0, hole: n }]),
    forgeUpdate([{ client: 9, clock: n, text: 'later' }]),
    forgeUpdate([{ client: n, clock: 0, text: 'who' }], [{ client: n, clock: 0, length: n }]),
    forgeUpdate([{ client: 9, clock: 0, collected: 0 }]),
  ])
  const twice = { client: 9, clock: 0, text: 'twice' }
  return [
    ...[...asUpdates, forgeUpdate([twice, twice])].flatMap((update) => [
      encodeSync(SYNC.update, update),
      encodeSync(SYNC.step2, update),
    ]),
    ...huge.flatMap((n) => [
      numbers(n),
      numbers(MESSAGE.sync, n, 0),
      numbers(MESSAGE.sync, SYNC.update, n),
      encodeSync(SYNC.step1, numbers(n)),
      encodeSync(SYNC.step1, numbers(1, n, n)),
      numbers(MESSAGE.awareness, n),
      numbers(MESSAGE.awareness, 8, n),
      numbers(MESSAGE.vouches, n),
      numbers(MESSAGE.vouches, 1, n, n, n),
      awarenessFrame([{ client: n, clock: n, json: '{}' }]),
    ]),
    new Uint8Array(64).fill(0xff),
    new Uint8Array(64).fill(0x80),
  ]
}

/** Made one by one, so that it fills no memory. */
function* corpus(random: () => number): Generator<Uint8Array> {
  const below = (n: number) => Math.floor(random() * n)
  const updates = someUpdates()
  const [long, short] = [asFrames(updates), otherFrames(updates)]
  const good = [...long, ...short]
  // Of the updates the first few: each byte of each costs a connection.
  const cut = [...long.slice(0, 4), ...short]
  expect(new Set(cut.map(kindOf))).toEqual(new Set(KINDS))

  yield* bombs()
  for (let n = 0; n < 1_000; n++) yield Uint8Array.from({ length: below(200) }, () => below(256))
  for (const frame of cut) for (let end = 0; end < frame.length; end++) yield frame.slice(0, end)
  for (;;) {
    const frame = good[below(good.length)]?.slice() ?? new Uint8Array()
    // Mostly behind the head, which says what kind of message it is.
    for (let i = below(3); i >= 0; i--) frame[below(frame.length)] = below(256)
    yield frame
  }
}

/** Sends one frame; returns the code that ended the connection, null where it goes on and still answers. */
async function send(socket: RawSyncSocket, frame: Uint8Array): Promise<number | null> {
  socket.write(frame)
  socket.write(Uint8Array.of(MESSAGE.queryAwareness))
  const heard = await socket.hears(MESSAGE.awareness)
  return 'closedBy' in heard ? heard.closedBy : null
}

/** Sends so many of them, and tells how many ended their connection. */
async function sendAll(
  frames: Iterator<Uint8Array, void>,
  count: number,
  onFrame: () => void,
): Promise<number> {
  let left = count
  let ended = 0
  const sender = async () => {
    while (left > 0) {
      const socket = await rawSyncSocket(server.port, room, workshop.capability)
      await socket.hears(MESSAGE.awareness) // where Ninik is, told as one comes in
      for (let code: number | null = null; code === null && left > 0; ) {
        left--
        const frame = frames.next().value ?? new Uint8Array()
        code = await send(socket, frame)
        onFrame()
        if (code === null) continue
        ended++
        expect(ENDS, `seed ${SEED}: ${Buffer.from(frame).toString('hex')}`).toContain(code)
      }
      socket.destroy()
    }
  }
  await Promise.all(Array.from({ length: SENDERS }, sender))
  return ended
}

it(
  `end their own connections only, cost no memory and fill no log (seed ${SEED})`,
  async () => {
    const ninik = await aPerson(server.origin, room, workshop.members[0]?.capability ?? '')
    const stock = stockClient(server.origin, room, workshop.capability)
    await stock.synced()
    ninik.says({ tab: 'bmc' }) // so that a question who is there has an answer
    const frames = corpus(seededRandom(SEED))

    const atFirst = await memoryOf(server)
    let sent = 0
    const rudes = Array.from({ length: HALF_OPEN_SOCKETS }, () => rudely(HALF_OPEN))
    const onFrame = () => {
      if (++sent % 100 === 0) ninik.writes('x')
      if (sent % FRAMES_A_RUDE === 0) rudes.push(...RUDE.map(rudely))
    }
    let ended = await sendAll(frames, WARMING, onFrame)
    const before = await memoryOf(server)
    ended += await sendAll(frames, FRAMES - WARMING, onFrame)
    await Promise.all(rudes)
    expect(sent).toBe(FRAMES)
    expect(ended).toBeGreaterThan(FRAMES / 10)

    await ninik.hearsStored(1 + Math.floor(sent / 100))
    expect(stock.provider.wsconnected).toBe(true)
    const after = await memoryOf(server)
    expect(after).toBeLessThan(before * 1.2)
    expect(after).toBeLessThan(atFirst * MOST_GROWTH)
    const lines = server.logLines()
    expect(lines.length).toBeLessThan(ended / 5)
    expect(lines.join()).toContain('"leftOut":')

    await expectWhole(ninik, stock.doc)
    stock.close()
    ninik.close()
    expect(await server.stop()).toBe(0)
    const report = await verify(data)
    expect(report.ok && isWhole(report.value), JSON.stringify(report)).toBe(true)
    server = await start()
    await expectWhole(ninik, stock.doc)
    counted(
      `hostile frames: ${sent}, ${ended} of them fatal to their connection; rude sockets ${rudes.length}; memory ${megabytes(atFirst)} at first, ${megabytes(before)} warm, ${megabytes(after)} after`,
    )
  },
  IS_LONG ? 3_600_000 : 600_000,
)

async function rudely({ kind, sit, code }: Rude): Promise<void> {
  const { port } = server
  expect(await sit({ port, room, capability: workshop.capability }), kind).toBe(code)
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

/** What the room gives a newcomer has no holes, reads as it reads for those who were there, and holds every word. */
async function expectWhole(ninik: Person, stock: Y.Doc): Promise<void> {
  const doc = await readRoom(server.origin, room, workshop.capability)
  expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
  const own = Y.getState(ninik.doc.store, ninik.doc.clientID)
  expect(Y.getState(doc.store, ninik.doc.clientID)).toBe(own)
  expect(Y.encodeStateVector(stock)).toEqual(Y.encodeStateVector(doc))
  expect(stock.getMap('notes').toJSON()).toEqual(doc.getMap('notes').toJSON())
}
