/** A whole server in this process. `main.ts` runs one; tests run many, each on port 0 with a data file of its own. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { Result } from '../src/model/result.ts'
import { err, ok } from '../src/model/result.ts'
import { api } from './api/api.ts'
import type { ApiEnv } from './api/context.ts'
import { openControl } from './backup/control.ts'
import type { BackupPlan } from './backup/schedule.ts'
import { scheduleBackups } from './backup/schedule.ts'
import type { Limits, Timing } from './config.ts'
import { DEFAULT_LIMITS, DEFAULT_TIMING } from './config.ts'
import { openFolding } from './folding.ts'
import type { Log } from './log.ts'
import { probes } from './probes.ts'
import { sampledLog } from './sampledLog.ts'
import { securityHeaders } from './securityHeaders.ts'
import { openServices } from './services.ts'
import { staticFiles } from './staticFiles.ts'
import type { DataFileError } from './store/dataFile.ts'
import type { Store } from './store/store.ts'
import { openStoreThread } from './store/storeThread.ts'
import { openSyncSocket } from './syncSocket.ts'

export type ServerOptions = {
  /** 0: any free one. */
  port: number
  host: string
  /** Path of the SQLite file; made, with its folder, where there is none. */
  data: string
  publicUrl?: string | null
  limits?: Partial<Limits>
  timing?: Partial<Timing>
  log?: Log
  now?: () => number
  /** By itself, each so often; null: none. */
  backups?: BackupPlan | null
  /** Whoever says it may read figures from elsewhere. */
  metricsToken?: string | null
  /** The built app. */
  appFolder?: string
  /** What stands between server and database, for tests that make it fail. */
  wrapStore?: (store: Store) => Store
}

export type RunningServer = {
  port: number
  /** For this machine itself: `http://127.0.0.1:<port>`. */
  origin: string
  store: Store
  /** Stops accepting, writes down what was accepted, closes connections with 4503 and the file with a checkpoint. */
  close(): Promise<void>
}

export type StartError =
  | { type: 'dataFile'; error: DataFileError }
  | { type: 'portTaken' }
  | { type: 'cannotListen'; cause: Error }

/** How long requests that are under way may take when the server stops. */
const LAST_ANSWERS_MS = 1_000

const DIST = fileURLToPath(new URL('../dist', import.meta.url))

/** @throws Error naming what is wrong, where `tryStartServer` would return it. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const started = await tryStartServer(options)
  if (!started.ok) throw new Error(`the server did not start: ${started.error.type}`)
  return started.value
}

export async function tryStartServer(
  options: ServerOptions,
): Promise<Result<RunningServer, StartError>> {
  const { now = Date.now, publicUrl = null, metricsToken = null } = options
  const { wrapStore = (store) => store } = options
  const log = sampledLog(options.log ?? (() => {}), now)
  const timing = { ...DEFAULT_TIMING, ...options.timing }
  // The port first: a start that fails on it leaves no file behind. From here to the last line that hangs something on the
  // server nothing is awaited, so nobody who connects meanwhile is missed: whoever comes early waits for the store.
  const server = createServer(patienceWith(timing))
  const listening = await listen(server, options)
  if (!listening.ok) return listening
  const { port } = listening.value
  const thread = openStoreThread(options.data, (damage) =>
    log({ level: 'error', event: 'roomDamaged', ...damage }),
  )
  const store = wrapStore(thread.store)
  const folding = openFolding(log)
  const services = openServices({
    store,
    folding,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    timing,
    host: options.host,
    publicUrl,
    now,
    log,
  })
  const { groupCommit, health, rooms } = services

  let isOpen = false
  let closing: Promise<void> | null = null
  const stage = () => (closing ? 'stopping' : isOpen ? 'serving' : 'starting')
  const app = new Hono<ApiEnv>()
    .use(securityHeaders)
    .route('/', probes({ ...services, stage, metricsToken }))
    .route('/api', api(services))
    .route('/', staticFiles(options.appFolder ?? DIST))
  server.on('request', getRequestListener(app.fetch))
  const sync = openSyncSocket(server, services)

  const beside: { close(): Promise<void> }[] = []
  const close = async () => {
    const answered = new Promise<void>((resolve) => server.close(() => resolve()))
    sync.refuseNew()
    // What was accepted is on disk, relayed and receipted before anybody is sent away.
    await groupCommit.settled().catch(() => {})
    await Promise.all([sync.close(), Promise.race([answered, patience(LAST_ANSWERS_MS)])])
    server.closeAllConnections()
    await groupCommit.settled().catch(() => {})
    for (const each of beside) await each.close()
    health.close()
    await rooms.close()
    await folding.close()
    await store.close()
  }

  const opened = await thread.opened
  if (!opened.ok) {
    await close()
    return err({ type: 'dataFile', error: opened.error })
  }
  isOpen = true
  const { backups, data } = options
  if (backups) beside.push(scheduleBackups({ store, plan: backups, log, now }))
  beside.push(await openControl({ data, log, backup: (file) => store.backup(file) }))

  return ok({
    port,
    origin: `http://127.0.0.1:${port}`,
    store,
    close() {
      closing ??= close()
      return closing
    },
  })
}

/** Half a request costs a socket: whoever dawdles over one is answered 408 and gone. */
const patienceWith = ({ requestHeadMs, requestMs }: Timing) => ({
  headersTimeout: requestHeadMs,
  requestTimeout: requestMs,
  connectionsCheckingInterval: Math.min(requestHeadMs, 5_000),
})

const patience = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms).unref())

function listen(
  server: ReturnType<typeof createServer>,
  { port, host }: ServerOptions,
): Promise<Result<AddressInfo, StartError>> {
  return new Promise((resolve) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      resolve(
        err(cause.code === 'EADDRINUSE' ? { type: 'portTaken' } : { type: 'cannotListen', cause }),
      ),
    )
    server.listen(port, host, () => resolve(ok(server.address() as AddressInfo)))
  })
}
