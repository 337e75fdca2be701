import type { Role } from '../model/roles.ts'
import type { KeptSeat } from '../storage/device.ts'
import type { Trouble } from './trouble.ts'

/** Why a link, a page or a workshop doesn't open; `LinkProblem` says so and what to do. */
export type Problem =
  /** Its end is missing, as when a link is copied by hand. */
  | { type: 'incomplete'; shown: string }
  | { type: 'unknown' }
  /** `waiting`: notes of this device that the server never received; `onSee` opens what is kept here. */
  | { type: 'revoked'; seat: KeptSeat; waiting: number; onSee: (() => void) | null }
  | { type: 'revokedElsewhere' }
  | { type: 'offline'; what: 'canvas' | 'workshop' | 'page'; onRetry(): void }
  | { type: 'outdated' }
  | { type: 'missing' }
  | { type: 'workshopNotHere' }
  /** `to`: who reads it. */
  | { type: 'trouble'; trouble: Trouble; to: Role; onRetry(): void }
