/**
 * The JSON API, as both sides decode it from `unknown`. A capability goes as `Authorization: Bearer <token>`; join codes
 * and capabilities never stand in a path or a query.
 *
 *   POST   /api/workshops                create                      -> Created
 *   POST   /api/samples                  private copy of the sample  -> Created
 *   GET    /api/session                  what my capability opens    -> Session              (any capability)
 *   GET    /api/seats                    roster with link states     -> SeatList             (facilitator)
 *   POST   /api/seats                    add members                 -> SeatList             (facilitator)
 *   PATCH  /api/seats/:seat              name, business              -> SeatList             (facilitator)
 *   POST   /api/seats/:seat/capabilities mint a further link         -> Minted               (facilitator)
 *   DELETE /api/seats/:seat/capabilities revoke all of a seat's      -> SeatList             (facilitator)
 *   DELETE /api/capabilities/:id         revoke one                  -> SeatList             (facilitator)
 *   POST   /api/facilitators             a further facilitator       -> Minted               (facilitator)
 *   POST   /api/join-code                renew, open or close it     -> JoinCodeState        (facilitator)
 *   POST   /api/join                     names nobody has taken      -> JoinOffer            (join code in the body)
 *   POST   /api/join/claim               take one                    -> Minted               (join code in the body)
 *   GET    /api/addresses                where others reach this     -> Addresses            (anybody)
 *   GET    /healthz, /readyz, /metrics   for whoever watches over it (server/probes.ts)
 *
 * A refusal is `{ error: ApiErrorType, ... }` with a fitting status.
 */
import * as v from 'valibot'
import type { CanvasId, SeatId, WorkshopId } from '../model/ids.ts'
import { LIMITS } from '../model/limits.ts'
import { ROLES } from '../model/roles.ts'
import { cleanLine } from '../model/text.ts'
import { isIsoDay } from '../model/workshop.ts'
import { isCapability } from './capability.ts'
import type { JoinCode } from './joinCode.ts'
import { parseJoinCode } from './joinCode.ts'

const line = (maxLength: number) =>
  v.pipe(v.string(), v.transform(cleanLine), v.maxLength(maxLength))
const id = <T extends string>() =>
  v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9]{16,32}$/),
    v.transform((text) => text as T),
  )
const language = v.picklist(['id', 'en'])
const isoDay = v.union([v.literal(''), v.pipe(v.string(), v.check(isIsoDay))])

const memberLineSchema = v.object({
  /** Empty while it is not known whose business this is. */
  name: line(LIMITS.nameLength),
  business: line(LIMITS.businessLength),
})
const memberLines = v.pipe(v.array(memberLineSchema), v.maxLength(LIMITS.rosterLines))

export const createWorkshopSchema = v.object({
  title: v.pipe(line(LIMITS.titleLength), v.nonEmpty()),
  place: line(LIMITS.placeLength),
  date: isoDay,
  facilitatorName: line(LIMITS.nameLength),
  members: memberLines,
})
export type CreateWorkshop = v.InferOutput<typeof createWorkshopSchema>

export const createSampleSchema = v.object({ language })
export const addMembersSchema = v.object({ members: v.pipe(memberLines, v.minLength(1)) })
export const renameSeatSchema = v.object({
  name: v.optional(line(LIMITS.nameLength)),
  business: v.optional(line(LIMITS.businessLength)),
})
export const addFacilitatorSchema = v.object({ name: line(LIMITS.nameLength) })
/** `renew`: another word and digits; the old code stops working. */
export const changeJoinCodeSchema = v.object({ action: v.picklist(['renew', 'open', 'close']) })

const joinCode = v.pipe(
  v.string(),
  v.maxLength(40),
  v.transform(parseJoinCode),
  v.check((code) => code !== null),
  v.transform((code) => code as JoinCode),
)
export const joinSchema = v.object({ code: joinCode })
export const claimSchema = v.object({ code: joinCode, seat: id<SeatId>() })

const capability = v.pipe(v.string(), v.check(isCapability))

/** Limits of this server that a client keeps too, so that it is never refused over them. */
const shownLimitsSchema = v.object({
  documentBytes: v.number(),
  membersInWorkshop: v.number(),
})
export type ShownLimits = v.InferOutput<typeof shownLimitsSchema>

const keySchema = v.object({
  seat: id<SeatId>(),
  role: v.picklist(ROLES),
  /** The secret itself: the only moment the server knows it. */
  capability,
})

export const mintedSchema = v.object({
  ...keySchema.entries,
  /** As the seat list names it. */
  id: id<string>(),
})
export type Minted = v.InferOutput<typeof mintedSchema>

export const createdSchema = v.object({
  workshop: id<WorkshopId>(),
  ...keySchema.entries,
  limits: shownLimitsSchema,
})
export type Created = v.InferOutput<typeof createdSchema>

export const sessionSchema = v.object({
  workshop: id<WorkshopId>(),
  seat: id<SeatId>(),
  role: v.picklist(ROLES),
  /** The one canvas of a seat that is not a facilitator's. */
  canvas: v.nullable(id<CanvasId>()),
  name: v.string(),
  business: v.string(),
  title: v.string(),
  example: v.boolean(),
  limits: shownLimitsSchema,
})
export type Session = v.InferOutput<typeof sessionSchema>

export const joinCodeStateSchema = v.object({
  code: v.pipe(
    v.string(),
    v.transform((code) => code as JoinCode),
  ),
  open: v.boolean(),
  /** ms since 1970 */
  expiresAtMs: v.number(),
})
export type JoinCodeState = v.InferOutput<typeof joinCodeStateSchema>

const capabilityStateSchema = v.object({
  /** Names the capability for revoking it; not the secret, nor derived from it. */
  id: id<string>(),
  createdAtMs: v.number(),
  lastUsedAtMs: v.nullable(v.number()),
  /** True for the capability that asks: revoking it would lock this device out. */
  own: v.boolean(),
})

const seatStateSchema = v.object({
  seat: id<SeatId>(),
  role: v.picklist(ROLES),
  name: v.string(),
  business: v.string(),
  canvas: v.nullable(id<CanvasId>()),
  joinedAtMs: v.nullable(v.number()),
  /** Live ones only. */
  capabilities: v.array(capabilityStateSchema),
})
export type SeatState = v.InferOutput<typeof seatStateSchema>

export const seatListSchema = v.object({
  seats: v.array(seatStateSchema),
  joinCode: joinCodeStateSchema,
  limits: shownLimitsSchema,
})
export type SeatList = v.InferOutput<typeof seatListSchema>

export const joinOfferSchema = v.object({
  title: v.string(),
  example: v.boolean(),
  free: v.array(v.object({ seat: id<SeatId>(), name: v.string(), business: v.string() })),
  /** How many names somebody has taken already. */
  taken: v.number(),
})
export type JoinOffer = v.InferOutput<typeof joinOfferSchema>

export const addressesSchema = v.object({
  /** Origins that others can reach, best first; never localhost. Empty when this machine is in no network. */
  reachable: v.array(v.object({ origin: v.string(), label: v.string() })),
  /** True when `--public-url` says it: nothing to choose. */
  fixed: v.boolean(),
})
export type Addresses = v.InferOutput<typeof addressesSchema>

export const API_ERRORS = [
  'badRequest',
  'linkUnknown',
  'linkRevoked',
  'notAllowed',
  'notFound',
  'codeUnknown',
  'seatTaken',
  'tooManyMembers',
  'tooManyTries',
  'tooLarge',
  'wrongOrigin',
  'storeUnavailable',
  /** What the server kept of this workshop's plan can't be read. */
  'roomDamaged',
  'internal',
] as const
export type ApiErrorType = (typeof API_ERRORS)[number]
export const apiErrorSchema = v.object({
  error: v.picklist(API_ERRORS),
  /** When trying again makes sense, in seconds. */
  retryAfterSeconds: v.optional(v.number()),
})
