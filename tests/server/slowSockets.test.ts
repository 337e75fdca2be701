/** Sockets that take what they are sent too slowly, or say what they want too slowly: they cost little and hold up nobody. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DEFAULT_TIMING } from '../../server/config.ts'
import { StallWatch } from '../../server/stallWatch.ts'
import type { ServerOptions } from '../../server/startServer.ts'
import { clientFrame, rawSyncSocket } from '../support/rawSyncSocket.ts'
import type { ServerProcess, TestServer, TestWorkshop } from '../support/server.ts'
import { aSeat, aServer, aWorkshop, roomOf, temporaryFolder } from '../support/server.ts'
import { readRoom, seen, stockClient } from '../support/serverClients.ts'
import { aPerson } from '../support/serverPeople.ts'
import { aWeighedServer, logsOf, memoryOf } from '../support/weighed.ts'

const MEGABYTE = 1024 * 1024

let server: TestServer
let workshop: TestWorkshop
let room: string

async function serve(options: Partial<ServerOptions>): Promise<void> {
  server = await aServer(options)
  workshop = await aWorkshop(server.origin)
  room = roomOf(workshop)
}
const aTurn = () => new Promise((resolve) => setImmediate(resolve))
const ninik = () => aPerson(server.origin, room, workshop.members[0]?.capability ?? '')

describe('what people who do not read cost', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let weighed: ServerProcess
  beforeEach(async () => {
    folder = temporaryFolder()
    // They stay long enough to be weighed.
    const stay = { terminateAfterMs: 600_000 }
    weighed = await aWeighedServer(join(folder.path, 'guyub.sqlite'), stay)
  })
  afterEach(async () => {
    await weighed.kill()
    folder.remove()
  })

  it('is a megabyte each at most until they are cut, and the others go on', async () => {
    const DEAF = 6
    workshop = await aWorkshop(weighed.origin)
    room = roomOf(workshop)
    const writer = await aPerson(weighed.origin, room, workshop.members[0]?.capability ?? '')
    writer.writes('tahu '.repeat(70_000))
    await writer.hearsStored(2)
    // What the first who asks for everything costs is made once, for all of them.
    await readRoom(weighed.origin, room, workshop.capability)
    const before = await memoryOf(weighed)
    const deaf = await Promise.all(
      Array.from({ length: DEAF }, () => rawSyncSocket(weighed.port, room, workshop.capability)),
    )
    for (const { socket, write } of deaf) {
      socket.pause()
      for (let i = 0; i < 60; i++) write(Uint8Array.of(0, 0, 1, 0)) // everything, please
    }
    for (let i = 0; i < 20; i++) {
      writer.writes('walik ')
      await writer.hearsStored(3 + i)
    }
    await logsOf(weighed, '"reason":"tooSlow"', DEAF)
    const each = ((await memoryOf(weighed)) - before) / DEAF
    expect(each).toBeLessThan(MEGABYTE)
    writer.writes('!')
    await writer.hearsStored(23)
    for (const { destroy } of deaf) destroy()
    writer.close()
  })
})

describe('people who do not read', () => {
  afterEach(() => server.close())

  it('are cut though little waits for them, and the others go on', async () => {
    await serve({
      limits: { messagesPerSecond: 1_000_000, messageBurst: 1_000_000 },
      // Whoever is only told to leave would stay.
      timing: { stalledAfterMs: 50, heartbeatCheckMs: 10, terminateAfterMs: 600_000 },
    })
    const writer = await ninik()
    writer.writes('tahu '.repeat(20_000))
    await writer.hearsStored(2)
    const [deaf, near] = await bothEnds(() => rawSyncSocket(server.port, room, workshop.capability))
    deaf.socket.pause()
    let most = 0
    // What both kernels take waits for nobody: asks for everything until something stays here, and then for no more.
    while (!near.destroyed) {
      const written = near.bytesWritten
      if (near.writableLength === 0) {
        deaf.write(Uint8Array.of(0, 0, 1, 0))
        while (near.bytesWritten === written && !near.destroyed) await aTurn()
      } else await aTurn()
      most = Math.max(most, near.writableLength)
    }
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThan(MEGABYTE / 2)
    expect(await server.logged('connectionClosed')).toContain('"reason":"tooSlow"')
    writer.writes('walik')
    await writer.hearsStored(3)
    deaf.destroy()
    writer.close()
  })
})

/** What connects, and the server's end of it, which lives in this process too. */
async function bothEnds<T>(connecting: () => Promise<T>): Promise<[T, Socket]> {
  const accepted: Socket[] = []
  const onAccepted = (message: unknown) => accepted.push((message as { socket: Socket }).socket)
  subscribe('net.server.socket', onAccepted)
  const far = await connecting()
  unsubscribe('net.server.socket', onAccepted)
  const [near] = accepted
  if (!near || accepted.length > 1) throw new Error('somebody else came too')
  return [far, near]
}

describe('a stall', () => {
  it('is ended within 15 s', () => {
    const { stalledAfterMs, heartbeatCheckMs } = DEFAULT_TIMING
    expect(stalledAfterMs + heartbeatCheckMs).toBeLessThanOrEqual(15_000)
  })

  it('is told once bytes wait and none has left for so long', () => {
    const handle = { bytesWritten: 0, writeQueueSize: 0 }
    const watch = new StallWatch({ _handle: handle } as unknown as Socket, 10_000, 0)
    expect(watch.isStalled(60_000)).toBe(false) // nothing waits: the other end is idle, not deaf
    Object.assign(handle, { bytesWritten: 5_000, writeQueueSize: 4_000 })
    expect(watch.isStalled(61_000)).toBe(false)
    expect(watch.isStalled(70_999)).toBe(false)
    expect(watch.isStalled(71_000)).toBe(true)
    // A slow line: some of it left, and more came.
    Object.assign(handle, { bytesWritten: 9_000, writeQueueSize: 7_900 })
    expect(watch.isStalled(72_000)).toBe(false)
    expect(watch.isStalled(81_999)).toBe(false)
    expect(watch.isStalled(82_000)).toBe(true)
    Object.assign(handle, { bytesWritten: 9_000, writeQueueSize: 0 })
    expect(watch.isStalled(83_000)).toBe(false)
  })

  it('is seen on a real line, and none where the other end reads', async () => {
    const listener = createServer().listen(0, '127.0.0.1')
    await once(listener, 'listening')
    const { port } = listener.address() as AddressInfo
    const far = connect(port, '127.0.0.1')
    const [near] = (await once(listener, 'connection')) as [Socket]
    const watch = new StallWatch(near, 10_000, 0)
    let now = 0
    far.pause()
    near.write(Buffer.alloc(32 * MEGABYTE)) // more than both kernels take
    while (!watch.isStalled(now)) {
      now += 1_000
      await aTurn()
    }
    far.resume()
    await once(near, 'drain')
    now += 60_000
    expect(watch.isStalled(now)).toBe(false)
    near.destroy()
    far.destroy()
    listener.close()
  })
})

describe('a request that dawdles', () => {
  afterEach(() => server.close())

  const dawdlers: [what: string, said: string][] = [
    ['says nothing', ''],
    ['stops within its head', 'GET /api/addresses HTTP/1.1\r\nHost: x\r\nX-A'],
    [
      'stops within an upgrade',
      'GET /sync/x/plan HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgr',
    ],
    [
      'stops within its body',
      'POST /api/samples HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    ],
  ]
  it.each(dawdlers)('%s: is ended, and others are answered meanwhile', async (_what, said) => {
    await serve({ timing: { requestHeadMs: 500, requestMs: 1_000 } })
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.resume()
    const ended = once(socket, 'close')
    socket.write(said)
    const person = await ninik()
    person.writes('x')
    await person.hearsStored(2)
    await ended
    person.close()
  })
})

describe('a frame', () => {
  afterEach(() => server.close())

  it('of 100 MB is refused by its head, before it is sent', async () => {
    await serve({})
    const raw = await rawSyncSocket(server.port, room, workshop.capability)
    raw.socket.write(clientFrame(new Uint8Array(), 100 * MEGABYTE).subarray(0, -4))
    expect(await raw.hears(255)).toEqual({ closedBy: 4413 })
    raw.destroy()
  })

  it('in a thousand pieces ends its connection only', async () => {
    await serve({})
    const person = await ninik()
    const raw = await rawSyncSocket(server.port, room, workshop.capability)
    const piece = (first: number) => Buffer.from([first, 0x81, 0, 0, 0, 0, 99])
    raw.socket.write(
      Buffer.concat([piece(2), ...Array.from({ length: 1_000 }, () => piece(0)), piece(0x80)]),
    )
    expect(await raw.hears(255)).toEqual({ closedBy: 4400 })
    person.writes('x')
    await person.hearsStored(2)
    raw.destroy()
    person.close()
  })
})

describe('thirty devices with 200 edits each', () => {
  afterEach(() => server.close())

  it('that come back at once are all equal in the end, and the server holds it all', async () => {
    const DEVICES = 30
    process.setMaxListeners(DEVICES + 20) // each stock client listens for the end of the process
    await serve({})
    const canvas = workshop.members[0]?.canvas ?? null
    const links = await Promise.all(
      Array.from({ length: DEVICES }, () => aSeat(server, workshop, 'mentor', canvas)),
    )
    const docs = links.map((_, device) => {
      const doc = new Y.Doc()
      const words = doc.getText('words')
      const notes = doc.getMap('notes')
      for (let i = 0; i < 100; i++) {
        words.insert(words.length, `${device} `)
        notes.set(`${device}-${i % 20}`, i)
      }
      return doc
    })
    const clients = links.map(({ capability }, index) =>
      stockClient(server.origin, room, capability, docs[index] ? { doc: docs[index] } : {}),
    )
    const hasAll = (doc: Y.Doc) =>
      doc.getMap('notes').size === DEVICES * 20 &&
      doc.getText('words').toString().split(' ').length === DEVICES * 100 + 1
    await Promise.all(docs.map((doc) => seen(doc, () => hasAll(doc))))
    const late = await aPerson(server.origin, room, workshop.capability)
    const whole = Y.encodeStateAsUpdate(late.doc)
    for (const doc of docs) expect(Y.encodeStateAsUpdate(doc)).toEqual(whole)
    for (const client of clients) {
      expect(client.provider.wsconnected).toBe(true)
      client.close()
    }
  })
})
