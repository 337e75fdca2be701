/**
 * Disks rot. Whatever byte of the data file, of its log or of a backup is flipped, and wherever the log is cut: what opens
 * afterwards is what was stored, or an earlier part of it, or is marked as damaged; it is never something else.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { backup } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { hashOf } from '../../server/access.ts'
import { openDataFile } from '../../server/store/dataFile.ts'
import { openSqliteStore } from '../../server/store/sqliteStore.ts'
import type { SeatRecord, Store } from '../../server/store/store.ts'
import { DamagedRoom, DamagedRow } from '../../server/store/store.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import { canvasRoom, planRoom } from '../../src/protocol/roomName.ts'
import { aNewWorkshop } from '../support/aNewWorkshop.ts'
import { aSeed, counted, randomFrom, times } from '../support/longMode.ts'
import { temporaryFolder } from '../support/server.ts'

type Specimen = { data: string }

let folder: ReturnType<typeof temporaryFolder>
const inFile = (name: string) => join(folder.path, name)
/** Every update of a room in its order, and every state that was ever made of it. */
const history = new Map<RoomName, { updates: string[]; states: Set<string> }>()
let seats: SeatRecord[] = []
let secret = ''

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

function open(data: string): Store | null {
  const opened = openDataFile(data)
  return opened.ok ? openSqliteStore(opened.value) : null
}

/** Rooms of three canvases that were written in by turns and folded now and then, and a plan. */
async function write(store: Store): Promise<void> {
  const made = aNewWorkshop({
    members: ['Bu Ninik', 'Pak Wawan', 'Bu Tutik'].map((name) => ({ name, business: 'Tahu' })),
  })
  secret = made.secret
  await store.commit(made.changes)
  seats = await store.seatsOf(made.workshop)
  const docs = new Map<RoomName, Y.Doc>()
  for (const { name } of made.changes.rooms ?? []) docs.set(name, new Y.Doc())
  for (const { room, bytes } of made.changes.updates ?? []) {
    Y.applyUpdate(docs.get(room) as Y.Doc, bytes)
    history.set(room, { updates: [textOf(bytes)], states: new Set() })
  }
  const canvases = seats.flatMap(({ canvas }) =>
    canvas ? [canvasRoom(made.workshop, canvas)] : [],
  )
  const rooms = [...canvases, planRoom(made.workshop)]
  for (let n = 0; n < 160; n++) {
    const room = rooms[n % rooms.length] as RoomName
    const doc = docs.get(room) as Y.Doc
    const before = Y.encodeStateVector(doc)
    doc.getText('words').insert(0, `kata ${n} `.repeat(1 + (n % 7)))
    const bytes = Y.encodeStateAsUpdate(doc, before)
    await store.commit({ updates: [{ room, bytes }] })
    history.get(room)?.updates.push(textOf(bytes))
    if (n % 40 === 37) {
      const stored = await store.loadRoom(room)
      const state = Y.encodeStateAsUpdate(doc)
      await store.compactRoom(room, state, stored?.lastRow ?? 0)
      history.get(room)?.states.add(textOf(state))
    }
  }
}

const logged = (): Specimen => ({ data: inFile('logged.sqlite') })
const carriedOver = (): Specimen => ({ data: inFile('carriedOver.sqlite') })
const closed = (): Specimen => ({ data: inFile('closed.sqlite') })
const backedUp = (): Specimen => ({ data: inFile('backup.sqlite') })

beforeAll(async () => {
  folder = temporaryFolder()
  const data = inFile('guyub.sqlite')
  const opened = openDataFile(data)
  if (!opened.ok) throw new Error(opened.error.type)
  opened.value.exec('PRAGMA wal_autocheckpoint = 0')
  const store = openSqliteStore(opened.value)
  await write(store)
  // As a crash leaves it: nearly all of it lies in the log.
  copyFileSync(data, logged().data)
  copyFileSync(`${data}-wal`, `${logged().data}-wal`)
  // And a moment later: all of it lies in the file too, which is read only where the log says nothing.
  opened.value.exec('PRAGMA wal_checkpoint(PASSIVE)')
  copyFileSync(data, carriedOver().data)
  copyFileSync(`${data}-wal`, `${carriedOver().data}-wal`)
  await backup(opened.value, backedUp().data)
  await store.close()
  copyFileSync(data, closed().data)
})
afterAll(() => folder.remove())

/** A copy that something has happened to. */
function spoilt({ data }: Specimen, spoil: (data: string) => void): string {
  const patient = inFile('patient')
  rmSync(patient, { recursive: true, force: true })
  mkdirSync(patient)
  const copy = join(patient, 'guyub.sqlite')
  copyFileSync(data, copy)
  if (existsSync(`${data}-wal`)) copyFileSync(`${data}-wal`, `${copy}-wal`)
  spoil(copy)
  return copy
}

function flip(file: string, random: () => number): void {
  const content = readFileSync(file)
  const at = Math.floor(random() * content.length)
  content[at] = (content[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  writeFileSync(file, content)
}

type Outcome = 'whole' | 'earlier' | 'damaged' | 'unreadable' | 'gone'

/** How a room comes out. Fails the test where it holds anything that was never stored, or hides that something is missing. */
async function outcomeOf(
  store: Store,
  room: RoomName,
  hides: 'nothing' | 'the end',
): Promise<Outcome> {
  const truth = history.get(room)
  if (!truth) throw new Error('every room has a history')
  let stored: Awaited<ReturnType<Store['loadRoom']>>
  try {
    stored = await store.loadRoom(room)
  } catch (cause) {
    expect(cause).toBeInstanceOf(DamagedRoom)
    return 'unreadable'
  }
  if (!stored) return 'gone'
  if (stored.state) expect(truth.states).toContain(textOf(stored.state))
  const updates = stored.updates.map(textOf)
  for (const update of updates) expect(truth.updates).toContain(update)

  const doc = new Y.Doc()
  for (const part of [...(stored.state ? [stored.state] : []), ...stored.updates])
    Y.applyUpdate(doc, part)
  expect(doc.store.pendingStructs).toBeNull()
  const content = textOf(Y.encodeStateAsUpdate(doc))
  if (stored.damagedAtMs !== null) return 'damaged'
  const prefixes = prefixesOf(truth.updates)
  expect(prefixes).toContain(content)
  if (content === prefixes.at(-1)) return 'whole'
  expect(hides).toBe('the end')
  return 'earlier'
}

const known = new Map<readonly string[], string[]>()
/** The document after each of its updates. */
function prefixesOf(updates: readonly string[]): string[] {
  const found = known.get(updates)
  if (found) return found
  const doc = new Y.Doc()
  const prefixes = [textOf(Y.encodeStateAsUpdate(doc))]
  for (const update of updates) {
    Y.applyUpdate(doc, Buffer.from(update, 'base64'))
    prefixes.push(textOf(Y.encodeStateAsUpdate(doc)))
  }
  known.set(updates, prefixes)
  return prefixes
}

async function expectTrueSeats(store: Store): Promise<void> {
  const asked = [
    ...seats.map(
      ({ id }) =>
        () =>
          store.seat(id),
    ),
    async () => (await store.capabilityByHash(hashOf(secret)))?.seat ?? null,
  ]
  for (const ask of asked) {
    try {
      const seat = await ask()
      if (seat) expect(seats).toContainEqual(seat)
    } catch (cause) {
      if (cause instanceof Error && 'errcode' in cause) expect(cause.errcode).toBe(11)
      else expect(cause).toBeInstanceOf(DamagedRow)
    }
  }
}

async function examine(
  data: string,
  hides: 'nothing' | 'the end',
): Promise<(Outcome | 'refused')[]> {
  const store = open(data)
  if (!store) return ['refused']
  try {
    const outcomes: Outcome[] = []
    for (const room of history.keys()) outcomes.push(await outcomeOf(store, room, hides))
    // What is damaged stays so called. (Writing into a torn file may tear more of it.)
    for (const [index, room] of [...history.keys()].entries()) {
      const again = await outcomeOf(store, room, hides)
      if (outcomes[index] === 'damaged') expect(again).toMatch(/damaged|unreadable|gone/)
    }
    await expectTrueSeats(store)
    return outcomes
  } finally {
    await store.close().catch(() => {}) // its pages can't be written back: it is thrown away
  }
}

async function many(
  what: string,
  count: number,
  specimen: () => Specimen,
  hides: 'nothing' | 'the end',
  spoil: (data: string, random: () => number, n: number) => void,
): Promise<Record<string, number>> {
  const seed = aSeed()
  const random = randomFrom(seed)
  const tally: Record<string, number> = {}
  for (let n = 0; n < count; n++) {
    try {
      const outcomes = await examine(
        spoilt(specimen(), (data) => spoil(data, random, n)),
        hides,
      )
      for (const outcome of outcomes) tally[outcome] = (tally[outcome] ?? 0) + 1
    } catch (cause) {
      throw new Error(`GUYUB_SEED=${seed}, case ${n}`, { cause })
    }
  }
  counted(`${what}: ${count}, rooms ${JSON.stringify(tally)}`)
  return tally
}

/** A file that is refused shows nothing of what it holds. */
function expectSomeOpened({ whole = 0, earlier = 0, damaged = 0 }: Record<string, number>): void {
  expect(whole + earlier + damaged).toBeGreaterThan(0)
}

describe('what a rotten disk leaves', () => {
  it('is whole where nothing rotted', async () => {
    for (const { data } of [logged(), carriedOver(), closed(), backedUp()]) {
      const outcomes = await examine(
        spoilt({ data }, () => {}),
        'nothing',
      )
      expect(outcomes).toEqual(['whole', 'whole', 'whole', 'whole'])
    }
  })

  it('is a clean beginning where the log is cut anywhere', async () => {
    const tally = await many('log cut', times(50, 500), logged, 'the end', (data, random) =>
      truncateSync(`${data}-wal`, Math.floor(random() * readFileSync(`${data}-wal`).length)),
    )
    expect(tally.earlier).toBeGreaterThan(0)
    expect(tally.damaged).toBeUndefined()
  })

  it.each([
    { what: 'bits of the log', count: 50, specimen: logged },
    { what: 'bits of a log that was carried over', count: 25, specimen: carriedOver },
  ])(
    'is a clean beginning, or called damaged, where a bit of the log is flipped: $what',
    async ({ what, count, specimen }) => {
      expectSomeOpened(
        await many(what, times(count, 1_000), specimen, 'the end', (data, random) =>
          flip(`${data}-wal`, random),
        ),
      )
    },
  )

  it('is all of it, or called damaged, where a bit of the file is flipped', async () => {
    const tally = await many('bits of the file', times(200, 1_000), closed, 'nothing', flip)
    expect(tally.damaged).toBeGreaterThan(0)
    expect(tally.gone).toBeUndefined()
  })

  it('is all of it, or called damaged, where a bit of a backup is flipped', async () => {
    const tally = await many('bits of a backup', times(50, 1_000), backedUp, 'nothing', flip)
    expectSomeOpened(tally)
    expect(tally.gone).toBeUndefined()
  })

  it('is all of it where a column is spelt with a capital', async () => {
    const content = readFileSync(closed().data).toString('latin1')
    const columns = [...content.matchAll(/^\s+([a-z_]+) +(TEXT|BLOB|INTEGER)\b/gm)]
    expect(columns.length).toBeGreaterThan(30)
    for (const [line, column = ''] of columns) {
      const capital = line.replace(column, column[0]?.toUpperCase() + column.slice(1))
      const data = spoilt(closed(), (file) =>
        writeFileSync(file, content.replace(line, capital), 'latin1'),
      )
      expect(await examine(data, 'nothing'), capital).toEqual(['whole', 'whole', 'whole', 'whole'])
    }
  })

  it('is what could be read where the file is cut off', async () => {
    await many('file cut', times(25, 250), closed, 'nothing', (data, random) =>
      truncateSync(data, Math.floor(random() * readFileSync(data).length)),
    )
  })
})
