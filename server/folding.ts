/**
 * Hands updates to the thread that folds and cuts them, one job at a time: first those that somebody waits for, and among
 * these the rooms in turn, so that none can keep the others waiting. It gives up what takes too long, and does not come back
 * to it soon.
 */
import { Worker } from 'node:worker_threads'
import type { RoomName } from '../src/protocol/roomName.ts'
import type { Cut } from './documentBytes.ts'
import type { Job, Outcome } from './foldWorker.ts'
import { StoreUnavailable } from './groupCommit.ts'
import { Hopeless } from './hopeless.ts'
import type { Log } from './log.ts'
import { pack } from './packedParts.ts'
import { TakingTurns } from './takingTurns.ts'

/** The largest document takes 50 ms, and the thread some time to begin. */
const TOO_LONG_MS = 3_000
const HEAP_MB = 256

/** `cpuMs`: what it cost, whatever else the machine was busy with. */
export type Folded = { state: Uint8Array; cpuMs: number }
/** What did not come to an end, or was not begun because it lately did not. */
type NotNow = 'notNow'

/** For one room. */
export type Elsewhere = {
  /** One state made of these updates; null where they can't be folded (see `fold`). */
  fold(parts: readonly Uint8Array[]): Promise<Folded | null | NotNow>
  /** @throws StoreUnavailable where the thread could not do it */
  cut: Cut
}

export type Folding = {
  /** Somebody waits for it. */
  for(room: RoomName): Elsewhere
  /** Folds as `Elsewhere` does, when nobody waits for anything. */
  compact(room: RoomName, parts: readonly Uint8Array[]): Promise<Folded | null | NotNow>
  close(): Promise<void>
}

/** Nobody sets it. */
const clock = () => performance.now()

export function openFolding(log: Log): Folding {
  const somebodyWaits = new TakingTurns<RoomName, () => Promise<void>>()
  const later = new TakingTurns<RoomName, () => Promise<void>>()
  const hopeless = { folding: new Hopeless(clock), cutting: new Hopeless(clock) }
  let worker: Worker | null = null
  let working = false
  let closed = false

  const giveUp = async () => {
    const gone = worker
    worker = null
    await gone?.terminate()
  }

  const run = async (
    room: RoomName,
    parts: readonly Uint8Array[],
    beyond: Uint8Array | null,
  ): Promise<Outcome | NotNow> => {
    const triedInVain = beyond ? hopeless.cutting : hopeless.folding
    if (closed || triedInVain.has(room, parts)) return 'notNow'
    worker ??= openWorker()
    const outcome = await outcomeOf(worker, { ...pack(parts), beyond })
    if (outcome !== 'failed') return outcome
    if (closed) return 'notNow'
    log({ level: 'error', event: 'foldingGaveUp', room, parts: parts.length })
    triedInVain.add(room, parts)
    await giveUp()
    return 'notNow'
  }

  const work = async () => {
    if (working) return
    working = true
    const next = () => somebodyWaits.next() ?? later.next()
    for (let errand = next(); errand; errand = next()) await errand()
    working = false
  }

  /** The list is a room's own, and grows while this waits for its turn. */
  const inLine = (
    line: typeof later,
    room: RoomName,
    parts: readonly Uint8Array[],
    beyond: Uint8Array | null,
  ): Promise<Outcome | NotNow> => {
    const given = [...parts]
    return new Promise((resolve, reject) => {
      line.add(room, () => run(room, given, beyond).then(resolve, reject))
      void work()
    })
  }

  const foldIn = async (line: typeof later, room: RoomName, parts: readonly Uint8Array[]) => {
    const outcome = await inLine(line, room, parts, null)
    if (!outcome || outcome === 'notNow') return outcome
    return { state: outcome.update, cpuMs: outcome.cpuMs }
  }

  return {
    for: (room) => ({
      fold: (parts) => foldIn(somebodyWaits, room, parts),
      async cut(parts, vector) {
        const outcome = await inLine(somebodyWaits, room, parts, vector)
        if (!outcome || outcome === 'notNow') throw new StoreUnavailable()
        return outcome.update
      },
    }),
    compact: (room, parts) => foldIn(later, room, parts),
    async close() {
      closed = true
      await giveUp()
    },
  }
}

function openWorker(): Worker {
  const worker = new Worker(new URL('./foldWorker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  worker.unref()
  return worker
}

const outcomeOf = (worker: Worker, job: Job) =>
  new Promise<Outcome | 'failed'>((resolve) => {
    const finish = (outcome: Outcome | 'failed') => {
      clearTimeout(tooLong)
      for (const event of ['message', 'error', 'exit'] as const) worker.removeAllListeners(event)
      resolve(outcome)
    }
    const tooLong = setTimeout(() => finish('failed'), TOO_LONG_MS)
    worker.once('message', finish)
    worker.once('error', () => finish('failed'))
    worker.once('exit', () => finish('failed'))
    worker.postMessage(job, [job.bytes.buffer as ArrayBuffer])
  })
