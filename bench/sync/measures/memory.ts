/** What people and rooms cost while they are there, and what is left of a room that everybody has left. */
import { history } from '../history.ts'
import { Person } from '../person.ts'
import type { Kind } from '../servers.ts'
import { startServer } from '../servers.ts'
import type { Figures, Scale } from './measuring.ts'
import { enter, NO_RATE_LIMITS, pause } from './measuring.ts'

/** Some write after two seconds, and we forget a room after ten. */
const FORGOTTEN_MS = 13_000
/** The first rooms fill what stays for good: compiled code, pools, caches. */
const ROOMS_BEFORE = 10

export async function measureMemory(kind: Kind, scale: Scale): Promise<Figures> {
  const server = await startServer(kind, { rooms: scale.rooms, env: NO_RATE_LIMITS })
  const before = await server.liveKb()
  const idle = await enter(server, scale.rooms, 3)
  await pause(1_500)
  const withPeople = await server.liveKb()
  const connectionKb = (withPeople - before) / idle.length
  if (kind === 'floor') {
    // It keeps no rooms.
    for (const person of idle) person.close()
    await server.stop()
    return { connectionKb }
  }
  const { state } = history(5_000)
  for (let room = 0; room < scale.rooms; room++) idle[room * 3]?.update(state)
  await pause(3_000)
  const withRooms = await server.liveKb()
  for (const person of idle) person.close()
  await server.stop()
  return {
    connectionKb,
    roomKb: (withRooms - withPeople) / scale.rooms,
  }
}

/** One after another comes, leaves a whole canvas and goes. */
export async function measureAbandoned(kind: Kind, scale: Scale): Promise<Figures> {
  const server = await startServer(kind, { rooms: scale.rooms, env: NO_RATE_LIMITS })
  const { state } = history(5_000)
  const visit = async (from: number, to: number) => {
    for (let room = from; room < to; room++) {
      const [door] = await server.doors(room, 1)
      if (!door) continue
      const visitor = new Person(door)
      await visitor.synced
      visitor.update(state)
      await pause(150)
      visitor.close()
    }
    await pause(FORGOTTEN_MS)
    return server.liveKb()
  }
  const before = await visit(0, ROOMS_BEFORE)
  const after = await visit(ROOMS_BEFORE, scale.rooms)
  await server.stop()
  return { abandonedKb: (after - before) / (scale.rooms - ROOMS_BEFORE) }
}
