import { useMessages } from '../i18n/useMessages.ts'
import type { QuadrantId, ZoneId } from '../model/zones.ts'

/** What of a block is worth taking into a quadrant; nothing for those that seldom feed it. */
export function useWhyFed(quadrant: QuadrantId, block: ZoneId): string | undefined {
  const why: Partial<Record<ZoneId, string>> = useMessages().fedBy[quadrant]
  return why[block]
}
