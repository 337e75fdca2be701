import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Holder } from '../access.ts'

/** `holder` is there behind `capabilityOnly` and `facilitatorOnly`. */
export type ApiEnv = { Bindings: HttpBindings; Variables: { holder: Holder } }
export type ApiContext = Context<ApiEnv>
