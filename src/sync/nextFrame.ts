import type { Later } from '../model/doc/readCanvas.ts'

/** A page in the background draws no frames; its pictures may wait this long. */
const HIDDEN_MS = 250

/** Once before the next picture of the page: what comes in between is shown with it. */
export function nextFrame(): Later {
  let stop: (() => void) | null = null
  return {
    soon(then) {
      if (stop) return
      const run = () => {
        stop?.()
        stop = null
        then()
      }
      // A page may be hidden while it waits for its frame: the timer is there for that.
      const frame = requestAnimationFrame(run)
      const timer = setTimeout(run, HIDDEN_MS)
      stop = () => {
        cancelAnimationFrame(frame)
        clearTimeout(timer)
      }
    },
    close() {
      stop?.()
      stop = null
    },
  }
}
