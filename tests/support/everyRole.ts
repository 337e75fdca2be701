/** A workshop in which every role has a link, beside another one, and all that a socket may carry. */
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import * as Y from 'yjs'
import { encodeSync } from '../../server/frames.ts'
import type { Role } from '../../src/model/roles.ts'
import { MESSAGE, SYNC } from '../../src/protocol/messages.ts'
import { encodeVouches, SIGNATURE_BYTES } from '../../src/protocol/vouches.ts'
import type { TestServer, TestWorkshop } from './server.ts'
import { aSeat, aServer, aWorkshop, call, memberOf, roomOf, temporaryFolder } from './server.ts'
import type { BareSocket } from './serverClients.ts'
import { awarenessFrame, bareSocket, readRoom } from './serverClients.ts'

export const ROLES: Role[] = ['facilitator', 'mentor', 'member', 'viewer']

export let server: TestServer
export let workshop: TestWorkshop
export let other: TestWorkshop
export let links: Record<Role, string>
let start: () => Promise<TestServer>

export const canvasOf = (index: number, of = workshop) => roomOf(of, index)
export const historyOf = (index: number, of = workshop) =>
  `${of.workshop}/history/${memberOf(of, index).canvas}`

export const ROOMS = {
  'the plan': () => `${workshop.workshop}/plan`,
  'their own canvas': () => canvasOf(0),
  "another's canvas": () => canvasOf(1),
  'the history of their canvas': () => historyOf(0),
  "the history of another's": () => historyOf(1),
  "another workshop's plan": () => `${other.workshop}/plan`,
  "another workshop's canvas": () => canvasOf(0, other),
} as const

const anUpdate = () => {
  const doc = new Y.Doc()
  doc.getText('words').insert(0, 'tahu')
  return Y.encodeStateAsUpdate(doc)
}
const aVouch = () => ({
  client: randomId(),
  clock: 1,
  seat: workshop.seat,
  signature: new Uint8Array(SIGNATURE_BYTES),
})
/** Every kind of message that a socket may carry: whether it is meant to write, or only for those who may. */
export type MessageCase = { writes: boolean; isForWriters?: boolean; frame(): Uint8Array }
export const MESSAGES = {
  SyncStep1: { writes: false, frame: () => encodeSync(SYNC.step1, Uint8Array.of(0)) },
  SyncStep2: { writes: true, frame: () => encodeSync(SYNC.step2, anUpdate()) },
  'an empty SyncStep2': {
    writes: false,
    frame: () => encodeSync(SYNC.step2, Uint8Array.of(0, 0)),
  },
  Update: { writes: true, frame: () => encodeSync(SYNC.update, anUpdate()) },
  awareness: {
    writes: false,
    frame: () => awarenessFrame([{ client: randomId(), clock: 1, json: '{"tab":"bmc"}' }]),
  },
  'a question who is there': { writes: false, frame: () => Uint8Array.of(MESSAGE.queryAwareness) },
  'a vouch': { writes: false, isForWriters: true, frame: () => encodeVouches([aVouch()]) },
  'a word about authority': { writes: false, frame: () => Uint8Array.of(MESSAGE.auth, 0, 0) },
} satisfies Record<string, MessageCase>
const randomId = () => new Y.Doc().clientID

const ownerOf = (room: string) =>
  room.startsWith(other.workshop) ? other.capability : workshop.capability
/** All of a room, down to its bytes. */
export const stateOf = async (room: string): Promise<string> =>
  Buffer.from(Y.encodeStateAsUpdate(await readRoom(server.origin, room, ownerOf(room)))).toString(
    'hex',
  )
export const open = (room: string, link: string): BareSocket =>
  bareSocket(server.origin, room, link)

export async function restart(): Promise<void> {
  await server.close()
  server = await start()
}

/** For a whole file. */
export function serveEveryRole(): void {
  const folder = temporaryFolder()
  const data = join(folder.path, 'guyub.sqlite')
  start = () =>
    aServer({ data, limits: { linkFailuresPerMinute: 100_000, workshopsPerHour: 10_000 } })

  beforeAll(async () => {
    server = await start()
    workshop = await aWorkshop(server.origin)
    other = await aWorkshop(server.origin)
    await server.store.commit({
      rooms: [historyOf(0), historyOf(1)].map((name) => ({
        name: name as never,
        workshop: workshop.workshop,
      })),
    })
    const { canvas, capability } = memberOf(workshop)
    links = {
      facilitator: workshop.capability,
      mentor: (await aSeat(server, workshop, 'mentor', canvas)).capability,
      member: capability,
      viewer: (await aSeat(server, workshop, 'viewer', canvas)).capability,
    }
    // The first use of a link writes into the plan that somebody joined.
    for (const link of Object.values(links)) {
      await call(server.origin, 'GET', '/api/session', { capability: link })
    }
  })
  afterAll(async () => {
    await server.close()
    folder.remove()
  })
}
