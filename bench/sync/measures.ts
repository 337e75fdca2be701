/** What is measured of each server, each on a process and a folder of its own. */
import * as Y from 'yjs'
import { quantile } from '../figures.ts'
import type { MadeEdits } from './edits.ts'
import { makeEdits, nameOf } from './edits.ts'
import { history } from './history.ts'
import type { LoadFigures } from './load.ts'
import { openRooms, ROOMS } from './load.ts'
import { Person } from './person.ts'
import type { BenchServer, Kind } from './servers.ts'
import { startServer } from './servers.ts'

/** Bytes that an empty board does not have. */
const FULL_BOARD = 1_000

export type Figures = Record<string, number>
export type Scale = { seconds: number; kills: number; rooms: number }

/** The throughput row asks for more than any person sends. */
const NO_RATE_LIMITS = {
  GUYUB_MESSAGES_PER_SECOND: '1000000',
  GUYUB_MESSAGE_BURST: '1000000',
}
const PATIENT_P99_MS = 250
const RATES = [1_000, 2_500, 5_000, 7_500, 10_000, 15_000, 20_000, 30_000, 40_000]

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const opened = ({ socket }: Person) => new Promise((resolve) => socket.once('open', resolve))

async function underLoad(
  kind: Kind,
  made: readonly MadeEdits[],
  load: Parameters<Awaited<ReturnType<typeof openRooms>>['run']>[0],
  env: Record<string, string> = {},
): Promise<LoadFigures> {
  const server = await startServer(kind, { env })
  const rooms = await openRooms(server, made)
  await rooms.run({ ...load, editsPerSecond: Math.min(load.editsPerSecond, 300), seconds: 1 })
  const figures = await rooms.run(load)
  rooms.close()
  await server.stop()
  return figures
}

export async function measureHall(kind: Kind, made: readonly MadeEdits[], { seconds }: Scale) {
  const load = { editsPerSecond: 180, cursorsPerSecond: 900, seconds }
  const { latenciesMs, cpuMs, sent } = await underLoad(kind, made, load)
  return {
    hallP50Ms: quantile(latenciesMs, 0.5),
    hallP99Ms: quantile(latenciesMs, 0.99),
    hallCpuMs: (cpuMs / sent) * 1000,
  }
}

export async function measureEdits(kind: Kind, made: readonly MadeEdits[], { seconds }: Scale) {
  const load = { editsPerSecond: 600, cursorsPerSecond: 0, seconds }
  const { cpuMs, sent, bytesOut } = await underLoad(kind, made, load)
  return { editCpuMs: (cpuMs / sent) * 1000, editBytes: bytesOut / sent }
}

export async function measureMost(kind: Kind, made: readonly MadeEdits[], { seconds }: Scale) {
  let most = 0
  for (const editsPerSecond of RATES) {
    const load = { editsPerSecond, cursorsPerSecond: 0, seconds: Math.min(3, seconds) }
    const { latenciesMs, lost, sent } = await underLoad(kind, made, load, NO_RATE_LIMITS)
    const kept = sent >= editsPerSecond * load.seconds * 0.95
    if (lost > 0 || !kept || quantile(latenciesMs, 0.99) > PATIENT_P99_MS) break
    most = editsPerSecond
  }
  return { mostEdits: most }
}

export async function measureMemory(kind: Kind, scale: Scale): Promise<Figures> {
  const server = await startServer(kind, { rooms: scale.rooms, env: NO_RATE_LIMITS })
  const before = await server.liveKb()
  const idle = await enter(server, scale.rooms, 3)
  await pause(1_500)
  const withPeople = await server.liveKb()
  const { state } = history(5_000)
  for (let room = 0; room < scale.rooms; room++) idle[room * 3]?.update(state)
  await pause(3_000)
  const withRooms = await server.liveKb()
  for (const person of idle) person.close()
  await server.stop()
  return {
    connectionKb: (withPeople - before) / idle.length,
    roomKb: (withRooms - withPeople) / scale.rooms,
  }
}

async function enter(server: BenchServer, rooms: number, people: number): Promise<Person[]> {
  const all: Person[] = []
  for (let room = 0; room < rooms; room++) {
    const doors = await server.doors(room, people)
    const entered = doors.map((door) => new Person(door))
    all.push(...entered)
    await Promise.all(entered.map((each) => (server.kind === 'floor' ? opened(each) : each.synced)))
  }
  return all
}

/** After a restart: what a newcomer is sent, how soon, and whether the board was empty at its first sync. */
export async function measureJoin(kind: Kind, scale: Scale): Promise<Figures> {
  const server = await startServer(kind, { rooms: scale.rooms, env: NO_RATE_LIMITS })
  const { state } = history(5_000)
  const writers = await enter(server, 20, 1)
  for (const writer of writers) writer.update(state)
  await pause(4_000) // Hocuspocus writes after two seconds
  for (const writer of writers) writer.close()
  await pause(500)
  await server.kill()
  await server.restart()
  let bytes = 0
  let empty = 0
  const tookMs: number[] = []
  for (let room = 0; room < 20; room++) {
    const [door] = await server.doors(room, 1)
    if (!door) continue
    const startedAt = performance.now()
    let complete = () => {}
    const isComplete = new Promise<void>((resolve) => {
      complete = resolve
    })
    const newcomer = new Person(door, { update: ({ length }) => length > FULL_BOARD && complete() })
    await newcomer.synced
    if (newcomer.state.length < FULL_BOARD) empty++
    else bytes = newcomer.state.length
    await Promise.race([isComplete, pause(2_000)])
    tookMs.push(performance.now() - startedAt)
    newcomer.close()
  }
  await server.stop()
  return {
    joinBytes: bytes / state.length,
    joinEmpty: empty,
    joinMs: quantile(tookMs, 0.5),
  }
}

/** `kill -9` under load: how many edits that a second person saw are gone afterwards. */
export async function measureKills(kind: Kind, made: readonly MadeEdits[], scale: Scale) {
  let lost = 0
  let seen = 0
  for (let i = 0; i < scale.kills; i++) {
    const server = await startServer(kind)
    const rooms = await openRooms(server, made)
    const running = rooms.run({ editsPerSecond: 300, cursorsPerSecond: 0, seconds: 2 })
    await pause(600 + ((i * 397) % 1_000))
    await server.kill()
    const names = rooms.seen()
    await running
    rooms.close()
    await server.restart()
    const heads = new Map<number, number>()
    const newcomers: Person[] = []
    for (let room = 0; room < ROOMS; room++) {
      const [door] = await server.doors(room, 1)
      if (!door) continue
      newcomers.push(new Person(door, {}, true))
    }
    await Promise.all(newcomers.map(({ synced }) => synced))
    await pause(3_000) // some servers answer first and read afterwards
    for (const newcomer of newcomers) {
      const doc = new Y.Doc()
      for (const update of newcomer.received) Y.applyUpdate(doc, update)
      for (const [client, head] of Y.decodeStateVector(Y.encodeStateVector(doc))) {
        heads.set(client, head)
      }
      doc.destroy()
      newcomer.close()
    }
    for (const name of names) {
      const [client = 0, clock = 0] = name.split(':').map(Number)
      seen++
      if ((heads.get(client) ?? 0) <= clock) lost++
    }
    await server.stop()
  }
  return { seen, lostAfterKill: lost }
}

/** 300 people who are dropped and back at once. */
export async function measureReturn(kind: Kind): Promise<Figures> {
  const people = 10
  const server = await startServer(kind)
  for (const person of await enter(server, ROOMS, people)) person.close()
  await pause(300)
  const doors = (
    await Promise.all(Array.from({ length: ROOMS }, (_, room) => server.doors(room, people)))
  ).flat()
  const startedAt = performance.now()
  const back = doors.map((door) => new Person(door))
  await Promise.all(back.map(({ synced }) => synced))
  const returnMs = performance.now() - startedAt
  for (const person of back) person.close()
  await server.stop()
  return { returnMs }
}

/** Ours alone: a room of 60 live notes after 50,000 edits, and what another room noticed while it was folded. */
export async function measureLongHistory(): Promise<Figures> {
  const edits = 50_000
  const server = await startServer('guyub', { env: NO_RATE_LIMITS })
  const [writerDoor] = await server.doors(0, 1)
  const [here, there] = await server.doors(1, 2)
  if (!writerDoor || !here || !there) throw new Error('no such room')
  const { updates, state, fresh } = history(edits)
  const onWay = new Map<string, number>()
  const delaysMs: number[] = []
  const speaker = new Person(here)
  const listener = new Person(there, {
    update(update) {
      const at = onWay.get(nameOf(update) ?? '')
      if (at !== undefined) delaysMs.push(performance.now() - at)
    },
  })
  const writer = new Person(writerDoor)
  await Promise.all([speaker, listener, writer].map(({ synced }) => synced))
  const own = makeEdits(2_000)
  speaker.update(own.first)
  let said = 0
  const talking = setInterval(() => {
    const update = own.edits[said++ % own.edits.length]
    const name = update && nameOf(update)
    if (!update || !name) return
    onWay.set(name, performance.now())
    speaker.update(update)
  }, 10)
  await pause(2_000)
  const calmMs = delaysMs.splice(0)
  for (let i = 0; i < updates.length; i += 50) {
    for (const update of updates.slice(i, i + 50)) writer.update(update)
    await pause(10)
  }
  await pause(2_000)
  clearInterval(talking)
  const newcomer = new Person(writerDoor)
  await newcomer.synced
  for (const person of [speaker, listener, writer, newcomer]) person.close()
  await server.stop()
  return {
    longJoin: newcomer.state.length / fresh.length,
    longState: newcomer.state.length / state.length,
    calmMs: Math.max(...calmMs),
    calmP99Ms: quantile(calmMs, 0.99),
    stallMs: Math.max(...delaysMs),
    stallP99Ms: quantile(delaysMs, 0.99),
  }
}
