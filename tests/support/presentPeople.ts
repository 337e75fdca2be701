/** One room of one workshop, those who come into it, and what each is told of the others. */
import { afterEach, beforeEach } from 'vitest'
import type * as Y from 'yjs'
import type { Timing } from '../../server/config.ts'
import type { PresentPerson } from '../../src/protocol/messages.ts'
import type { TestServer, TestWorkshop } from './server.ts'
import { aServer, aWorkshop, memberOf, roomOf } from './server.ts'
import { stockClient } from './serverClients.ts'
import type { Person } from './serverPeople.ts'
import { aPerson } from './serverPeople.ts'

export let server: TestServer
export let workshop: TestWorkshop
let room: string
const stock: { close(): void }[] = []

async function serve(timing: Partial<Timing> = {}): Promise<void> {
  server = await aServer({ timing })
  workshop = await aWorkshop(server.origin)
  room = roomOf(workshop)
}
export async function serveAnew(timing: Partial<Timing>): Promise<void> {
  await server.close()
  await serve(timing)
}

/** Called once at the top of a file of tests. */
export function inOneRoom(): void {
  beforeEach(() => serve())
  afterEach(async () => {
    for (const client of stock.splice(0)) client.close()
    await server.close()
  })
}

export const ninikLink = () => memberOf(workshop).capability
export const enter = (capability: string, doc?: Y.Doc) =>
  aPerson(server.origin, room, capability, doc ? { doc } : {})
export const enterStock = (capability: string) => {
  const client = stockClient(server.origin, room, capability)
  stock.push(client)
  return client
}

/** The first list of people, from a point on, that a test waits for. */
export const present = (who: Person, is: (people: PresentPerson[]) => boolean, from = 0) =>
  who.hears(
    (message) =>
      message.type === 'presence' && message.people && is(message.people) && message.people,
    from,
  )
/** All that somebody was told of where a client is. */
export const entriesOf = (who: Person, client: number) =>
  who.heard.flatMap((message) =>
    message.type === 'awareness' ? message.entries.filter((entry) => entry.client === client) : [],
  )
