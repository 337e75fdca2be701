/** How the API says no, and how it reads what it is sent. */
import type { Context } from 'hono'
import * as v from 'valibot'
import type { Result } from '../../src/model/result.ts'
import { err, ok } from '../../src/model/result.ts'
import type { ApiErrorType } from '../../src/protocol/api.ts'
import type { ApiContext } from './context.ts'

const STATUS = {
  badRequest: 400,
  linkUnknown: 401,
  linkRevoked: 403,
  notAllowed: 403,
  notFound: 404,
  codeUnknown: 404,
  seatTaken: 409,
  tooManyMembers: 422,
  tooManyTries: 429,
  tooLarge: 413,
  wrongOrigin: 403,
  storeUnavailable: 503,
  roomDamaged: 503,
  internal: 500,
} as const satisfies Record<ApiErrorType, number>

export function refuse(c: Context, error: ApiErrorType, retryAfterSeconds?: number): Response {
  c.set('refused', error)
  if (retryAfterSeconds === undefined) return c.json({ error }, STATUS[error])
  c.header('Retry-After', String(retryAfterSeconds))
  return c.json({ error, retryAfterSeconds }, STATUS[error])
}

type Schema = v.GenericSchema

/** The body as its schema wants it. A roster that is too long has an answer of its own: its sender can mend it. */
export async function readBody<S extends Schema>(
  c: ApiContext,
  schema: S,
): Promise<Result<v.InferOutput<S>, ApiErrorType>> {
  const body: unknown = await c.req.json().catch(() => undefined)
  const parsed = v.safeParse(schema, body)
  if (parsed.success) return ok(parsed.output)
  const tooMany = parsed.issues.some(
    ({ type, path }) => type === 'max_length' && path?.at(-1)?.key === 'members',
  )
  return err(tooMany ? 'tooManyMembers' : 'badRequest')
}
