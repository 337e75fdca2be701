/** Folds in a thread of its own: a document can be written so that Yjs takes seconds for it. */
import { parentPort } from 'node:worker_threads'
import { fold } from './fold.ts'
import type { PackedParts } from './packedParts.ts'
import { unpack } from './packedParts.ts'

parentPort?.on('message', (packed: PackedParts) => {
  const state = fold(unpack(packed))
  parentPort?.postMessage(state, state ? [state.buffer as ArrayBuffer] : [])
})
