/** Runs in every measured page, before its own code: clocks around events, frames and long tasks. */

export type Probe = {
  /** From the next event of this type to the moment after the frame that shows what it did. */
  awaitPaint(type: string): void
  /** From the next event of this type to the moment after the frame that shows something matching. */
  awaitShown(selector: string, type: 'mousemove' | 'click'): void
  /** ms of what is awaited. Asked for after the event: what is sent to a page does not keep its order with input. */
  figure(): Promise<number>
  startFrames(): void
  /** ms between frames since. */
  stopFrames(): number[]
  startTasks(): void
  /** ms of each task over 50 ms since. */
  stopTasks(): number[]
}

/** Installed by `addInitScript`: it must not lean on anything outside of itself. */
export function installProbe(): void {
  const afterFrame = (then: () => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = then
      channel.port2.postMessage(0)
    })
  let awaited = Promise.resolve(Number.NaN)
  let frames: number[] = []
  let framing = false
  const tasks: number[] = []
  const probe: Probe = {
    awaitPaint(type) {
      awaited = new Promise((resolve) => {
        const onEvent = (event: Event) =>
          afterFrame(() => resolve(performance.now() - event.timeStamp))
        addEventListener(type, onEvent, { capture: true, once: true })
      })
    },
    awaitShown(selector, type) {
      awaited = new Promise((resolve) => {
        const onEvent = (event: Event) => {
          const look = () => {
            if (document.querySelector(selector)) {
              afterFrame(() => resolve(performance.now() - event.timeStamp))
            } else requestAnimationFrame(look)
          }
          look()
        }
        addEventListener(type, onEvent, { capture: true, once: true })
      })
    },
    figure: () => awaited,
    startFrames() {
      frames = []
      framing = true
      let last = performance.now()
      const frame = () => {
        const now = performance.now()
        frames.push(now - last)
        last = now
        if (framing) requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    },
    stopFrames() {
      framing = false
      return frames.slice(1)
    },
    startTasks() {
      tasks.length = 0
    },
    stopTasks: () => [...tasks],
  }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask' })
  Object.assign(globalThis, { probe })
}
