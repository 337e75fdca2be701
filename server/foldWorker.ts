/** Folds in a thread of its own: a document can be written so that Yjs takes seconds for it. */
import { parentPort } from 'node:worker_threads'
import { fold } from './fold.ts'
import type { PackedParts } from './packedParts.ts'
import { unpack } from './packedParts.ts'

parentPort?.on('message', (packed: PackedParts) => {
  const before = process.threadCpuUsage()
  const state = fold(unpack(packed))
  const { user, system } = process.threadCpuUsage(before)
  const folded = state && { state, cpuMs: (user + system) / 1000 }
  parentPort?.postMessage(folded, state ? [state.buffer as ArrayBuffer] : [])
})
