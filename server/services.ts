import type { Limits, Timing } from './config.ts'
import { Connections } from './connections.ts'
import type { Folding } from './folding.ts'
import type { GroupCommit } from './groupCommit.ts'
import { openGroupCommit } from './groupCommit.ts'
import type { Log } from './log.ts'
import { Metrics, timed } from './metrics.ts'
import type { Rooms } from './rooms.ts'
import { openRooms } from './rooms.ts'
import type { Store } from './store/store.ts'
import type { StoreHealth } from './storeHealth.ts'
import { openStoreHealth } from './storeHealth.ts'

/** What the parts of one running server share. */
export type Services = Surroundings & {
  groupCommit: GroupCommit
  health: StoreHealth
  rooms: Rooms
  connections: Connections
  metrics: Metrics
}

export type Surroundings = {
  store: Store
  folding: Folding
  limits: Limits
  timing: Timing
  /** What the server was told to listen on. */
  host: string
  /** Origin that others reach this server by, without a slash at its end; null: this machine's addresses. */
  publicUrl: string | null
  /** ms since 1970 */
  now(): number
  log: Log
}

/** Whoever opens them closes `health` and `rooms`, and then what they stand on. */
export function openServices(surroundings: Surroundings): Services {
  const { folding, limits, timing, now, log } = surroundings
  const metrics = new Metrics()
  const store = timed(surroundings.store, metrics.commits)
  const health = openStoreHealth({ probe: () => store.probe(), probeMs: timing.probeMs, log })
  const groupCommit = openGroupCommit(store, log, health)
  const rooms = openRooms({ store, groupCommit, folding, limits, timing, log, now })
  const connections = new Connections()
  health.onChange(() => {
    for (const connection of connections.all()) {
      if (health.refuses()) connection.tellDisk()
      else connection.storeRecovered()
    }
  })
  metrics.gauge('guyub_rooms', 'Rooms in memory', () => rooms.count)
  metrics.gauge('guyub_connections', 'Connections that are in', () => connections.count)
  metrics.gauge('guyub_store_refuses', '1 while the disk takes no writes', () =>
    health.refuses() ? 1 : 0,
  )
  return { ...surroundings, store, groupCommit, health, rooms, connections, metrics }
}
