/** What those ask who run a server: is it alive, may people be sent to it, what does it do. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import type { ApiEnv } from './api/context.ts'
import { isFromThisMachine } from './remoteAddress.ts'
import type { Services } from './services.ts'

type ProbesContext = Pick<Services, 'health' | 'metrics'> & {
  /** While it starts, whoever comes waits until the data file is open. */
  stage(): 'starting' | 'serving' | 'stopping'
  /** With it figures are told elsewhere too; null: on this machine only. */
  metricsToken: string | null
}

export function probes({ health, metrics, stage, metricsToken }: ProbesContext): Hono<ApiEnv> {
  const mayRead = (c: Context<ApiEnv>): boolean =>
    isFromThisMachine(c.env.incoming) ||
    (metricsToken !== null && isSame(c.req.header('Authorization') ?? '', `Bearer ${metricsToken}`))

  return new Hono<ApiEnv>()
    .get('/healthz', asOfNow, (c) => c.text('ok\n'))
    .get('/readyz', asOfNow, (c) => {
      if (stage() !== 'serving') return c.text(`not ready: ${stage()}\n`, 503)
      if (health.refuses()) return c.text('not ready: the disk takes no writes\n', 503)
      return c.text('ready\n')
    })
    .get('/metrics', asOfNow, async (c) => {
      // To anybody else it is not there: what a hall does is not everybody's business.
      if (!mayRead(c)) return c.text('not found\n', 404)
      return c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType })
    })
}

const asOfNow: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
}

/** In the same time wherever they differ. */
const isSame = (said: string, wanted: string): boolean => timingSafeEqual(hash(said), hash(wanted))
const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
