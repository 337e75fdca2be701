/** How often something may happen. Time comes from outside, in ms. */

/** So many at once, refilled at so many a second; more only where they are given. */
export class TokenBucket {
  readonly #perSecond: number
  readonly #burst: number
  #tokens: number
  #filledAtMs: number

  constructor(perSecond: number, burst: number, nowMs: number) {
    this.#perSecond = perSecond
    this.#burst = burst
    this.#tokens = burst
    this.#filledAtMs = nowMs
  }

  /** False where so many are not left. */
  take(nowMs: number, count = 1): boolean {
    const refill = (Math.max(0, nowMs - this.#filledAtMs) / 1000) * this.#perSecond
    this.#tokens = Math.max(this.#tokens, Math.min(this.#burst, this.#tokens + refill))
    this.#filledAtMs = nowMs
    if (this.#tokens < count) return false
    this.#tokens -= count
    return true
  }

  /** On top of what time refills, as long as there are no more than `most`. */
  give(count: number, most: number): void {
    this.#tokens = Math.max(this.#tokens, Math.min(most, this.#tokens + count))
  }
}

/** What has happened so many times at once must wait, for each key by itself. Keys that are as good as new are forgotten. */
export class RefilledCounter {
  readonly #burst: number
  readonly #msEach: number
  /** How long it takes from `atMs` on until everything has come back. */
  readonly #spent = new Map<string, { ms: number; atMs: number }>()
  #forgetAt = 64

  constructor(burst: number, perMinute: number) {
    this.#burst = burst
    this.#msEach = 60_000 / perMinute
  }

  /** Seconds until this key may try again; 0: now. */
  waitSeconds(key: string, nowMs: number): number {
    const missingMs = this.#spentMs(key, nowMs) - (this.#burst - 1) * this.#msEach
    return Math.max(0, Math.ceil(missingMs / 1000))
  }

  count(key: string, nowMs: number): void {
    const ms = this.#spentMs(key, nowMs) + this.#msEach
    this.#spent.set(key, { ms, atMs: nowMs })
    if (this.#spent.size >= this.#forgetAt) this.#forgetRefilled(nowMs)
  }

  /** Each time they have doubled, so that counting stays cheap however many keys there are. */
  #forgetRefilled(nowMs: number): void {
    for (const known of this.#spent.keys()) {
      if (this.#spentMs(known, nowMs) === 0) this.#spent.delete(known)
    }
    this.#forgetAt = Math.max(64, this.#spent.size * 2)
  }

  #spentMs(key: string, nowMs: number): number {
    const spent = this.#spent.get(key)
    return spent ? Math.max(0, spent.ms - Math.max(0, nowMs - spent.atMs)) : 0
  }
}

/** So many a key in each window. Keys whose window is over are forgotten. */
export class WindowCounter {
  readonly #limit: number
  readonly #windowMs: number
  readonly #windows = new Map<string, { count: number; endsAtMs: number }>()

  constructor(limit: number, windowMs: number) {
    this.#limit = limit
    this.#windowMs = windowMs
  }

  /** Seconds until this key may try again; 0: now. */
  waitSeconds(key: string, nowMs: number): number {
    const window = this.#windows.get(key)
    if (!window || window.endsAtMs <= nowMs || window.count < this.#limit) return 0
    return Math.ceil((window.endsAtMs - nowMs) / 1000)
  }

  count(key: string, nowMs: number): void {
    const window = this.#windows.get(key)
    if (window && window.endsAtMs > nowMs) {
      window.count++
      return
    }
    this.#forgetEnded(nowMs)
    this.#windows.set(key, { count: 1, endsAtMs: nowMs + this.#windowMs })
  }

  #forgetEnded(nowMs: number): void {
    for (const [key, { endsAtMs }] of this.#windows) {
      if (endsAtMs <= nowMs) this.#windows.delete(key)
    }
  }
}
