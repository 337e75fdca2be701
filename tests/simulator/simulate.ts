/** One simulation: people and faults as a seed has it, then everything is mended and must come to rest as it should. */

import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import { openSqliteStore } from '../../server/store/sqliteStore.ts'
import { readCanvas } from '../../src/model/doc/readCanvas.ts'
import { problemsOf } from '../model/doc/wholeCanvas.ts'
import { brokenNotes } from '../support/foreignWork.ts'
import { ACTS, perform } from './acts.ts'
import { Book, markOf } from './books.ts'
import { comeBack, FAULTS, happen, newLink, startServer } from './faults.ts'
import type { SimDevice } from './simDevice.ts'
import type { Tab } from './tab.ts'
import type { Template } from './template.ts'
import { within } from './virtualTime.ts'
import type { Treason } from './world.ts'
import { World } from './world.ts'

export type Outcome = {
  /** Null: everything was as it should be. */
  found: string | null
  lines: readonly string[]
  hash: string
  virtualMs: number
}

/** Of all acts, what people do themselves. */
const PEOPLE = 0.75
const REST_MS = 3_000
const LONGEST_MENDING_MS = 300_000

export async function simulate(
  template: Template,
  seed: number,
  acts: number,
  treason: Treason | null = null,
): Promise<Outcome> {
  const world = new World(seed, template, treason)
  await within(world.time, async () => {
    startServer(world)
    for (const device of world.devices) world.openTab(device)
    await pass(world, 500)
    for (let left = acts; left > 0 && !world.found; left--) {
      await pass(world, world.chance.is(0.4) ? 0 : world.chance.between(0, 600))
      await next(world)
    }
    if (!world.found) await mend(world)
    if (!world.found) await checkAll(world)
  })
  const { found, time } = world
  for (const tab of world.tabs) tab.actor.alive = false
  world.database.close()
  return {
    found: found?.what ?? null,
    lines: found?.lines ?? time.lines,
    hash: time.hash,
    virtualMs: time.nowMs,
  }
}

const pass = (world: World, ms: number): Promise<void> => world.time.passTo(world.time.nowMs + ms)

async function next(world: World): Promise<void> {
  const { chance } = world
  if (!chance.is(PEOPLE)) {
    const fault = chance.weighed(FAULTS)
    await world.time.perform(world.outside, '', () => happen(world, fault))
    return
  }
  const tab = chance.oneOf([...world.tabs].filter((each) => !each.isClosing))
  const edits = tab?.edits
  const work = tab && world.works.get(tab)
  if (!edits || !work || !tab.room.status().loaded) return
  const act = chance.weighed(ACTS)
  await world.time.perform(tab.actor, act, () => {
    const { letters } = world
    const taken = perform({ tab, edits, work, letters, chance }, act)
    if (taken.length > 0 && !tab.cheats)
      world.wrong(`${act} takes others’ work: ${taken.join(', ')}`)
  })
  for (const problem of problemsOf(tab.view)) world.wrong(`${tab.actor.name} shows ${problem}`)
}

/** Everything works again, and everybody is there: after a while all is told. */
async function mend(world: World): Promise<void> {
  world.time.tell(world.outside, 'everything is mended')
  world.server.disk.refuses = false
  for (const device of world.devices) {
    device.disk.refuses = false
    comeBack(world, device)
  }
  const until = world.time.nowMs + LONGEST_MENDING_MS
  let restsSinceMs = Number.POSITIVE_INFINITY
  while (world.time.nowMs < until && !world.found) {
    startServer(world)
    for (const device of world.devices) bringBack(world, device)
    await pass(world, 1_000)
    if (!isAtRest(world)) restsSinceMs = Number.POSITIVE_INFINITY
    else if (restsSinceMs === Number.POSITIVE_INFINITY) restsSinceMs = world.time.nowMs
    else if (world.time.nowMs - restsSinceMs >= REST_MS) return
  }
  if (!world.found) {
    const statuses = [...world.tabs].map(({ status }) => status)
    world.wrong(`it does not come to rest: ${statuses.join('; ')}`)
  }
}

/** To the seat that it was made for, with a link that holds and a tab; who cheats stays away. */
function bringBack(world: World, device: SimDevice): void {
  const isOff = (tab: Tab) => tab.cheats || tab.seat.seat !== device.seat.seat
  for (const tab of world.tabsOf(device)) if (isOff(tab)) world.killTab(tab)
  if (device.link && device.link.seat !== device.seat.seat) device.link = device.seat
  if (device.cheats && world.isViewer(device.seat)) return
  if (world.tabsOf(device).length === 0) world.openTab(device)
  newLink(world, device)
}

function isAtRest(world: World): boolean {
  const isCalm = (tab: Tab) => {
    const { connection, kept, stored, waitingNotes } = tab.room.status()
    const saysAll = connection.type === 'connected' && kept && stored && waitingNotes === 0
    const hasAll = saysAll && tab.device.hasRead(tab.actor)
    return hasAll && !tab.isClosing && world.linesOf(tab.actor).some(({ isCalm }) => isCalm)
  }
  return (
    [...world.tabs].every(isCalm) &&
    world.devices.every(({ disk }) => disk.isIdle) &&
    world.server.disk.isIdle
  )
}

/** What the server's disk holds, read as it would be after a kill, against what everybody has. */
async function checkAll(world: World): Promise<void> {
  world.server.kill()
  const stored = await openSqliteStore(world.database).loadRoom(world.template.room)
  if (!stored) return world.wrong('the room is gone')
  const file = new Book()
  for (const bytes of stored.state ? [stored.state, ...stored.updates] : stored.updates) {
    file.add(bytes)
  }
  const { doc } = file
  const must = (ok: boolean, what: string) => ok || world.wrong(what)
  const view = readCanvas(doc)
  must(doc.store.pendingStructs === null, 'the stored document waits for something')
  const isSame = (other: Y.Doc) => Y.equalSnapshots(Y.snapshot(other), Y.snapshot(doc))
  // After that nobody has what was on no device's disk: what some device has kept comes back.
  if (!world.tailWasLost) {
    must(isSame(world.onDisk.doc), 'of what was committed something is lost')
    for (const problem of world.letters.missingIn(doc, world.lettersOnDisk)) world.wrong(problem)
  }
  for (const [device, marks] of world.kept) {
    const isHome = marks.every((mark) => file.has(mark))
    must(isHome, `${device.name} kept what the server lacks`)
  }
  for (const problem of [...problemsOf(view), ...brokenNotes(doc)]) world.wrong(problem)
  for (const [client, seat] of stored.owners) {
    const known = world.seatOf.get(client)
    must(!known || known.seat === seat, `${client} is taken for ${seat}`)
  }
  const all = markOf(Y.encodeStateAsUpdate(doc))
  for (const tab of world.tabs) {
    const name = tab.actor.name
    // What a lost end of the disk held and only a reader still has stays theirs alone: readers may bring nothing.
    if (world.tailWasLost && world.isViewer(tab.seat)) {
      const theirs = new Book()
      theirs.add(Y.encodeStateAsUpdate(tab.room.doc))
      must(theirs.has(all), `${name} lacks what the server has`)
      continue
    }
    must(isSame(tab.room.doc), `${name} has another document than the server`)
    must(isDeepStrictEqual(tab.view, view), `${name} shows another canvas`)
  }
  doc.destroy()
}
