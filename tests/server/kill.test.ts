/**
 * The server is killed at any moment while thirty people write, while it folds rooms, forgets them, takes a backup or brings
 * its file up to date. What was receipted or shown to somebody is there afterwards, at once.
 */
import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { askForBackup } from '../../server/backup/askServer.ts'
import { isWhole, verify } from '../../server/backup/verify.ts'
import { openDataFile } from '../../server/store/dataFile.ts'
import { openSqliteStore } from '../../server/store/sqliteStore.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import type { Counter } from '../support/counter.ts'
import { aCounter } from '../support/counter.ts'
import { aSeed, counted, randomFrom, times } from '../support/longMode.ts'
import type { ServerProcess, TestWorkshop } from '../support/server.ts'
import { aServerProcess, aWorkshop, roomOf, runMain, temporaryFolder } from '../support/server.ts'
import { readRoom } from '../support/serverClients.ts'
import { aPerson } from '../support/serverPeople.ts'

const EAGER = fileURLToPath(new URL('../support/eagerServer.ts', import.meta.url))
const ROOMS = 6
const LAST = ROOMS - 1
const PEOPLE = 30
const LONG_WORDS = 60_000

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
    // Each room has its owner. Whoever facilitates is in any but the last, where one alone comes and goes.
    const at = n < ROOMS ? n : n % LAST
    const room = roomOf(workshop, at)
    const capability = n < ROOMS ? workshop.members[n]?.capability : workshop.capability
    return {
      room,
      counter: aCounter(room, capability ?? '', `p${n}`, { comesAndGoes: at === LAST, onReceipt }),
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

/** Resolves once there is a file in the folder whose name ends so. */
async function appears(end: string): Promise<void> {
  const watcher = watch(folder.path)
  await new Promise<void>((resolve) =>
    watcher.on('change', (_, name) => String(name).endsWith(end) && resolve()),
  )
  watcher.close()
}

/** Resolves with the first line of this event from now on. */
const says = ({ child, output }: ServerProcess, event: string): Promise<void> => {
  const known = timesSaid(output(), event)
  return new Promise((resolve) => {
    const look = () => {
      if (timesSaid(output(), event) === known) return
      child.stderr?.off('data', look)
      resolve()
    }
    child.stderr?.on('data', look)
  })
}
const lastSaidAt = (output: string, event: string): number =>
  output.lastIndexOf(`"event":"${event}"`)
const timesSaid = (output: string, event: string): number =>
  output.split(`"event":"${event}"`).length - 1

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
    // One more, in whose room nobody is: a backup of it takes a while.
    const members = Array.from({ length: ROOMS + 1 }, (_, n) => ({ name: `Bu ${n}`, business: '' }))
    const workshop = await aWorkshop(server.origin, { members })
    const absent = await aPerson(server.origin, roomOf(workshop, ROOMS), workshop.capability)
    absent.writes('tahu '.repeat(LONG_WORDS))
    await absent.hearsStored(2)
    absent.close()
    const { people, bell } = everybody(workshop)
    const seen = { compacted: 0, roomForgotten: 0 }
    const killedIn = { backup: 0, compaction: 0, eviction: 0 }
    let backups = 0
    for (let round = 0; round < kills; round++) {
      const enough = bell(50 + Math.floor(random() * 1_000))
      await Promise.all(people.map(({ counter }) => counter.connect(server.origin)))
      await enough
      const backup = `backup-${round}.sqlite`
      let asked: Promise<unknown> | null = null
      const askFor = (end: string) => {
        const there = appears(end)
        asked = askForBackup(data, join(folder.path, backup))
        return there
      }
      // Anywhere, in a backup, right behind one, in a compaction, as a room has just been forgotten.
      if (round % 5 === 1) await askFor('.making')
      if (round % 5 === 2) await askFor(backup)
      if (round % 5 === 3) await says(server, 'compacting')
      if (round % 5 === 4) await says(server, 'roomForgotten')
      await server.kill()
      const said = (event: string) => timesSaid(server.output(), event)
      seen.compacted += said('compacted')
      seen.roomForgotten += said('roomForgotten')
      if (said('compacting') > said('compacted')) killedIn.compaction++
      const saidAt = (event: string) => lastSaidAt(server.output(), event)
      if (saidAt('roomForgotten') > saidAt('roomRead')) killedIn.eviction++
      await Promise.all([asked, ...people.map(({ counter }) => counter.closed())])

      server = await start()
      await expectPromisesKept(server.origin, workshop.capability, people).catch((cause) => {
        throw new Error(`GUYUB_SEED=${seed}, round ${round}`, { cause })
      })
      // A backup of that name is whole, or there is none.
      const left = readdirSync(folder.path).filter((name) => name.startsWith('backup-'))
      if (left.includes(backup)) {
        backups++
        const report = await verify(join(folder.path, backup))
        expect(report.ok && isWhole(report.value), JSON.stringify(report)).toBe(true)
      } else if (left.length > 0) killedIn.backup++
      for (const name of left) rmSync(join(folder.path, name))
    }
    expect(seen.compacted).toBeGreaterThan(0)
    expect(seen.roomForgotten).toBeGreaterThan(0)
    expect(backups).toBeGreaterThan(0)
    expect(killedIn.backup).toBeGreaterThan(0)
    expect(killedIn.compaction).toBeGreaterThan(0)
    expect(killedIn.eviction).toBeGreaterThan(0)
    const total = people.reduce((sum, { counter }) => sum + counter.receipted() + 1, 0)
    counted(
      `kills: ${kills}, ${killedIn.backup} of them in a backup, ${killedIn.compaction} in a folding and ${killedIn.eviction} before a forgotten room was read again, receipted ${total}, rooms folded ${seen.compacted} times and forgotten ${seen.roomForgotten} times, whole backups ${backups}, lost 0`,
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
      // Every other as soon as anything is written.
      await logReaches(round % 2 === 0 ? 0 : random() * statSync(large).size, run)
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
    expect(halfway).toBeGreaterThan(0)
    counted(`kills while bringing up to date: ${kills}, before it was through ${halfway}, lost 0`)
  })
})
