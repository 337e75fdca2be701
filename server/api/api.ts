/** The JSON API: see the table in src/protocol/api.ts. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ApiErrorType } from '../../src/protocol/api.ts'
import { isOfTheDisk, StoreUnavailable } from '../groupCommit.ts'
import { isOwnOrigin } from '../origin.ts'
import { remoteAddress } from '../remoteAddress.ts'
import type { Services } from '../services.ts'
import { DamagedRoom, DamagedRow } from '../store/store.ts'
import { addressRoutes } from './addresses.ts'
import { guards } from './bearer.ts'
import { capabilityRoutes } from './capabilities.ts'
import type { ApiEnv } from './context.ts'
import { joinRoutes } from './join.ts'
import { openRates } from './rates.ts'
import { refuse } from './respond.ts'
import { seatRoutes } from './seats.ts'
import { sessionRoutes } from './session.ts'
import { workshopRoutes } from './workshops.ts'

/** Room for 500 members with the longest names in Javanese script. */
const MAX_BODY_BYTES = 512 * 1024

export function api(services: Services): Hono<ApiEnv> {
  const rates = openRates(services)
  const guard = guards(services, rates)
  const app = new Hono<ApiEnv>()
    .use(async (c, next) => {
      await next()
      const refused = c.get('refused')
      if (refused) services.metrics.refusedRequests.add(refused)
    })
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-store')
      return isOwnOrigin(c.env.incoming, services.publicUrl) ? next() : refuse(c, 'wrongOrigin')
    })
    .use(async (c, next) => {
      const waitSeconds = rates.ofAddress(remoteAddress(c.env.incoming))
      return waitSeconds > 0 ? refuse(c, 'tooManyTries', waitSeconds) : next()
    })
    .use(async (c, next) => {
      const writes = c.req.method !== 'GET' && services.health.refuses()
      return writes ? refuse(c, 'storeUnavailable') : next()
    })
    .use(
      bodyLimit({
        maxSize: MAX_BODY_BYTES,
        onError(c) {
          // The rest of the body is never read, so this connection can carry nothing more.
          c.header('Connection', 'close')
          return refuse(c, 'tooLarge')
        },
      }),
    )
    .route('/', workshopRoutes(services))
    .route('/', joinRoutes(services, guard, rates))
    .route('/', addressRoutes(services))
    .route('/', sessionRoutes(services, guard))
    .route('/', seatRoutes(services, guard))
    .route('/', capabilityRoutes(services, guard))
    .all('*', (c) => refuse(c, 'notFound'))
  app.onError((error, c) => {
    const refused = refusalFor(error)
    // What goes past the commits tells of the disk here.
    if ('errcode' in error && isOfTheDisk(error)) services.health.failed(error)
    services.log({
      level: 'error',
      event: refused === 'internal' ? 'requestFailed' : 'storeFailed',
      path: c.req.routePath,
      reason: error.message,
    })
    return refuse(c, refused)
  })
  return app
}

function refusalFor(error: Error): ApiErrorType {
  if (error instanceof DamagedRoom || error instanceof DamagedRow) return 'roomDamaged'
  // SQLite's own errors have a number, also once they have crossed over from the store's thread.
  const isOfTheStore = error instanceof StoreUnavailable || 'errcode' in error
  return isOfTheStore ? 'storeUnavailable' : 'internal'
}
