import { Hono } from 'hono'
import { reachableAddresses } from '../addresses.ts'
import type { Services } from '../services.ts'
import type { ApiEnv } from './context.ts'

/** The port is the one the request came in by: behind a container's own port it is the one that others use. */
export const addressRoutes = ({ publicUrl }: Services): Hono<ApiEnv> =>
  new Hono<ApiEnv>().get('/addresses', (c) =>
    c.json(reachableAddresses(c.env.incoming.socket.localPort ?? 80, publicUrl)),
  )
