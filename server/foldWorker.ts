/** Folds and cuts in a thread of its own: a document can be written so that Yjs takes seconds for it. */
import { parentPort } from 'node:worker_threads'
import { cutFrom } from './cut.ts'
import { fold } from './fold.ts'
import type { PackedParts } from './packedParts.ts'
import { unpack } from './packedParts.ts'

/** `beyond`: the state vector of who lacks the rest; null: they become one state. */
export type Job = PackedParts & { beyond: Uint8Array | null }
/** Null where it can't be done. */
export type Outcome = { update: Uint8Array; cpuMs: number } | null

parentPort?.on('message', (job: Job) => {
  const before = process.threadCpuUsage()
  const parts = unpack(job)
  const update = job.beyond ? cutFrom(parts, job.beyond) : fold(parts)
  const { user, system } = process.threadCpuUsage(before)
  const outcome: Outcome = update && { update, cpuMs: (user + system) / 1000 }
  parentPort?.postMessage(outcome, update ? [update.buffer as ArrayBuffer] : [])
})
