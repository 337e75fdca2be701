import { RefilledCounter } from '../rateLimit.ts'
import type { Services } from '../services.ts'

/**
 * How many requests one address and one workshop may make. Far above what a hall needs, which shares one address: it is
 * there for scripts. Each call counts one. Seconds to wait; 0: go on.
 */
export type Rates = { ofAddress(address: string): number; ofWorkshop(workshop: string): number }

export function openRates({ limits, now }: Services): Rates {
  const counted = () => {
    const counter = new RefilledCounter(limits.requestBurst, limits.requestsPerMinute)
    return (key: string) => {
      const waitSeconds = counter.waitSeconds(key, now())
      if (waitSeconds === 0) counter.count(key, now())
      return waitSeconds
    }
  }
  return { ofAddress: counted(), ofWorkshop: counted() }
}
