/**
 * The server is killed at any moment while thirty people write, while it folds rooms, forgets them, takes a backup or brings
 * its file up to date. What was receipted or shown to somebody is there afterwards, at once.
 */
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { askForBackup } from '../../server/backup/askServer.ts'
import { verify } from '../../server/backup/verify.ts'
import { openDataFile } from '../../server/store/dataFile.ts'
import { openSqliteStore } from '../../server/store/sqliteStore.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import type { Counter } from '../support/counter.ts'
import { aCounter } from '../support/counter.ts'
import { aSeed, counted, IS_LONG, randomFrom, times } from '../support/longMode.ts'
import type { ServerProcess, TestWorkshop } from '../support/server.ts'
import { aServerProcess, aWorkshop, runMain, temporaryFolder } from '../support/server.ts'
import { readRoom } from '../support/serverClients.ts'

const EAGER = fileURLToPath(new URL('../support/eagerServer.ts', import.meta.url))
const ROOMS = 6
const PEOPLE = 30

let folder: ReturnType<typeof temporaryFolder>
let data: string
let running: ServerProcess | null = null

beforeEach(() => {
  folder = temporaryFolder()
  data = join(folder.path, 'guyub.sqlite')
})
afterEach(async () => {
  await running?.kill()
  running = null
  folder.remove()
})

async function start(): Promise<ServerProcess> {
  running = await aServerProcess(data, { program: EAGER })
  return running
}

/** Everybody who counts, and a bell that rings after so many receipts. */
function everybody(workshop: TestWorkshop) {
  let left = Number.POSITIVE_INFINITY
  let ring = () => {}
  const onReceipt = () => {
    if (--left === 0) ring()
  }
  const people = Array.from({ length: PEOPLE }, (_, n) => {
    const member = workshop.members[n % ROOMS]
    const room = roomOf(workshop, n % ROOMS)
    // Each owner and four who facilitate; nobody stays in the last room.
    const capability = n < ROOMS ? (member?.capability ?? '') : workshop.capability
    return {
      room,
      counter: aCounter(room, capability, `p${n}`, {
        comesAndGoes: n % ROOMS === ROOMS - 1,
        onReceipt,
      }),
    }
  })
  return {
    people,
    bell: (receipts: number) =>
      new Promise<void>((resolve) => {
        left = receipts
        ring = resolve
      }),
  }
}
const roomOf = (workshop: TestWorkshop, n: number) =>
  `${workshop.workshop}/canvas/${workshop.members[n]?.canvas}` as RoomName

/** What a newcomer is given first has all that was promised. */
async function expectPromisesKept(
  origin: string,
  capability: string,
  people: readonly { room: RoomName; counter: Counter }[],
): Promise<void> {
  for (const room of new Set(people.map((each) => each.room))) {
    const doc = await readRoom(origin, room, capability)
    const heads = Y.decodeStateVector(Y.encodeStateVector(doc))
    const numbers = doc.getMap<number>('numbers')
    for (const { counter } of people.filter((each) => each.room === room)) {
      if (counter.receipted() >= 0) {
        expect(numbers.get(counter.mark)).toBeGreaterThanOrEqual(counter.receipted())
      }
      for (const [client, clock] of counter.shown()) {
        expect(heads.get(client) ?? 0).toBeGreaterThanOrEqual(clock)
      }
    }
    doc.destroy()
  }
}

/** Twenty starts of a whole server, on a machine that may be busy. */
const PATIENCE_MS = times(240_000, 3_600_000)

describe('killed under thirty people who write', () => {
  it('the server has all that was receipted or shown, again and again', {
    timeout: PATIENCE_MS,
  }, async () => {
    const kills = times(20, 200)
    const seed = aSeed()
    const random = randomFrom(seed)
    let server = await start()
    const members = Array.from({ length: ROOMS }, (_, n) => ({ name: `Bu ${n}`, business: '' }))
    const workshop = await aWorkshop(server.origin, { members })
    const { people, bell } = everybody(workshop)
    const seen = { compacted: 0, roomForgotten: 0 }
    for (let round = 0; round < kills; round++) {
      const enough = bell(50 + Math.floor(random() * 1_000))
      await Promise.all(people.map(({ counter }) => counter.connect(server.origin)))
      const backup = join(folder.path, `backup-${round}.sqlite`)
      const asked = round % 4 === 3 ? enough.then(() => askForBackup(data, backup)) : null
      await enough
      if (asked) await bell(1 + Math.floor(random() * 30))
      await server.kill()
      for (const event of ['compacted', 'roomForgotten'] as const) {
        seen[event] += server.output().split(`"event":"${event}"`).length - 1
      }
      await Promise.all([asked, ...people.map(({ counter }) => counter.closed())])

      server = await start()
      await expectPromisesKept(server.origin, workshop.capability, people).catch((cause) => {
        throw new Error(`GUYUB_SEED=${seed}, round ${round}`, { cause })
      })
      // A backup of that name is whole, or there is none.
      if (existsSync(backup))
        expect(await verify(backup)).toMatchObject({ ok: true, value: { problems: [] } })
      rmSync(backup, { force: true })
    }
    expect(seen.compacted).toBeGreaterThan(0)
    expect(seen.roomForgotten).toBeGreaterThan(0)
    const total = people.reduce((sum, { counter }) => sum + counter.receipted() + 1, 0)
    counted(
      `kills: ${kills}, receipted ${total}, rooms folded ${seen.compacted} times and forgotten ${seen.roomForgotten} times, lost 0`,
    )

    // Asked to stop in the same turmoil, it ends well and has everything too.
    const enough = bell(500)
    await Promise.all(people.map(({ counter }) => counter.connect(server.origin)))
    await enough
    expect(await server.stop()).toBe(0)
    server = await start()
    await expectPromisesKept(server.origin, workshop.capability, people)
  })
})

describe('killed while it brings its file up to date', () => {
  const fixture = (name: string) => new URL(`../fixtures/dataFiles/${name}`, import.meta.url)
  const [ninik] = v.parse(
    v.object({ members: v.array(v.object({ room: v.string() })) }),
    JSON.parse(readFileSync(fixture('version1.json'), 'utf8')),
  ).members
  const ROWS = 6_000

  /** A file of version 1 that takes a while. */
  function makeLargeFile(path: string): void {
    copyFileSync(fixture('version1.sqlite'), path)
    const database = new DatabaseSync(path)
    const doc = new Y.Doc()
    const insert = database.prepare(
      'INSERT INTO updates (room, format, checksum, bytes) SELECT number, 1, ?, ? FROM rooms WHERE name = ?',
    )
    database.exec('BEGIN')
    doc.on('update', (update: Uint8Array) =>
      insert.run(crc32(update, crc32(Uint8Array.of(1))), update, ninik?.room ?? ''),
    )
    for (let n = 0; n < ROWS; n++) doc.getMap('numbers').set('n', n)
    database.exec('COMMIT')
    database.close()
  }

  /** Resolves when the log beside the file has grown to a size, or the server is through and says where it serves. */
  async function logReaches(bytes: number, run: ReturnType<typeof runMain>): Promise<void> {
    const size = () => statSync(`${data}-wal`, { throwIfNoEntry: false })?.size ?? 0
    const watcher = watch(folder.path)
    await Promise.race([
      run.ended,
      new Promise<void>((resolve) => run.child.stdout.once('data', () => resolve())),
      new Promise<void>((resolve) => watcher.on('change', () => size() > bytes && resolve())),
    ])
    watcher.close()
  }

  it('the file opens all the same, with all that it holds', { timeout: PATIENCE_MS }, async () => {
    const seed = aSeed()
    const random = randomFrom(seed)
    const large = join(folder.path, 'large.sqlite')
    makeLargeFile(large)
    const kills = times(4, 40)
    let halfway = 0
    for (let round = 0; round < kills; round++) {
      for (const end of ['', '-wal', '-shm']) rmSync(data + end, { force: true })
      copyFileSync(large, data)
      const run = runMain(['--data', data, '--port', '0', '--host', '127.0.0.1'])
      await logReaches(random() * statSync(large).size, run)
      run.child.kill('SIGKILL')
      await run.ended
      const raw = new DatabaseSync(data)
      if (raw.prepare('PRAGMA user_version').get()?.user_version === 1) halfway++
      raw.close()

      const opened = openDataFile(data)
      if (!opened.ok) throw new Error(`GUYUB_SEED=${seed}: ${opened.error.type}`)
      const store = openSqliteStore(opened.value)
      const stored = await store.loadRoom((ninik?.room ?? '') as RoomName)
      expect(stored?.damagedAtMs).toBeNull()
      expect(stored?.updates.length).toBeGreaterThan(ROWS)
      await store.close()
    }
    // In a few tries a busy machine may come too late each time.
    if (IS_LONG) expect(halfway).toBeGreaterThan(0)
    counted(`kills while bringing up to date: ${kills}, before it was through ${halfway}, lost 0`)
  })
})
