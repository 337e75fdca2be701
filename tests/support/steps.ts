import type { Later } from '../../src/model/doc/readCanvas.ts'

export type Steps = Later & {
  /** What waits is done now; false: nothing waited. */
  next(): boolean
}

/** A `Later` that comes when the test says so. */
export function steps(): Steps {
  let waiting: (() => void) | null = null
  return {
    soon(then) {
      waiting ??= then
    },
    close() {
      waiting = null
    },
    next() {
      const then = waiting
      waiting = null
      then?.()
      return then !== null
    },
  }
}
