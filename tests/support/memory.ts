import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const collectGarbage = (() => {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
})()

/** Bytes that this process holds on to, on the heap and in buffers. What the kernel buffers for a socket is not in it. */
export function memoryInUse(): number {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
