/** The program as people run it: what it says, how it ends, and what is left when it is killed. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openDataFile } from '../../server/store/dataFile.ts'
import type { ServerProcess, TestWorkshop } from '../support/server.ts'
import { aServerProcess, aWorkshop, call, runMain, temporaryFolder } from '../support/server.ts'
import { readRoom } from '../support/serverClients.ts'
import type { Person } from '../support/serverPeople.ts'
import { aPerson, wordsIn } from '../support/serverPeople.ts'

let folder: ReturnType<typeof temporaryFolder>
let data: string
const running: ServerProcess[] = []

async function start(options: Parameters<typeof aServerProcess>[1] = {}): Promise<ServerProcess> {
  const server = await aServerProcess(data, options)
  running.push(server)
  return server
}
async function said(args: readonly string[], env: Record<string, string> = {}) {
  const run = runMain(args, env)
  const code = await run.ended
  return { code, output: run.output() }
}
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
/** Refused in words: a sentence in both languages, exit code 1, and no stack. */
function expectRefusal(
  { code, output }: { code: number | null; output: string },
  ...words: string[]
) {
  expect(code).toBe(1)
  for (const word of words) expect(output).toContain(word)
  expect(output).not.toMatch(/^\s+at /m)
}

beforeEach(() => {
  folder = temporaryFolder()
  data = join(folder.path, 'guyub.sqlite')
})
afterEach(async () => {
  for (const server of running.splice(0)) await server.kill()
  folder.remove()
})

describe('the program', () => {
  it('says where it can be opened, and serves there', async () => {
    const server = await start()
    expect(server.output()).toContain(`http://localhost:${server.port}`)
    expect(server.output()).toContain('Guyub siap. · Guyub is ready.')
    expect(server.output()).toContain(data)
    expect(await (await fetch(`${server.origin}/healthz`)).text()).toBe('ok\n')
  })

  it('names a public address and a picture to scan', async () => {
    const server = await start({ env: { GUYUB_PUBLIC_URL: 'https://guyub.kampus.ac.id/' } })
    expect(server.output()).toContain(
      'Pindai dengan HP · Scan with a phone: https://guyub.kampus.ac.id\n',
    )
    expect(server.output()).toMatch(/[█▀▄]{10}/)
  })

  it('explains itself', async () => {
    const { code, output } = await said(['--help'])
    expect(code).toBe(0)
    for (const word of ['--port', '--host', '--data', '--public-url', 'GUYUB_DOCUMENT_BYTES']) {
      expect(output).toContain(word)
    }
  })

  it('refuses options it does not understand', async () => {
    expectRefusal(await said(['--prot', '4000', '--data', data]), '--prot', '--help')
    expect(existsSync(data)).toBe(false)
  })

  it('says that a port is taken, and which', async () => {
    const first = await start()
    const answer = await said([
      '--host',
      '127.0.0.1',
      '--port',
      String(first.port),
      '--data',
      join(folder.path, 'other.sqlite'),
    ])
    expectRefusal(
      answer,
      `Port ${first.port} sudah dipakai`,
      `Port ${first.port} is taken`,
      '--port',
    )
    expect(existsSync(join(folder.path, 'other.sqlite'))).toBe(false)
  })

  it('says that another one uses the file, and leaves it in peace', async () => {
    const first = await start()
    const workshop = await aWorkshop(first.origin)
    expectRefusal(await said(['--port', '0', '--data', data]), data, 'in use by another Guyub')
    const { status } = await call(first.origin, 'GET', '/api/seats', {
      capability: workshop.capability,
    })
    expect(status).toBe(200)
  })

  const notOurs: [what: string, make: () => void, words: string[]][] = [
    [
      'a letter',
      () => writeFileSync(data, 'Kepada Bu Ninik'),
      ['bukan berkas data Guyub', 'not a Guyub data file'],
    ],
    [
      "another program's",
      () => {
        const database = new DatabaseSync(data)
        database.exec('CREATE TABLE notes (x)')
        database.close()
      },
      ['basis data program lain', "another program's database"],
    ],
    [
      'newer',
      () => {
        const database = new DatabaseSync(data)
        database.exec(
          'PRAGMA application_id = 0x47757975; PRAGMA user_version = 99; CREATE TABLE x (y)',
        )
        database.close()
      },
      ['lebih baru', 'newer Guyub', '99'],
    ],
    [
      'ours but lacks a table',
      () => {
        const opened = openDataFile(data)
        if (!opened.ok) throw new Error(opened.error.type)
        opened.value.exec('DROP TABLE updates')
        opened.value.close()
      },
      ['tidak bisa dibaca', 'cannot be read', 'no such table'],
    ],
  ]
  it.each(notOurs)('refuses a data file that is %s, untouched', async (_what, make, words) => {
    make()
    const before = sha256(data)
    expectRefusal(await said(['--port', '0', '--data', data]), data, ...words)
    expect(sha256(data)).toBe(before)
    expect(readdirSync(folder.path)).toEqual(['guyub.sqlite'])
  })

  it('refuses a place where it cannot write', async () => {
    writeFileSync(join(folder.path, 'file'), '')
    const path = join(folder.path, 'file', 'guyub.sqlite')
    expectRefusal(
      await said(['--port', '0', '--data', path]),
      path,
      'Tidak bisa menulis',
      'Cannot write',
    )
  })
})

describe('asked to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s it keeps everything, sends people away for now and ends well',
    async (signal) => {
      const server = await start()
      const workshop = await aWorkshop(server.origin)
      const room = `${workshop.workshop}/canvas/${workshop.members[0]?.canvas}`
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
    const room = `${workshop.workshop}/canvas/${workshop.members[0]?.canvas}`
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
    const room = `${workshop.workshop}/canvas/${workshop.members[0]?.canvas}`
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
