/** The JSON API as a typed client. Every answer is decoded; every failure is returned, told apart by its `type`. */
import * as v from 'valibot'
import type { SeatId } from '../model/ids.ts'
import type { Result } from '../model/result.ts'
import { err, ok } from '../model/result.ts'
import type { Language } from '../model/workshop.ts'
import type {
  Addresses,
  ApiErrorType,
  Created,
  CreateWorkshop,
  JoinCodeState,
  JoinOffer,
  Minted,
  SeatList,
  Session,
} from '../protocol/api.ts'
import {
  addressesSchema,
  apiErrorSchema,
  createdSchema,
  joinCodeStateSchema,
  joinOfferSchema,
  mintedSchema,
  seatListSchema,
  sessionSchema,
} from '../protocol/api.ts'

export type ApiProblem =
  | { type: ApiErrorType; retryAfterSeconds?: number }
  /** The server did not answer, or not in time. */
  | { type: 'offline' }
  /** Something answered that is not our server, or is of another age. */
  | { type: 'badAnswer' }

export type Answer<T> = Promise<Result<T, ApiProblem>>

type MemberLine = { name: string; business: string }

/** `capability` is the caller's own; what it may do is the server's to say. */
export type Api = {
  createWorkshop(wanted: CreateWorkshop): Answer<Created>
  createSample(language: Language): Answer<Created>
  session(capability: string): Answer<Session>
  seats(capability: string): Answer<SeatList>
  addMembers(capability: string, members: readonly MemberLine[]): Answer<SeatList>
  renameSeat(capability: string, seat: SeatId, to: Partial<MemberLine>): Answer<SeatList>
  mintLink(capability: string, seat: SeatId): Answer<Minted>
  /** Revokes every link of a seat. */
  revokeSeat(capability: string, seat: SeatId): Answer<SeatList>
  /** Revokes one link, by the id that the list of seats gives it. */
  revokeCapability(capability: string, id: string): Answer<SeatList>
  addFacilitator(capability: string, name: string): Answer<Minted>
  changeJoinCode(capability: string, action: 'renew' | 'open' | 'close'): Answer<JoinCodeState>
  /** @param code As typed. */
  join(code: string): Answer<JoinOffer>
  claim(code: string, seat: SeatId): Answer<Minted>
  addresses(): Answer<Addresses>
}

type Request = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  capability?: string
  body?: unknown
}

const PATIENCE_MS = 15_000

export function createApi(options: { origin: string; fetch?: typeof fetch }): Api {
  const ask = async <S extends v.GenericSchema>(
    schema: S,
    request: Request,
  ): Answer<v.InferOutput<S>> => {
    const answer = await send(options.fetch ?? globalThis.fetch, options.origin, request)
    if (!answer) return err({ type: 'offline' })
    const parsed = v.safeParse(answer.ok ? schema : apiErrorSchema, answer.body)
    if (!parsed.success) return err({ type: 'badAnswer' })
    if (answer.ok) return ok(parsed.output as v.InferOutput<S>)
    const { error, ...rest } = parsed.output as v.InferOutput<typeof apiErrorSchema>
    return err({ type: error, ...rest })
  }
  const get = <S extends v.GenericSchema>(schema: S, path: string, capability?: string) =>
    ask(schema, { method: 'GET', path, capability })
  const post = <S extends v.GenericSchema>(
    schema: S,
    path: string,
    body: unknown,
    capability?: string,
  ) => ask(schema, { method: 'POST', path, body, capability })

  return {
    createWorkshop: (wanted) => post(createdSchema, '/api/workshops', wanted),
    createSample: (language) => post(createdSchema, '/api/samples', { language }),
    session: (capability) => get(sessionSchema, '/api/session', capability),
    seats: (capability) => get(seatListSchema, '/api/seats', capability),
    addMembers: (capability, members) =>
      post(seatListSchema, '/api/seats', { members }, capability),
    renameSeat: (capability, seat, to) =>
      ask(seatListSchema, { method: 'PATCH', path: `/api/seats/${seat}`, body: to, capability }),
    mintLink: (capability, seat) =>
      post(mintedSchema, `/api/seats/${seat}/capabilities`, {}, capability),
    revokeSeat: (capability, seat) =>
      ask(seatListSchema, {
        method: 'DELETE',
        path: `/api/seats/${seat}/capabilities`,
        capability,
      }),
    revokeCapability: (capability, id) =>
      ask(seatListSchema, { method: 'DELETE', path: `/api/capabilities/${id}`, capability }),
    addFacilitator: (capability, name) =>
      post(mintedSchema, '/api/facilitators', { name }, capability),
    changeJoinCode: (capability, action) =>
      post(joinCodeStateSchema, '/api/join-code', { action }, capability),
    join: (code) => post(joinOfferSchema, '/api/join', { code }),
    claim: (code, seat) => post(mintedSchema, '/api/join/claim', { code, seat }),
    addresses: () => get(addressesSchema, '/api/addresses'),
  }
}

/** Null where nobody answered in time. `body` is undefined where the answer is no JSON. */
async function send(
  fetch: typeof globalThis.fetch,
  origin: string,
  { method, path, capability, body }: Request,
): Promise<{ ok: boolean; body: unknown } | null> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS)
  try {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        ...(capability && { authorization: `Bearer ${capability}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: abort.signal,
    })
    const text = await response.text()
    return { ok: response.ok, body: parseJson(text) }
  } catch {
    return null // no network, or the patience ran out
  } finally {
    clearTimeout(timer)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
