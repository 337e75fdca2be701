import type { ZoneMessages } from '../../i18n/zones.id.ts'
import type { ZoneId } from '../../model/zones.ts'

/** What a narrow cell is called: who works by voice says the short name that is seen, though the whole one has other words. */
export function nameOnMap({ nickname, short }: ZoneMessages[ZoneId]): string {
  const isPart = nickname.toLowerCase().includes(short.toLowerCase())
  return isPart ? nickname : `${short} (${nickname})`
}
