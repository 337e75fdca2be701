import * as Y from 'yjs'
import type { MadeEdits } from '../edits.ts'
import { openRooms, ROOMS } from '../load.ts'
import { Person } from '../person.ts'
import type { Kind } from '../servers.ts'
import { startServer } from '../servers.ts'
import type { Scale } from './measuring.ts'
import { pause } from './measuring.ts'

/** `kill -9` under load: how many edits that a second person saw are gone afterwards. */
export async function measureKills(kind: Kind, made: readonly MadeEdits[], scale: Scale) {
  let lost = 0
  let seen = 0
  let oldestLostMs = 0
  for (let i = 0; i < scale.kills; i++) {
    const server = await startServer(kind)
    const rooms = await openRooms(server, made)
    const running = rooms.run({ editsPerSecond: 300, cursorsPerSecond: 0, seconds: 2 })
    await pause(600 + ((i * 397) % 1_000))
    await server.kill()
    const killedAt = performance.now()
    const seenAt = rooms.seen()
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
    for (const [name, at] of seenAt) {
      const [client = 0, clock = 0] = name.split(':').map(Number)
      seen++
      if ((heads.get(client) ?? 0) > clock) continue
      lost++
      oldestLostMs = Math.max(oldestLostMs, killedAt - at)
    }
    await server.stop()
  }
  return { kills: scale.kills, seen, lostAfterKill: lost, oldestLostMs }
}
