import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { ApiErrorType } from '../../src/protocol/api.ts'
import type { Holder } from '../access.ts'

/** `refused`: how the API said no. `holder` is there behind `capabilityOnly` and `facilitatorOnly`. */
export type ApiEnv = {
  Bindings: HttpBindings
  Variables: { holder: Holder; refused: ApiErrorType }
}
export type ApiContext = Context<ApiEnv>
