/** A server with limits of its own, a workshop on it, and somebody at work there who must notice nothing. */
import { afterEach } from 'vitest'
import type { Limits } from '../../server/config.ts'
import type { TestServer, TestWorkshop } from './server.ts'
import { aServer, aWorkshop, call, memberOf, roomOf } from './server.ts'
import type { BareSocket } from './serverClients.ts'
import { bareSocket } from './serverClients.ts'
import type { Person } from './serverPeople.ts'
import { aPerson } from './serverPeople.ts'

export const N = 4
/** A time that does not pass. */
export const still = () => 1_000_000_000_000

export let server: TestServer
export let workshop: TestWorkshop
let ninik: Person
let frames = 0
const sockets: BareSocket[] = []

export async function serve(limits: Partial<Limits>, now?: () => number): Promise<void> {
  server = await aServer({ limits, ...(now && { now }) })
  workshop = await aWorkshop(server.origin)
  ninik = await aPerson(server.origin, canvas(0), member(0).capability)
  await ninik.hearsStored(1)
  frames = 1
}
export const member = (index: number) => memberOf(workshop, index)
export const canvas = (index: number) => roomOf(workshop, index)
export const plan = () => `${workshop.workshop}/plan`
export const enter = (room: string, link = workshop.capability) => {
  const socket = bareSocket(server.origin, room, link)
  sockets.push(socket)
  return socket
}
export const isIn = (socket: BareSocket) => socket.hears(({ type }) => type === 'presence')
/** Where somebody has just left, of which the server learns a moment later: comes until there is a place. */
export async function comesInto(room: string, link?: string): Promise<void> {
  for (let came = false; !came; ) {
    const again = enter(room, link)
    came = await Promise.race([isIn(again).then(() => true), again.closed.then(() => false)])
  }
}
export async function ninikGoesOn(): Promise<void> {
  ninik.writes('x')
  await ninik.hearsStored(++frames)
}
export const post = (path: string, body: unknown, headers = {}) =>
  call(server.origin, 'POST', path, { body, headers, capability: workshop.capability })
export const tooOften = (retryAfterSeconds: number) => ({
  status: 429,
  body: { error: 'tooManyTries', retryAfterSeconds },
})
export const membersCalled = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `Bu ${index}`, business: '' }))

/** Called once at the top of a file of tests: ends what each of them opened. */
export function tidy(): void {
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.close()
    ninik.close()
    await server.close()
  })
}
