/**
 * Whether the disk takes writes. Once it has refused one, nothing is taken in until a write of our own has gone through:
 * the server goes on showing what it has, gives no receipt, and asks everybody again for what it lacks when the cause is gone.
 */
import type { Log } from './log.ts'

export type StoreHealth = {
  refuses(): boolean
  /** A write failed. */
  failed(cause: Error): void
  /** Told when the first write was refused, and when writes go through again. */
  onChange(listener: () => void): void
  close(): void
}

type HealthContext = {
  /** Writes something of its own and takes it away again. */
  probe(): Promise<void>
  probeMs: number
  log: Log
}

export function openStoreHealth({ probe, probeMs, log }: HealthContext): StoreHealth {
  let refuses = false
  let closed = false
  let timer: NodeJS.Timeout | null = null
  const listeners: (() => void)[] = []

  const again = async () => {
    try {
      await probe()
    } catch {
      return later() // as before: it was said in the log when it began
    }
    if (closed) return
    refuses = false
    log({ level: 'info', event: 'storeRecovered' })
    tell()
  }
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const later = () => {
    if (closed) return
    timer = setTimeout(() => void again(), probeMs)
    timer.unref()
  }

  return {
    refuses: () => refuses,
    failed(cause) {
      if (refuses || closed) return
      refuses = true
      log({ level: 'error', event: 'storeRefuses', reason: cause.message })
      tell()
      later()
    },
    onChange: (listener) => void listeners.push(listener),
    close() {
      closed = true
      if (timer) clearTimeout(timer)
    },
  }
}
