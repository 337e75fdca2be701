/** How people are told what went wrong when the server was asked. */
import type { WorkshopMessages } from '../i18n/workshop.id.ts'
import type { Role } from '../model/roles.ts'
import type { ApiProblem } from '../sync/api.ts'

/** `crowded`: the server has no place for this connection now. `damaged`: it can't read this from its disk. */
export type Trouble =
  | ApiProblem
  | { type: 'crowded' }
  | { type: 'damaged'; what: 'canvas' | 'workshop' }

/**
 * A sentence or two for troubles that any screen can meet; what a screen knows better, it says itself.
 * @param to Who reads it: most of these screens are the facilitator's.
 */
export function troubleText(
  trouble: Trouble,
  words: WorkshopMessages,
  to: Role = 'facilitator',
): string {
  switch (trouble.type) {
    case 'offline':
      return words.trouble.offline
    case 'storeUnavailable':
      return words.trouble.serverFull
    case 'crowded':
      return words.trouble.crowded
    case 'roomDamaged':
      return damaged('workshop')
    case 'damaged':
      return damaged(trouble.what)
    case 'tooManyTries':
      return words.trouble.tooManyTries(trouble.retryAfterSeconds ?? 60)
    case 'tooManyMembers':
      return words.trouble.tooManyMembers
    case 'tooLarge':
      return words.trouble.tooLarge
    case 'linkUnknown':
    case 'linkRevoked':
      return words.trouble.linkGone
    case 'notAllowed':
      return words.trouble.notAllowed
    case 'notFound':
    case 'codeUnknown':
    case 'seatTaken':
      return words.trouble.gone
    case 'badRequest':
    case 'badAnswer':
    case 'wrongOrigin':
      return words.trouble.outdated
    case 'internal':
      return words.trouble.other
  }

  function damaged(what: 'canvas' | 'workshop'): string {
    const { forFacilitator, forOthers, ...is } = words.trouble.damaged
    return `${is[what]} ${to === 'facilitator' ? forFacilitator : forOthers}`
  }
}
