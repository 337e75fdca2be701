import { describe, expect, it } from 'vitest'
import { workshopEn } from '../../src/i18n/workshop.en.ts'
import { workshopId } from '../../src/i18n/workshop.id.ts'
import type { Role } from '../../src/model/roles.ts'
import { ROLES } from '../../src/model/roles.ts'
import { API_ERRORS } from '../../src/protocol/api.ts'
import { troubleText } from '../../src/workshop/trouble.ts'

describe.each([
  ['Indonesian', workshopId],
  ['English', workshopEn],
] as const)('in %s', (_language, words) => {
  it('every refusal of the server has words, and only its own fault is called one', () => {
    for (const type of [...API_ERRORS, 'offline', 'badAnswer', 'crowded'] as const) {
      const said = troubleText({ type, retryAfterSeconds: 30 }, words)
      expect(said, type).toMatch(/\p{L}.*\.$/u)
      expect(said === words.trouble.other, type).toBe(type === 'internal')
    }
  })

  it.each(['canvas', 'workshop'] as const)(
    'of a damaged %s the facilitator reads how to mend it, and everybody else whom to tell',
    (what) => {
      const { forFacilitator, forOthers, ...is } = words.trouble.damaged
      const toRole = (role: Role) => troubleText({ type: 'damaged', what }, words, role)
      expect(toRole('facilitator')).toBe(`${is[what]} ${forFacilitator}`)
      expect(forFacilitator).toContain('README')
      for (const role of ROLES.filter((each) => each !== 'facilitator')) {
        expect(toRole(role)).toBe(`${is[what]} ${forOthers}`)
      }
    },
  )
})
