export type Pace = {
  /** At once, or as soon as the pause since the last time is over. */
  soon(): void
  /** Now, where it is due. */
  hurry(): void
}

/** Does something at most once in each pause: at the first word, and once more for all that is said before its end. */
export function openPace(pauseMs: number, act: () => void): Pace {
  let lastMs = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | null = null
  const now = () => {
    if (timer) clearTimeout(timer)
    timer = null
    lastMs = performance.now()
    act()
  }
  return {
    soon() {
      if (timer) return
      const waitMs = lastMs + pauseMs - performance.now()
      if (waitMs <= 0) now()
      else timer = setTimeout(now, waitMs)
    },
    hurry() {
      if (timer) now()
    },
  }
}
