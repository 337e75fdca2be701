import { useMessages } from '../../i18n/useMessages.ts'
import type { ZoneId } from '../../model/zones.ts'
import { isCellId, zoneById } from '../../model/zones.ts'

/** A zone's standard name, as short as the phone needs it; null where it is what it is called anyway. */
export function useStandardName(zone: ZoneId): string | null {
  const { phone, zones } = useMessages()
  if (isCellId(zone)) return phone.strategy.cell(zoneById(zone).abbr)
  const { name, nickname } = zones[zone]
  return name === nickname ? null : name
}
