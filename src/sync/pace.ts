import type { Later } from '../model/doc/readCanvas.ts'
import { noDelay } from '../model/doc/readCanvas.ts'

export type Pace = {
  /** At once, or as soon as the pause since the last time is over. */
  soon(): void
  /** Now, where it is due. */
  hurry(): void
}

/**
 * Does something at most once in each pause: at the first word, and once more for all that is said before its end.
 * @param first When "at the first word" is.
 */
export function openPace(pauseMs: number, act: () => void, first: Later = noDelay): Pace {
  let lastMs = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | null = null
  let due = false
  const now = () => {
    if (!due) return
    due = false
    if (timer) clearTimeout(timer)
    timer = null
    lastMs = performance.now()
    act()
  }
  return {
    soon() {
      if (due) return
      due = true
      const waitMs = lastMs + pauseMs - performance.now()
      if (waitMs <= 0) first.soon(now)
      else timer = setTimeout(now, waitMs)
    },
    hurry: now,
  }
}
