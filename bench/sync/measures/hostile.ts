/** Twenty-five things that nobody should send, each beside two people at work in the same room. */
import * as Y from 'yjs'
import { makeEdits, nameOf } from '../edits.ts'
import type { HostileCase } from '../hostileCases.ts'
import { HOSTILE_CASES } from '../hostileCases.ts'
import { Person } from '../person.ts'
import type { BenchServer, Kind } from '../servers.ts'
import { startServer } from '../servers.ts'
import type { Figures } from './measuring.ts'
import { pause } from './measuring.ts'

const EDITS = 60
const EDIT_EVERY_MS = 15
const PATIENCE_MS = 15_000

/** A case fails where people at work are cut off or not heard, or a newcomer is not given what they wrote. */
export async function measureHostile(kind: Kind): Promise<Figures> {
  let crashes = 0
  let failures = 0
  let stallMs = 0
  let server = await startServer(kind)
  for (const [room, hostile] of HOSTILE_CASES.entries()) {
    const outcome = await beside(server, room, hostile)
    if (outcome.stallMs > 50 || outcome.crashed || outcome.failed) {
      console.log(kind, hostile.what, JSON.stringify(outcome))
    }
    stallMs = Math.max(stallMs, outcome.stallMs)
    if (outcome.crashed) crashes++
    else if (outcome.failed) failures++
    if (!outcome.crashed && !outcome.failed) continue
    await server.stop()
    server = await startServer(kind)
  }
  await server.stop()
  return { hostileCrashes: crashes, hostileFailures: failures, hostileStallMs: stallMs }
}

async function beside(server: BenchServer, room: number, { attack }: HostileCase) {
  const [speakerDoor, listenerDoor, attackerDoor] = await server.doors(room, 3)
  if (!speakerDoor || !listenerDoor || !attackerDoor) throw new Error('too few doors')
  const { client, first, edits } = makeEdits(EDITS)
  /** By the clock of each edit that is not heard yet. */
  const sentAt = new Map<number, number>()
  let stallMs = 0
  const listener = new Person(listenerDoor, {
    update(update) {
      const reached = headIn(update, client)
      for (const [clock, at] of sentAt) {
        if (clock >= reached) continue
        sentAt.delete(clock)
        stallMs = Math.max(stallMs, performance.now() - at)
      }
    },
  })
  const speaker = new Person(speakerDoor)
  const attacker = new Person(attackerDoor)
  await Promise.all([speaker, listener, attacker].map(({ synced }) => synced))
  speaker.update(first)
  await pause(100)

  attack(attacker)
  for (const update of edits) {
    sentAt.set(clockOf(update), performance.now())
    speaker.update(update)
    await pause(EDIT_EVERY_MS)
  }
  const patience = performance.now() + PATIENCE_MS
  while (sentAt.size > 0 && server.isRunning() && performance.now() < patience) await pause(20)
  const heard = sentAt.size === 0
  const cutOff = [speaker, listener].some(({ isOpen }) => !isOpen)
  const crashed = !server.isRunning()
  const failed = cutOff || !heard || !(await givesAll(server, room, client))
  for (const person of [speaker, listener, attacker]) person.close()
  return { crashed, failed, stallMs }
}

const clockOf = (update: Uint8Array): number => Number(nameOf(update)?.split(':')[1])

/** How far an update brings an author; some servers send several edits as one. */
function headIn(update: Uint8Array, client: number): number {
  try {
    return Y.parseUpdateMeta(update).to.get(client) ?? 0
  } catch {
    return 0 // a hostile one that was handed on
  }
}

/** Whether a newcomer gets every edit, and nothing that waits for what never comes. */
async function givesAll(server: BenchServer, room: number, client: number): Promise<boolean> {
  const [door] = server.isRunning() ? await server.doors(room, 1) : []
  if (!door) return false
  const newcomer = new Person(door, {}, true)
  const synced = await Promise.race([newcomer.synced.then(() => true), pause(5_000)])
  newcomer.close()
  if (!synced) return false
  const doc = new Y.Doc()
  try {
    for (const update of newcomer.received) Y.applyUpdate(doc, update)
    doc.getMap('notes').toJSON()
  } catch {
    return false // no device could open this room again
  }
  const { pendingStructs, pendingDs } = doc.store
  // The note itself and its text, and two values an edit.
  return pendingStructs === null && pendingDs === null && Y.getState(doc.store, client) > EDITS * 2
}
