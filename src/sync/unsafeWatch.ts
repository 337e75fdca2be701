import type { Receipts } from './receipts.ts'

export type UnsafeWatch = {
  /** Something changed: is there anything on screen only? */
  check(): void
  tooLong(): boolean
  close(): void
}

/** A change may be on screen only for this long before it must be said: normally that is a blink. */
const PATIENCE_MS = 3_000

/** Watches for a change of one's own that neither this device's disk nor the server's has taken for too long. */
export function openUnsafeWatch(receipts: Receipts, onChange: () => void): UnsafeWatch {
  let timer: ReturnType<typeof setTimeout> | null = null
  let tooLong = false

  const begin = () => {
    const oldest = receipts.safeUpTo() + 1
    timer = setTimeout(() => {
      timer = null
      if (receipts.safeUpTo() < oldest) {
        tooLong = true
        onChange()
      } else if (receipts.safeUpTo() < receipts.latest()) begin()
    }, PATIENCE_MS)
  }
  return {
    check() {
      if (receipts.safeUpTo() < receipts.latest()) {
        if (!timer && !tooLong) begin()
        return
      }
      if (timer) clearTimeout(timer)
      timer = null
      if (!tooLong) return
      tooLong = false
      onChange()
    },
    tooLong: () => tooLong,
    close() {
      if (timer) clearTimeout(timer)
    },
  }
}
