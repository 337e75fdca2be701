/** Hands updates to the thread that folds and cuts them, one room at a time, and gives up where that takes too long. */
import { Worker } from 'node:worker_threads'
import type { Cut } from './documentBytes.ts'
import type { Job, Outcome } from './foldWorker.ts'
import { StoreUnavailable } from './groupCommit.ts'
import type { Log } from './log.ts'
import { pack } from './packedParts.ts'

/** The largest document takes 50 ms. */
const TOO_LONG_MS = 5_000
const HEAP_MB = 256

/** `cpuMs`: what it cost, whatever else the machine was busy with. */
export type Folded = { state: Uint8Array; cpuMs: number }

/** One state made of these updates; null where they can't be folded (see `fold`), or not in a reasonable time. */
export type Fold = (parts: readonly Uint8Array[]) => Promise<Folded | null>

export type Folding = {
  fold: Fold
  /** @throws StoreUnavailable where the thread could not do it */
  cut: Cut
  close(): Promise<void>
}

export function openFolding(log: Log): Folding {
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  let closed = false

  const giveUp = async () => {
    const gone = worker
    worker = null
    await gone?.terminate()
  }

  const run = async (parts: readonly Uint8Array[], beyond: Uint8Array | null): Promise<Outcome> => {
    if (closed) return null
    worker ??= openWorker()
    const outcome = await outcomeOf(worker, { ...pack(parts), beyond })
    if (outcome !== 'failed') return outcome
    if (!closed) log({ level: 'error', event: 'foldingGaveUp', parts: parts.length })
    await giveUp()
    return null
  }

  /** The list is a room's own, and grows while this waits for its turn. */
  const inLine = (parts: readonly Uint8Array[], beyond: Uint8Array | null): Promise<Outcome> => {
    const given = [...parts]
    const outcome = last.then(() => run(given, beyond))
    last = outcome
    return outcome
  }

  return {
    async fold(parts) {
      const outcome = await inLine(parts, null)
      return outcome && { state: outcome.update, cpuMs: outcome.cpuMs }
    },
    async cut(parts, vector) {
      const outcome = await inLine(parts, vector)
      if (!outcome) throw new StoreUnavailable()
      return outcome.update
    },
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
