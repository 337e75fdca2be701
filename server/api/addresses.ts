import { Hono } from 'hono'
import { reachableAddresses } from '../addresses.ts'
import type { Services } from '../services.ts'
import type { ApiEnv } from './context.ts'

/** The port is the one the request was addressed to: before a container's or a proxy's own it is the one others use. */
export const addressRoutes = ({ host, publicUrl }: Services): Hono<ApiEnv> =>
  new Hono<ApiEnv>().get('/addresses', (c) => {
    const port = Number(new URL(c.req.url).port || 80)
    return c.json(reachableAddresses({ port, host, publicUrl }))
  })
