/** Hands updates to the thread that folds them, one room at a time, and gives up where that takes too long. */
import { Worker } from 'node:worker_threads'
import type { Log } from './log.ts'
import { pack } from './packedParts.ts'

/** The largest document takes 50 ms. */
const TOO_LONG_MS = 5_000
const HEAP_MB = 256

/** `cpuMs`: what it cost, whatever else the machine was busy with. */
export type Folded = { state: Uint8Array; cpuMs: number }

export type Folding = {
  /** Null where they can't be folded (see `fold`), or not in a reasonable time. */
  fold(parts: readonly Uint8Array[]): Promise<Folded | null>
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

  const run = async (parts: readonly Uint8Array[]): Promise<Folded | null> => {
    if (closed) return null
    worker ??= openWorker()
    const folded = await answerOf(worker, parts)
    if (folded !== 'failed') return folded
    if (!closed) log({ level: 'error', event: 'foldingGaveUp', parts: parts.length })
    await giveUp()
    return null
  }

  return {
    fold(parts) {
      const folded = last.then(() => run(parts))
      last = folded
      return folded
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

const answerOf = (worker: Worker, parts: readonly Uint8Array[]) =>
  new Promise<Folded | null | 'failed'>((resolve) => {
    const finish = (answer: Folded | null | 'failed') => {
      clearTimeout(tooLong)
      for (const event of ['message', 'error', 'exit'] as const) worker.removeAllListeners(event)
      resolve(answer)
    }
    const tooLong = setTimeout(() => finish('failed'), TOO_LONG_MS)
    worker.once('message', finish)
    worker.once('error', () => finish('failed'))
    worker.once('exit', () => finish('failed'))
    const packed = pack(parts)
    worker.postMessage(packed, [packed.bytes.buffer as ArrayBuffer])
  })
