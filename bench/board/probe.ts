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
  startRenders(): void
  /** Notes (by element) whose components were drawn since. */
  stopRenders(): string[]
}

type Fiber = {
  child: Fiber | null
  sibling: Fiber | null
  return: Fiber | null
  alternate: Fiber | null
  flags: number
  tag: number
  stateNode: unknown
}

/** Installed by `addInitScript`: it must not lean on anything outside of itself. */
export function installProbe(): void {
  const performedWork = 1
  const hostComponent = 5
  let counting: Set<string> | null = null

  const noteOf = (fiber: Fiber): string | null => {
    for (let at: Fiber | null = fiber; at; at = at.return) {
      if (at.tag !== hostComponent || !(at.stateNode instanceof HTMLElement)) continue
      const note = at.stateNode.closest<HTMLElement>('[data-slot]')?.dataset.slot
      if (note) return note
    }
    return null
  }
  const visit = (fiber: Fiber | null, drawn: Set<string>) => {
    for (let at = fiber; at; at = at.sibling) {
      const isComponent = at.tag === 0 || at.tag === 11 || at.tag === 14 || at.tag === 15
      if (isComponent && at.flags & performedWork && at.alternate) {
        const note = noteOf(at)
        if (note) drawn.add(note)
      }
      // A subtree that bailed out keeps its very fibers.
      if (at.child && at.child !== at.alternate?.child) visit(at.child, drawn)
    }
  }
  Object.assign(globalThis, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberUnmount() {},
      onCommitFiberRoot(_id: number, root: { current: Fiber }) {
        if (counting) visit(root.current, counting)
      },
    },
  })

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
    startRenders() {
      counting = new Set()
    },
    stopRenders() {
      const drawn = [...(counting ?? [])]
      counting = null
      return drawn
    },
  }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask' })
  Object.assign(globalThis, { probe })
}
