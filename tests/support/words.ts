/** What screens say, from the catalogues themselves, so that one story can be told in either language. */
import { shortName } from '../../src/board/shortName.ts'
import { en } from '../../src/i18n/en.ts'
import { facilitatorEn } from '../../src/i18n/facilitator.en.ts'
import { facilitatorId } from '../../src/i18n/facilitator.id.ts'
import { id } from '../../src/i18n/id.ts'
import { printEn } from '../../src/i18n/print.en.ts'
import { printId } from '../../src/i18n/print.id.ts'
import type { ZoneId } from '../../src/model/zones.ts'

export const WORDS = {
  id: { ...id, facilitator: facilitatorId, print: printId },
  en: { ...en, facilitator: facilitatorEn, print: printEn },
}
export type Words = (typeof WORDS)['id']

/** What stands over a zone. */
export const zoneName = (words: Words, zone: ZoneId): string => shortName(words.zones[zone].name)

/** Names that begin so, in whichever language the screen has. */
export const either = (name: (words: Words) => string): RegExp =>
  new RegExp(`^(${Object.values(WORDS).map(name).map(escaped).join('|')})`)

/** Takes a sentence as it stands, in a pattern. */
export const escaped = (sentence: string): string => sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
