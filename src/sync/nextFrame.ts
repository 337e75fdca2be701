import type { Later } from '../model/doc/readCanvas.ts'

/** A page in the background draws no frames; its pictures may wait this long. */
const HIDDEN_MS = 250

/** Once before the next picture of the page: what comes in between is shown with it. */
export const nextFrame = (): Later => atFrame((run) => run())

/** Once when the next picture of the page is done: what is shown goes before. */
export const afterFrame = (): Later => atFrame((run) => setTimeout(run))

function atFrame(onFrame: (run: () => void) => void): Later {
  let stop: (() => void) | null = null
  return {
    soon(then) {
      if (stop) return
      let waits = true
      const run = () => {
        if (!waits) return
        stop?.()
        then()
      }
      // A page may be hidden while it waits for its frame: the timer is there for that.
      const frame = requestAnimationFrame(() => onFrame(run))
      const timer = setTimeout(run, HIDDEN_MS)
      stop = () => {
        waits = false
        stop = null
        cancelAnimationFrame(frame)
        clearTimeout(timer)
      }
    },
    close() {
      stop?.()
    },
  }
}
