import type { Limits, Timing } from './config.ts'
import type { Connections } from './connections.ts'
import type { GroupCommit } from './groupCommit.ts'
import type { Log } from './log.ts'
import type { Rooms } from './rooms.ts'
import type { Store } from './store/store.ts'
import type { StoreHealth } from './storeHealth.ts'

/** What the parts of one running server share. */
export type Services = {
  store: Store
  groupCommit: GroupCommit
  health: StoreHealth
  rooms: Rooms
  connections: Connections
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
