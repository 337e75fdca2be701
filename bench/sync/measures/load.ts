/** A hall at work: how soon edits arrive, what they cost, and how many of them a server bears. */
import { quantile } from '../../figures.ts'
import type { MadeEdits } from '../edits.ts'
import type { Load, LoadFigures } from '../load.ts'
import { openRooms } from '../load.ts'
import type { Kind } from '../servers.ts'
import { startServer } from '../servers.ts'
import type { Scale } from './measuring.ts'
import { NO_RATE_LIMITS } from './measuring.ts'

const PATIENT_P99_MS = 250
/** A server that works all morning has long compiled what it needs. */
const WARM_SECONDS = 10
const RATES = [
  1_000, 2_500, 5_000, 7_500, 10_000, 12_500, 15_000, 17_500, 20_000, 25_000, 30_000, 35_000,
  40_000, 50_000,
]

async function underLoad(
  kind: Kind,
  made: readonly MadeEdits[],
  load: Load,
  { env = {}, warmSeconds = 1 }: { env?: Record<string, string>; warmSeconds?: number } = {},
): Promise<LoadFigures> {
  const server = await startServer(kind, { env })
  const rooms = await openRooms(server, made)
  const gentle = { ...load, editsPerSecond: Math.min(load.editsPerSecond, 300) }
  await rooms.run({ ...gentle, seconds: warmSeconds })
  const figures = await rooms.run(load)
  rooms.close()
  await server.stop()
  return figures
}

export async function measureHall(kind: Kind, made: readonly MadeEdits[], { seconds }: Scale) {
  const load = { editsPerSecond: 180, cursorsPerSecond: 900, seconds }
  const { latenciesMs, cpuMs, sent } = await underLoad(kind, made, load, {
    warmSeconds: WARM_SECONDS,
  })
  return {
    hallP50Ms: quantile(latenciesMs, 0.5),
    hallP99Ms: quantile(latenciesMs, 0.99),
    hallCpuMs: (cpuMs / sent) * 1000,
  }
}

/** A hall at work, twice the crowd from which on edits wait for company, and a crowd. */
export const COMMIT_RATES = [180, 600, 5_000] as const

/** Ours alone: what one commit takes, its flush included, how many edits share it, and how soon the others see one. */
export async function measureCommits(made: readonly MadeEdits[], { seconds }: Scale) {
  const figures: Record<string, number> = {}
  for (const editsPerSecond of COMMIT_RATES) {
    const server = await startServer('guyub', { env: NO_RATE_LIMITS })
    const rooms = await openRooms(server, made)
    const before = await server.counted()
    const { sent, latenciesMs } = await rooms.run({ editsPerSecond, cursorsPerSecond: 0, seconds })
    const after = await server.counted()
    rooms.close()
    await server.stop()
    const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0)
    const commits = grown('guyub_commit_seconds_count')
    figures[`commitMs${editsPerSecond}`] = (grown('guyub_commit_seconds_sum') / commits) * 1000
    figures[`editsPerCommit${editsPerSecond}`] = sent / commits
    figures[`seenMs${editsPerSecond}`] = quantile(latenciesMs, 0.5)
  }
  return figures
}

export async function measureEdits(kind: Kind, made: readonly MadeEdits[], { seconds }: Scale) {
  const load = { editsPerSecond: 600, cursorsPerSecond: 0, seconds }
  const { cpuMs, sent, bytesOut } = await underLoad(kind, made, load, { warmSeconds: WARM_SECONDS })
  return { editCpuMs: (cpuMs / sent) * 1000, editBytes: bytesOut / sent }
}

export async function measureMost(kind: Kind, made: readonly MadeEdits[], { seconds }: Scale) {
  let most = 0
  for (const editsPerSecond of RATES) {
    const load = { editsPerSecond, cursorsPerSecond: 0, seconds: Math.min(3, seconds) }
    const { latenciesMs, lost, sent } = await underLoad(kind, made, load, { env: NO_RATE_LIMITS })
    const kept = sent >= editsPerSecond * load.seconds * 0.95
    const p99Ms = quantile(latenciesMs, 0.99)
    if (lost > 0 || !kept || p99Ms > PATIENT_P99_MS) {
      // Fewer sent than asked for: it was this side that could not keep up.
      console.log(kind, 'stops at', editsPerSecond, JSON.stringify({ sent, lost, p99Ms }))
      break
    }
    most = editsPerSecond
  }
  return { mostEdits: most }
}
