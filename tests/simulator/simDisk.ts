/**
 * Disks that take their time: what is asked of one is done in order, a moment later, and answered after another moment.
 * Who is killed in between may have written without ever knowing, or not at all.
 */
import type { Actor, VirtualTime } from './virtualTime.ts'

type Job = { actor: Actor; what: string; run(): void; dropped: boolean }

export class SimDisk {
  refuses = false
  /** It says of writes that they are done before they are. Never, unless it is to be seen what comes of it. */
  lies = false
  readonly #time: VirtualTime
  readonly #owner: Actor
  readonly #delayMs: () => number
  readonly #jobs: Job[] = []

  /** @param owner Outlives those who write. */
  constructor(time: VirtualTime, owner: Actor, delayMs: () => number) {
    this.#time = time
    this.#owner = owner
    this.#delayMs = delayMs
  }

  get isIdle(): boolean {
    return this.#jobs.length === 0
  }

  /** @param work Nothing in it waits for anything but promises. */
  ask<T>(actor: Actor, what: string, work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const answer = (told: () => void) => this.#time.after(this.#delayMs(), actor, '', told)
      const run = () =>
        void work().then(
          (value) => answer(() => resolve(value)),
          (cause) => answer(() => reject(cause)),
        )
      this.#jobs.push({ actor, what, run, dropped: false })
      if (this.#jobs.length === 1) this.#next()
    })
  }

  /** The same, for what only has to be done. */
  write(actor: Actor, what: string, work: () => Promise<void>): Promise<void> {
    const done = this.ask(actor, what, work)
    if (!this.lies) return done
    done.catch(() => {}) // it was said that it went well
    return Promise.resolve()
  }

  /** Of what somebody who is gone had asked, only the first so many are still done. */
  forget(actor: Actor, but: number): void {
    const asked = this.#jobs.filter((job) => job.actor === actor)
    for (const job of asked.slice(but)) job.dropped = true
  }

  #next(): void {
    this.#time.after(this.#delayMs(), this.#owner, '', () => {
      const job = this.#jobs.shift()
      if (job && !job.dropped) {
        this.#time.tell(job.actor, job.what)
        job.run()
      }
      if (this.#jobs.length > 0) this.#next()
    })
  }
}
