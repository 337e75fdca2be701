import type { Log, LogEntry } from './log.ts'
import { TokenBucket } from './rateLimit.ts'

/** Lines of one kind at once, and a minute from then on. */
const LINES_PER_MINUTE = 60
/** Kinds are our own words; should one ever hold a foreign word, forgetting them all costs a few lines. */
const MAX_KINDS = 200

/**
 * Whatever a stranger can make a server say, they can make it say a million times: of each kind of event so many lines are
 * written, and the next that is written tells how many were left out. What is written for debugging is written whole.
 */
export function sampledLog(log: Log, now: () => number): Log {
  const kinds = new Map<string, { lines: TokenBucket; leftOut: number }>()

  const kindOf = ({ event, reason = '' }: LogEntry) => {
    const name = `${event} ${reason}`
    const known = kinds.get(name)
    if (known) return known
    if (kinds.size >= MAX_KINDS) kinds.clear()
    const lines = new TokenBucket(LINES_PER_MINUTE / 60, LINES_PER_MINUTE, now())
    const kind = { lines, leftOut: 0 }
    kinds.set(name, kind)
    return kind
  }

  return (entry) => {
    if (entry.level === 'debug') return log(entry)
    const kind = kindOf(entry)
    if (!kind.lines.take(now())) {
      kind.leftOut++
      return
    }
    log(kind.leftOut > 0 ? { ...entry, leftOut: kind.leftOut } : entry)
    kind.leftOut = 0
  }
}
