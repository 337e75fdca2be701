import type { Socket } from 'node:net'

/** Node counts for its own timeouts what the kernel has not taken yet, and opens no public door to it. */
type Counting = Socket & {
  _handle?: { bytesWritten: number; writeQueueSize: number } | null
}

/**
 * Notices one who does not read: bytes wait for it, and not one of them has left for so long. A large answer on a slow
 * line is no such case: some of it leaves all the while.
 */
export class StallWatch {
  readonly #socket: Counting
  readonly #patienceMs: number
  #left = 0
  #leftAtMs: number

  constructor(socket: Socket, patienceMs: number, nowMs: number) {
    this.#socket = socket
    this.#patienceMs = patienceMs
    this.#leftAtMs = nowMs
  }

  isStalled(nowMs: number): boolean {
    const handle = this.#socket._handle
    if (!handle) return false // closed meanwhile
    const left = handle.bytesWritten - handle.writeQueueSize
    if (handle.writeQueueSize === 0 || left !== this.#left) this.#leftAtMs = nowMs
    this.#left = left
    return nowMs - this.#leftAtMs >= this.#patienceMs
  }
}
