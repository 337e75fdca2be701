/** Folds in a thread of its own: a document can be written so that Yjs takes seconds for it. */
import { parentPort } from 'node:worker_threads'
import { fold } from './fold.ts'

parentPort?.on('message', (parts: readonly Uint8Array[]) => {
  const state = fold(parts)
  parentPort?.postMessage(state, state ? [state.buffer as ArrayBuffer] : [])
})
