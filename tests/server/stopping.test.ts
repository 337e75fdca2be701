/** The program as it ends: asked to, by a mistake of its own, or killed; and what is left then. */
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { rawSyncSocket } from '../support/rawSyncSocket.ts'
import type { ServerProcess, TestWorkshop } from '../support/server.ts'
import { aServerProcess, aWorkshop, call, roomOf, temporaryFolder } from '../support/server.ts'
import { readRoom } from '../support/serverClients.ts'
import type { Person } from '../support/serverPeople.ts'
import { aPerson, wordsIn } from '../support/serverPeople.ts'
import { aSlowRequest } from '../support/slowRequest.ts'

let folder: ReturnType<typeof temporaryFolder>
let data: string
const running: ServerProcess[] = []

async function start(options: Parameters<typeof aServerProcess>[1] = {}): Promise<ServerProcess> {
  const server = await aServerProcess(data, options)
  running.push(server)
  return server
}

beforeEach(() => {
  folder = temporaryFolder()
  data = join(folder.path, 'guyub.sqlite')
})
afterEach(async () => {
  for (const server of running.splice(0)) await server.kill()
  folder.remove()
})

describe('asked to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s it keeps everything, sends people away for now and ends well',
    async (signal) => {
      const server = await start()
      const workshop = await aWorkshop(server.origin)
      const room = roomOf(workshop)
      const person = await aPerson(server.origin, room, workshop.capability)
      await person.hearsStored(1)
      person.writes('tahu')
      await person.hearsStored(2)
      server.child.kill(signal)
      expect(await person.closed).toEqual({ code: 4503, reason: 'serverRestarting' })
      expect(await server.ended).toBe(0)
      // All is in the one file: nothing is left in a log beside it.
      expect(readdirSync(folder.path)).toEqual(['guyub.sqlite'])
      const again = await start()
      expect(wordsIn(await readRoom(again.origin, room, workshop.capability))).toBe('tahu')
    },
  )

  it('it waits for nobody who dawdles: one who does not read, half a request, half an upgrade', async () => {
    const server = await start()
    const workshop = await aWorkshop(server.origin)
    const room = roomOf(workshop)
    const person = await aPerson(server.origin, room, workshop.capability)
    const deaf = await rawSyncSocket(server.port, room, workshop.capability)
    deaf.socket.pause()
    const half = aSlowRequest(server.port, workshop.capability, '/api/seats', '{"members":[]}')
    await half.halfSent
    const upgrade = connect(server.port, '127.0.0.1')
    upgrade.on('error', () => {}) // cut off
    upgrade.write('GET /sync/x HTTP/1.1\r\nHost: x\r\nUpgr')
    person.writes('tahu')
    await person.hearsStored(2)
    expect(await server.stop()).toBe(0)
    // By itself, and not because its patience was over.
    expect(server.output()).toContain('"event":"stopped"')
    expect(server.output()).not.toContain('stopGivenUp')
    deaf.destroy()
    upgrade.destroy()
    const again = await start()
    expect(wordsIn(await readRoom(again.origin, room, workshop.capability))).toBe('tahu')
  })

  it('by a mistake of its own it keeps everything, says what it was, and ends as failed', async () => {
    const trap = 'process.on("SIGUSR2", () => Promise.reject(new Error("a mistake")))'
    const server = await start({
      nodeArgs: ['--import', `data:text/javascript,${encodeURIComponent(trap)}`],
    })
    const workshop = await aWorkshop(server.origin)
    server.child.kill('SIGUSR2')
    expect(await server.ended).toBe(1)
    expect(server.output()).toContain('"event":"unhandledRejection"')
    expect(server.output()).toContain('a mistake')
    const again = await start()
    const { status } = await call(again.origin, 'GET', '/api/seats', {
      capability: workshop.capability,
    })
    expect(status).toBe(200)
  })

  it('names no link in all that it printed', async () => {
    const server = await start({ env: { GUYUB_LOG: 'debug' } })
    const workshop = await aWorkshop(server.origin)
    const room = `${workshop.workshop}/plan`
    await readRoom(server.origin, room, workshop.capability)
    await readRoom(server.origin, room, workshop.members[0]?.capability ?? '')
    await call(server.origin, 'GET', `/api/session?x=${workshop.capability}`, {
      capability: workshop.members[0]?.capability ?? '',
    })
    await server.stop()
    expect(server.output()).toContain('roomRead')
    for (const { capability } of [workshop, ...workshop.members]) {
      expect(server.output()).not.toContain(capability)
    }
  })
})

describe('killed at any moment', () => {
  const FAST = { GUYUB_MESSAGES_PER_SECOND: '100000', GUYUB_MESSAGE_BURST: '100000' }

  /** Words that were receipted to their writer, and words that the other was shown. */
  function promised(writer: Person, mark: string, reader: Person): string[] {
    const receipted = (writer.receipts().at(-1) ?? 0) - 1
    const shown = new Y.Doc()
    Y.applyUpdate(shown, Y.encodeStateAsUpdate(reader.doc))
    for (const message of reader.heard) {
      if (message.type === 'update') Y.applyUpdate(shown, message.update)
    }
    const seen = [...shown.getMap('words').keys()].filter((word) => word.startsWith(mark))
    return [...Array.from({ length: Math.max(0, receipted) }, (_, n) => `${mark}${n}`), ...seen]
  }

  async function writeUntilKilled(server: ServerProcess, workshop: TestWorkshop, round: number) {
    const room = roomOf(workshop)
    const ninik = await aPerson(server.origin, room, workshop.members[0]?.capability ?? '')
    const sesilya = await aPerson(server.origin, room, workshop.capability)
    const writers: [Person, string][] = [
      [ninik, `n${round}-`],
      [sesilya, `s${round}-`],
    ]
    // Some words are always on their way, so that something is at every stage when the end comes.
    const AHEAD = 12
    const writing = writers.map(async ([who, mark]) => {
      for (let n = 0; who.socket.readyState === who.socket.OPEN; n++) {
        who.update(who.makes((doc) => doc.getMap('words').set(`${mark}${n}`, n)))
        const caughtUp = (count: number) => count > n - AHEAD
        await Promise.race([
          who.closed,
          who.hears((message) => message.type === 'stored' && caughtUp(message.count)),
        ])
      }
    })
    await ninik.hears((message) => message.type === 'stored' && message.count > 3 + round * 7)
    await server.kill()
    await Promise.all([ninik.closed, sesilya.closed, ...writing])
    return [...promised(ninik, `n${round}-`, sesilya), ...promised(sesilya, `s${round}-`, ninik)]
  }

  it('it has everything that was receipted or shown to somebody', async () => {
    let server = await start({ env: FAST })
    const workshop = await aWorkshop(server.origin)
    const room = roomOf(workshop)
    const all = new Set<string>()
    for (let round = 0; round < 5; round++) {
      const words = await writeUntilKilled(server, workshop, round)
      expect(words.length).toBeGreaterThan(3)
      for (const word of words) all.add(word)
      server = await start({ env: FAST })
      const kept = (await readRoom(server.origin, room, workshop.capability)).getMap('words')
      expect([...all].filter((word) => !kept.has(word))).toEqual([])
    }
  })
})
