/** One person on a bare socket who speaks our protocol as the app does: a document, and every frame in plain sight. */
import * as Y from 'yjs'
import type { Disk } from '../../src/protocol/messages.ts'
import { awarenessFrame, bareSocket } from './serverClients.ts'

/** Joins a room and answers the server's SyncStep1, unless told to wait with that. */
export async function aPerson(
  origin: string,
  room: string,
  capability: string,
  { doc = new Y.Doc(), answers = true }: { doc?: Y.Doc; answers?: boolean } = {},
) {
  const socket = bareSocket(origin, room, capability)
  await socket.opened
  socket.step1(Y.encodeStateVector(doc))
  const state = await socket.hears((message) => message.type === 'step2' && message.update)
  Y.applyUpdate(doc, state)
  const serverHas = await socket.hears((message) => message.type === 'step1' && message.stateVector)
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  let clock = 0

  const person = {
    ...socket,
    doc,
    /** Makes an edit and hands out its update without sending it. */
    makes(change: (doc: Y.Doc) => void): Uint8Array {
      const before = made.length
      doc.transact(() => change(doc))
      return Y.mergeUpdates(made.slice(before))
    },
    writes(text: string): void {
      socket.update(person.makes((d) => d.getText('words').insert(d.getText('words').length, text)))
    },
    /** Sends all that the server lacked when it asked. */
    answers(): void {
      socket.step2(Y.encodeStateAsUpdate(doc, serverHas))
    },
    says(state: object): void {
      socket.send(
        awarenessFrame([{ client: doc.clientID, clock: ++clock, json: JSON.stringify(state) }]),
      )
    },
    hearsOf: (state: object): Promise<true> =>
      socket.hears(
        (message) =>
          message.type === 'awareness' &&
          message.entries.some((entry) => JSON.stringify(entry.state) === JSON.stringify(state)),
      ) as Promise<true>,
    hearsStored: (count: number): Promise<true> =>
      socket.hears(
        (message) => message.type === 'stored' && message.count === count,
      ) as Promise<true>,
    receipts: (): number[] =>
      socket.heard.flatMap((message) => (message.type === 'stored' ? [message.count] : [])),
  }
  if (answers) person.answers()
  return person
}
export type Person = Awaited<ReturnType<typeof aPerson>>

export const hearsDisk = (person: Person, said: Disk) =>
  person.hears((message) => message.type === 'disk' && message.disk === said)

/** Whose words met the disk is sent away. Where the server's own did first (who came in, and when), they stay and are told. */
export const sentAwayOrTold = (person: Person) =>
  Promise.race([
    person.closed.then(({ code }) => code),
    hearsDisk(person, 'refuses').then(() => 'told'),
  ])

let told = 0

/**
 * Resolves when the server has handled everything that `from` sent before, and `to` has heard whatever the server sent it
 * for that without waiting for the disk: awareness is relayed at once and in order.
 */
export async function handled(from: Person, to: Person): Promise<void> {
  const there = { tab: 'bmc', mark: ++told }
  from.says(there)
  await to.hearsOf(there)
  const back = { tab: 'bmc', mark: ++told }
  to.says(back)
  await from.hearsOf(back)
}

export const wordsIn = (doc: Y.Doc): string => doc.getText('words').toString()
