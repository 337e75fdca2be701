/** What `npm start` is told, by flags and by the environment. A flag wins. */
import { parseArgs } from 'node:util'
import type { Result } from '../src/model/result.ts'
import { err, ok } from '../src/model/result.ts'
import type { BackupPlan } from './backup/schedule.ts'
import type { Limits } from './config.ts'

export type Options = {
  port: number
  host: string
  data: string
  publicUrl: string | null
  limits: Partial<Limits>
  backups: BackupPlan | null
  /** Whoever says it may read figures from elsewhere. */
  metricsToken: string | null
  verbose: boolean
}
export type OptionsError =
  | { type: 'unknownFlag'; text: string }
  | { type: 'badValue'; name: string; value: string; wanted: Wanted }
/** What would have been right. */
export type Wanted = 'port' | 'url' | 'positiveNumber' | 'path' | 'longWord'
export type Asked = { type: 'run'; options: Options } | { type: 'help' }

/** Where backups go by themselves (none without it), how often, and how many stay. */
export const BACKUP_NAMES = {
  folder: 'GUYUB_BACKUP_DIR',
  everyHours: 'GUYUB_BACKUP_EVERY_HOURS',
  keep: 'GUYUB_BACKUP_KEEP',
} as const
const BACKUP_EVERY_HOURS = 24
const BACKUPS_KEPT = 7
const HOUR_MS = 3_600_000

/** Without it figures are told on this machine only. */
export const METRICS_TOKEN_NAME = 'GUYUB_METRICS_TOKEN'
/** In figures there is nothing to gain, but what can be guessed is no lock. */
const METRICS_TOKEN = /^[\x21-\x7e]{16,}$/

export const DEFAULT_OPTIONS = { port: 4321, host: '0.0.0.0', data: 'data/guyub.sqlite' }

/** Each limit by its name in the environment. */
export const LIMIT_NAMES = {
  documentBytes: 'GUYUB_DOCUMENT_BYTES',
  membersInWorkshop: 'GUYUB_MEMBERS_IN_WORKSHOP',
  messagesPerSecond: 'GUYUB_MESSAGES_PER_SECOND',
  messageBurst: 'GUYUB_MESSAGE_BURST',
  connectionsPerRoom: 'GUYUB_CONNECTIONS_PER_ROOM',
  connectionsPerSeat: 'GUYUB_CONNECTIONS_PER_SEAT',
  connectionsPerWorkshop: 'GUYUB_CONNECTIONS_PER_WORKSHOP',
  requestBurst: 'GUYUB_REQUEST_BURST',
  requestsPerMinute: 'GUYUB_REQUESTS_PER_MINUTE',
  workshopsPerHour: 'GUYUB_WORKSHOPS_PER_HOUR',
  joinFailureBurst: 'GUYUB_JOIN_FAILURE_BURST',
  joinFailuresPerMinute: 'GUYUB_JOIN_FAILURES_PER_MINUTE',
  linkFailuresPerMinute: 'GUYUB_LINK_FAILURES_PER_MINUTE',
  joinCodeHours: 'GUYUB_JOIN_CODE_HOURS',
} as const satisfies Record<keyof Limits, string>

const FLAGS = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  'public-url': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

type Environment = Readonly<Record<string, string | undefined>>

export function readOptions(
  args: readonly string[],
  environment: Environment,
): Result<Asked, OptionsError> {
  const flags = readFlags(args)
  if (!flags.ok) return flags
  if (flags.value.help) return ok({ type: 'help' })
  const said = (flag: 'port' | 'host' | 'data' | 'public-url', variable: string) => {
    const value = flags.value[flag]
    return value === undefined
      ? { name: variable, value: environment[variable] || undefined }
      : { name: `--${flag}`, value }
  }

  const port = readPort(said('port', 'GUYUB_PORT'))
  if (!port.ok) return port
  const host = readText(said('host', 'GUYUB_HOST'), DEFAULT_OPTIONS.host)
  if (!host.ok) return host
  const data = readText(said('data', 'GUYUB_DATA'), DEFAULT_OPTIONS.data)
  if (!data.ok) return data
  const publicUrl = readUrl(said('public-url', 'GUYUB_PUBLIC_URL'))
  if (!publicUrl.ok) return publicUrl
  const limits = readLimits(environment)
  if (!limits.ok) return limits
  const backups = readBackups(environment)
  if (!backups.ok) return backups
  const metricsToken = readMetricsToken(environment)
  if (!metricsToken.ok) return metricsToken
  return ok({
    type: 'run',
    options: {
      port: port.value,
      host: host.value,
      data: data.value,
      publicUrl: publicUrl.value,
      limits: limits.value,
      backups: backups.value,
      metricsToken: metricsToken.value,
      verbose: environment.GUYUB_LOG === 'debug',
    },
  })
}

function readFlags(args: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...args], options: FLAGS, strict: true }).values)
  } catch (cause) {
    return err({ type: 'unknownFlag' as const, text: cause instanceof Error ? cause.message : '' })
  }
}

type Said = { name: string; value: string | undefined }

const bad = ({ name, value = '' }: Said, wanted: Wanted) =>
  err({ type: 'badValue' as const, name, value, wanted })

function readPort(said: Said): Result<number, OptionsError> {
  if (said.value === undefined) return ok(DEFAULT_OPTIONS.port)
  const port = Number(said.value)
  const good = /^\d{1,5}$/.test(said.value) && port <= 65_535
  return good ? ok(port) : bad(said, 'port')
}

function readText(said: Said, fallback: string): Result<string, OptionsError> {
  if (said.value === undefined) return ok(fallback)
  return said.value.trim() === '' ? bad(said, 'path') : ok(said.value)
}

/** An origin only: links are built behind it, and the app is not served below a path. */
function readUrl(said: Said): Result<string | null, OptionsError> {
  if (said.value === undefined) return ok(null)
  try {
    const url = new URL(said.value)
    const plain = url.pathname === '/' && url.search === '' && url.hash === ''
    return plain && /^https?:$/.test(url.protocol) ? ok(url.origin) : bad(said, 'url')
  } catch {
    return bad(said, 'url') // no URL at all
  }
}

function readBackups(environment: Environment): Result<BackupPlan | null, OptionsError> {
  const folder = environment[BACKUP_NAMES.folder]
  const everyHours = readPositive(environment, BACKUP_NAMES.everyHours)
  if (!everyHours.ok) return everyHours
  const keep = readPositive(environment, BACKUP_NAMES.keep)
  if (!keep.ok) return keep
  if (!folder) return ok(null)
  return ok({
    folder,
    everyMs: (everyHours.value ?? BACKUP_EVERY_HOURS) * HOUR_MS,
    keep: keep.value ?? BACKUPS_KEPT,
  })
}

/** @returns never the token itself where it is refused: it would stand in the terminal. */
function readMetricsToken(environment: Environment): Result<string | null, OptionsError> {
  const token = environment[METRICS_TOKEN_NAME]
  if (!token) return ok(null)
  return METRICS_TOKEN.test(token)
    ? ok(token)
    : bad({ name: METRICS_TOKEN_NAME, value: '…' }, 'longWord')
}

function readLimits(environment: Environment): Result<Partial<Limits>, OptionsError> {
  const limits: Partial<Limits> = {}
  for (const [key, name] of Object.entries(LIMIT_NAMES) as [keyof Limits, string][]) {
    const limit = readPositive(environment, name)
    if (!limit.ok) return limit
    if (limit.value !== null) limits[key] = limit.value
  }
  return ok(limits)
}

function readPositive(environment: Environment, name: string): Result<number | null, OptionsError> {
  const value = environment[name]
  if (!value) return ok(null)
  const number = Number(value)
  const good = Number.isSafeInteger(number) && number >= 1
  return good ? ok(number) : bad({ name, value }, 'positiveNumber')
}
