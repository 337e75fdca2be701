/** People whose connection broke and who are back: how soon they have everything, and are seen as who they are. */

import { WebSocket } from 'ws'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { quantile } from '../../figures.ts'
import { cursorOf } from '../edits.ts'
import { ROOMS } from '../load.ts'
import type { Door } from '../person.ts'
import { Person } from '../person.ts'
import type { BenchServer, Kind } from '../servers.ts'
import { startServer } from '../servers.ts'
import type { Figures } from './measuring.ts'
import { enter, pause } from './measuring.ts'

const BACK_IN_ROOM = 10
const GONE_IN_ROOM = 2
/** As a stock client has it when it comes back: what it says of itself is no newer than before. */
const CLOCK = 7

/**
 * In each room one person stays while twelve are dropped; ten of them, 300 in all, are back at once and say where they are.
 * A second later: who is missing on somebody's screen, and who is shown there who did not come back?
 */
export async function measureReturn(kind: Kind): Promise<Figures> {
  const server = await startServer(kind)
  const dropped = BACK_IN_ROOM + GONE_IN_ROOM
  const idOf = (room: number, person: number) => 1_000_000 + room * 100 + person
  const before = await enter(server, ROOMS, dropped)
  for (const [i, person] of before.entries()) {
    person.cursor(cursorOf(idOf(Math.floor(i / dropped), i % dropped), CLOCK))
  }
  const doors = await Promise.all(
    Array.from({ length: ROOMS }, (_, room) => server.doors(room, BACK_IN_ROOM)),
  )
  const stayers = doors.map(([door]) => watcher(door))
  await Promise.all(stayers.map(({ person }) => person.synced))
  await pause(1_000)
  for (const person of before) person.close()

  const startedAt = performance.now()
  const back = doors.map((inRoom, room) =>
    inRoom.map((door, i) => {
      const returning = watcher(door)
      const { person } = returning
      person.socket.once('open', () => person.cursor(cursorOf(idOf(room, i), CLOCK)))
      return returning
    }),
  )
  await Promise.all(back.flat().map(({ person }) => person.synced))
  const returnMs = performance.now() - startedAt
  await pause(1_000)

  let missing = 0
  let ghosts = 0
  for (const [room, stayer] of stayers.entries()) {
    for (let i = 0; i < dropped; i++) {
      const others = [stayer, ...(back[room] ?? []).filter((_, index) => index !== i)]
      const shownTo = others.filter(({ shown }) => shown.has(idOf(room, i))).length
      if (i < BACK_IN_ROOM && shownTo < others.length) missing++
      if (i >= BACK_IN_ROOM && shownTo > 0) ghosts++
    }
  }
  for (const { person } of [...stayers, ...back.flat()]) person.close()
  await server.stop()
  return { returnMs, missing, ghosts }
}

/** Somebody who sees who is there. */
function watcher(door: Door | undefined) {
  if (!door) throw new Error('no such door')
  const shown = new Set<number>()
  const person = new Person(door, {
    awareness(entries) {
      for (const { client, state } of entries) {
        if (state === null) shown.delete(client)
        else shown.add(client)
      }
    },
  })
  return { person, shown }
}

/** A stock client whose line breaks: from its new connection until another sees it again. Hocuspocus has its own. */
export async function measureSeenAgain(kind: Kind): Promise<Figures> {
  if (kind === 'hocuspocus') return {}
  const server = await startServer(kind)
  const [leaver, watcher] = await Promise.all([stockClient(server, 0), stockClient(server, 1)])
  leaver.awareness.setLocalState({ tab: 'bmc' })
  const { clientID } = leaver.doc
  await changed(watcher.awareness, (states) => states.has(clientID))
  // It has been there for a while: what it says of itself on its return is as old as that.
  await pause(1_000)
  const back = new Promise<number>((resolve) =>
    leaver.on('status', ({ status }: { status: string }) => {
      if (status === 'connected') resolve(performance.now())
    }),
  )
  const gone = changed(watcher.awareness, (states) => !states.has(clientID))
  leaver.ws?.close()
  await gone
  const seen = changed(watcher.awareness, (states) => states.has(clientID))
  const backAt = await back
  await seen
  const seenAgainMs = Math.max(0, performance.now() - backAt)
  for (const provider of [leaver, watcher]) provider.destroy()
  await server.stop()
  return { seenAgainMs }
}

async function stockClient(server: BenchServer, person: number): Promise<WebsocketProvider> {
  const door = (await server.doors(0, 2))[person]
  if (!door) throw new Error('no such door')
  const cutAt = door.url.indexOf('/', door.url.indexOf('//') + 2)
  const provider = new WebsocketProvider(
    door.url.slice(0, cutAt),
    door.url.slice(cutAt + 1),
    new Y.Doc(),
    {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      // To us it is a stock client, which is sent none of our own messages.
      protocols: door.protocols.map((name) => (name === 'guyub.1' ? 'guyub.stock' : name)),
      disableBc: true,
    },
  )
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  return provider
}

const changed = (
  awareness: Awareness,
  is: (states: ReadonlyMap<number, unknown>) => boolean,
): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!is(awareness.getStates())) return
      awareness.off('change', look)
      resolve()
    }
    awareness.on('change', look)
    look()
  })

const DEVICES = 30
const OFFLINE_EDITS = 200
const RETURN_WITHIN_MS = 2_000
const PATIENCE_MS = 30_000

/** Thirty devices with 200 edits each come back within two seconds: from when the last one calls until all are equal. */
export async function measureOfflineReturn(kind: Kind): Promise<Figures> {
  const server = await startServer(kind)
  const doors = await server.doors(0, DEVICES)
  const docs = doors.map(() => offlineWork())
  const total = DEVICES * (OFFLINE_EDITS + 1)
  let equal = 0
  let allEqual = () => {}
  const done = new Promise<void>((resolve) => {
    allEqual = resolve
  })
  const people: Person[] = []
  let backAt = 0
  await Promise.all(
    doors.map(async (door, i) => {
      const doc = docs[i] ?? new Y.Doc()
      const own = Y.encodeStateAsUpdate(doc)
      await pause((i * RETURN_WITHIN_MS) / DEVICES)
      let isEqual = false
      backAt = performance.now()
      const person = new Person(door, {
        update(update) {
          Y.applyUpdate(doc, update)
          if (isEqual || clocksIn(doc) < total) return
          isEqual = true
          if (++equal === DEVICES) allEqual()
        },
      })
      people.push(person)
      await person.synced
      person.update(own)
    }),
  )
  await Promise.race([done, pause(PATIENCE_MS)])
  const offlineEqualMs = equal === DEVICES ? performance.now() - backAt : Number.POSITIVE_INFINITY
  for (const person of people) person.close()
  await server.stop()
  return { offlineEqualMs }
}

function offlineWork(): Y.Doc {
  const doc = new Y.Doc()
  const note = new Y.Map<unknown>()
  doc.getMap('notes').set(`n${doc.clientID}`, note)
  for (let i = 0; i < OFFLINE_EDITS; i++) note.set(`key${i % 9}`, i)
  return doc
}

const clocksIn = (doc: Y.Doc): number =>
  [...Y.decodeStateVector(Y.encodeStateVector(doc)).values()].reduce((sum, clock) => sum + clock, 0)

const CUT_SOCKETS = 60

/** Ours alone: from the request that takes a seat's links back until the last of its sockets is closed. */
export async function measureRevocation(): Promise<Figures> {
  const server = await startServer('guyub')
  const people = await enter(server, 1, CUT_SOCKETS)
  const closed = people.map(
    ({ socket }) =>
      new Promise<number>((resolve) => socket.once('close', () => resolve(performance.now()))),
  )
  const startedAt = performance.now()
  await server.revokeMember(0)
  // Two doors in three are the member's, the third is the facilitator's.
  const cut = closed.filter((_, i) => i % 3 !== 1)
  const revokedMs = quantile(await Promise.all(cut), 1) - startedAt
  for (const person of people) person.close()
  await server.stop()
  return { revokedMs }
}
