/** How much one connection may say. Each question is answered with whether it may, and counts where it may. */
import type { Limits, Timing } from './config.ts'
import { TokenBucket } from './rateLimit.ts'

/** The largest document counts for 25 messages. */
const BYTES_A_MESSAGE = 16 * 1024
/**
 * A stock client echoes what others say of themselves: cheap to see and to drop. So each that it was told may come back, and
 * besides these a whole room at once: those who have faded, and what its other tabs were told.
 */
const ECHOES_PER_MESSAGE = 20

export class Allowance {
  readonly #burst: number
  readonly #messages: TokenBucket
  readonly #frames: TokenBucket
  /** As many as a full room says before one who takes nothing is sent away. */
  readonly #mostEchoes: number

  constructor(limits: Limits, timing: Timing, nowMs: number) {
    const { messagesPerSecond, messageBurst, connectionsPerRoom } = limits
    this.#burst = messageBurst
    this.#messages = new TokenBucket(messagesPerSecond, messageBurst, nowMs)
    this.#frames = new TokenBucket(
      messagesPerSecond * ECHOES_PER_MESSAGE,
      messageBurst * ECHOES_PER_MESSAGE,
      nowMs,
    )
    this.#mostEchoes = (connectionsPerRoom * messagesPerSecond * timing.stalledAfterMs) / 1000
  }

  /** Whatever is in it. */
  frame(nowMs: number): boolean {
    return this.#frames.take(nowMs)
  }

  /** A frame of its own words. To go through a large one takes as long as through many small ones. */
  message(nowMs: number, bytes = 0): boolean {
    const weight = Math.min(1 + Math.floor(bytes / BYTES_A_MESSAGE), this.#burst)
    return this.#messages.take(nowMs, weight)
  }

  /** A frame that says where so many are: one of them came with the frame. */
  whereabouts(nowMs: number, count: number): boolean {
    return this.#frames.take(nowMs, count - 1)
  }

  /** It was told where so many are. */
  told(count: number): void {
    this.#frames.give(count, this.#mostEchoes)
  }
}
