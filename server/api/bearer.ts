/** Who asks: `Authorization: Bearer <capability>`. */
import { createMiddleware } from 'hono/factory'
import { findHolder } from '../access.ts'
import { WindowCounter } from '../rateLimit.ts'
import { remoteAddress } from '../remoteAddress.ts'
import type { Services } from '../services.ts'
import type { ApiEnv } from './context.ts'
import type { Rates } from './rates.ts'
import { refuse } from './respond.ts'

const BEARER = /^Bearer +(\S+)$/i

export function guards(services: Services, rates: Rates) {
  const { store, limits, now } = services
  const failures = new WindowCounter(limits.linkFailuresPerMinute, 60_000)

  /**
   * A capability that holds gets in whatever failed before: a whole hall shares one address. It is looked up once the body
   * is here, for a body can be made to last: a link taken back meanwhile would still do what it had begun.
   */
  const capabilityOnly = createMiddleware<ApiEnv>(async (c, next) => {
    const token = BEARER.exec(c.req.header('Authorization') ?? '')?.[1] ?? ''
    await c.req.text().catch(() => '') // broken off: whoever reads it next says so
    const holder = await findHolder(store, token)
    if (holder.ok) {
      const waitSeconds = rates.ofWorkshop(holder.value.seat.workshop)
      if (waitSeconds > 0) return refuse(c, 'tooManyTries', waitSeconds)
      c.set('holder', holder.value)
      return next()
    }
    const from = remoteAddress(c.env.incoming)
    const waitSeconds = failures.waitSeconds(from, now())
    if (waitSeconds > 0) return refuse(c, 'tooManyTries', waitSeconds)
    failures.count(from, now())
    return refuse(c, holder.error.type)
  })

  const facilitatorOnly = createMiddleware<ApiEnv>(async (c, next) =>
    c.get('holder').seat.role === 'facilitator' ? next() : refuse(c, 'notAllowed'),
  )

  return { capabilityOnly, facilitatorOnly }
}
export type Guards = ReturnType<typeof guards>
