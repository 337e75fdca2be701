/** Rooms that were given up. Trying again costs everybody, so it is not tried before there is reason to hope. */
import type { RoomName } from '../src/protocol/roomName.ts'
import { totalLength } from './packedParts.ts'

/** It may have been the machine: a laptop that slept. Then twice as long each time. */
const FIRST_WAIT_MS = 10_000
const LONGEST_WAIT_MS = 10 * 60_000
/** So many times as large it is another document. */
const ANOTHER_SIZE = 2
const MAX_REMEMBERED = 1_000

type Failure = { bytes: number; waitMs: number; untilMs: number }

export class Hopeless {
  readonly #failures = new Map<RoomName, Failure>()
  readonly #nowMs: () => number

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  has(room: RoomName, parts: readonly Uint8Array[]): boolean {
    const failure = this.#failures.get(room)
    if (!failure || this.#nowMs() >= failure.untilMs) return false
    return totalLength(parts) < failure.bytes * ANOTHER_SIZE
  }

  add(room: RoomName, parts: readonly Uint8Array[]): void {
    const waited = this.#failures.get(room)?.waitMs
    const waitMs = waited === undefined ? FIRST_WAIT_MS : Math.min(waited * 2, LONGEST_WAIT_MS)
    this.#failures.delete(room)
    this.#failures.set(room, { bytes: totalLength(parts), waitMs, untilMs: this.#nowMs() + waitMs })
    const [oldest] = this.#failures.keys()
    if (oldest && this.#failures.size > MAX_REMEMBERED) this.#failures.delete(oldest)
  }
}
