/** Coming in after a restart. */
import { quantile } from '../../figures.ts'
import { history } from '../history.ts'
import { Person } from '../person.ts'
import type { Kind } from '../servers.ts'
import { startServer } from '../servers.ts'
import type { Figures, Scale } from './measuring.ts'
import { enter, NO_RATE_LIMITS, pause } from './measuring.ts'

/** Bytes that an empty board does not have. */
const FULL_BOARD = 1_000

/** What a newcomer is sent, and after a restart how soon, and whether the board was empty at its first sync. */
export async function measureJoin(kind: Kind, scale: Scale): Promise<Figures> {
  const server = await startServer(kind, { rooms: scale.rooms, env: NO_RATE_LIMITS })
  const { state } = history(5_000)
  const writers = await enter(server, 20, 1)
  for (const writer of writers) writer.update(state)
  await pause(4_000) // Hocuspocus writes after two seconds
  for (const writer of writers) writer.close()
  await pause(500)
  const [warmDoor] = await server.doors(0, 1)
  if (!warmDoor) throw new Error('no such room')
  const warm = new Person(warmDoor)
  await warm.synced
  await pause(500)
  const joinBytes = warm.state.length / state.length
  warm.close()
  await server.kill()
  await server.restart()
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
    await Promise.race([isComplete, pause(2_000)])
    tookMs.push(performance.now() - startedAt)
    newcomer.close()
  }
  await server.stop()
  return {
    joinBytes,
    joinEmpty: empty,
    joinMs: quantile(tookMs, 0.5),
  }
}
