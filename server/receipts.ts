/**
 * How many of one connection's sync frames are on disk. Nothing is receipted before this connection's SyncStep2, which
 * carries all that was missing and every deletion; after a gap nothing is receipted before the next one, which carries
 * what was left out. A state vector could not serve: deletions do not advance it.
 */
export class Receipts {
  readonly #send: (count: number) => void
  #received = 0
  #stored = 0
  #sent = 0
  /** Waiting for a SyncStep2 that covers what was left out. */
  #withheld = true
  /** A SyncStep2 was taken since the connection opened or the last gap. */
  #step2Taken = false
  #gaps = 0
  #scheduled = false

  constructor(send: (count: number) => void) {
    this.#send = send
  }

  /** Counts a frame. Returns what to call once it is on disk. */
  received(isStep2: boolean): () => void {
    const count = ++this.#received
    const gaps = this.#gaps
    return () => {
      this.#stored = count
      // A gap that came after this SyncStep2 was sent is not covered by it.
      if (isStep2 && gaps === this.#gaps) this.#withheld = false
      this.#schedule()
    }
  }

  tookStep2(): void {
    this.#step2Taken = true
  }

  /**
   * A frame was left out. True where the client must be asked for what is missing: not while its SyncStep2 is still to
   * come, for that will carry it (what is typed while connecting comes so).
   */
  gap(inStep2: boolean): boolean {
    const ask = inStep2 || this.#step2Taken
    this.leftOut()
    return ask
  }

  /** A frame was not taken, and will be asked for again. */
  leftOut(): void {
    this.#withheld = true
    this.#step2Taken = false
    this.#gaps++
  }

  /** One receipt a turn, for all frames of a commit. */
  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    queueMicrotask(() => {
      this.#scheduled = false
      if (this.#withheld || this.#stored === this.#sent) return
      this.#sent = this.#stored
      this.#send(this.#stored)
    })
  }
}
