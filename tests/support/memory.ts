import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const collectGarbage = (() => {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as (how: Record<string, string>) => void
})()

/** Bytes that this process holds on to, on the heap and in buffers. What the kernel buffers for a socket is not in it. */
export function memoryInUse(): number {
  // Any other way the buffers that nobody holds any more are given back a moment later.
  collectGarbage({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
