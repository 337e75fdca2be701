/**
 * Time and chance of a simulation: nothing happens by itself. Timers, `Date.now`, `performance.now`, `Math.random` and
 * `crypto` are those of the simulation that runs now, and the system's own while none does. Import this first: lib0
 * remembers `Date.now` and `crypto` as it loads.
 *
 * Every event belongs to an actor, something that can be killed: its timers and whatever they would go on with are gone
 * with it. An event has run when no promise that it settled has anything left to do.
 */
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import promised from 'node:timers/promises'
import { randomFrom } from '../support/longMode.ts'

export type Actor = { readonly name: string; alive: boolean }
export const anActor = (name: string): Actor => ({ name, alive: true })

type Event = {
  atMs: number
  turn: number
  actor: Actor
  what: string
  run(): void
  everyMs: number | null
  cancelled: boolean
}

const EPOCH_MS = Date.UTC(2026, 6, 15, 2)
const KEPT_LINES = 2_000

export class VirtualTime {
  nowMs = 0
  #actor: Actor
  readonly #events: Event[] = []
  #turns = 0
  #hash = 0x811c9dc5
  readonly #lines: string[] = []
  readonly #random: () => number

  constructor(seed: number, outside: Actor) {
    this.#random = randomFrom(seed)
    this.#actor = outside
  }

  /** Of everything that was told so far: two runs with one seed have the same. */
  get hash(): string {
    return (this.#hash >>> 0).toString(16)
  }
  /** The last of what was told. */
  get lines(): readonly string[] {
    return this.#lines
  }

  tell(actor: Actor, what: string, bytes: Uint8Array = NOTHING): void {
    const line = `${this.nowMs.toFixed(1)} ${actor.name} ${what}`
    for (let i = 0; i < line.length; i++) this.#mix(line.charCodeAt(i))
    for (const byte of bytes) this.#mix(byte)
    if (this.#lines.push(line) > KEPT_LINES) this.#lines.shift()
  }

  #mix(value: number): void {
    this.#hash = Math.imul(this.#hash ^ value, 0x01000193)
  }

  after(delayMs: number, actor: Actor, what: string, run: () => void): void {
    this.#add({ actor, what, run, everyMs: null }, delayMs)
  }

  /** Runs all that happens up to this moment. */
  async passTo(atMs: number): Promise<void> {
    for (;;) {
      const next = this.#events[0]
      if (!next || next.atMs > atMs) break
      this.#takeFirst()
      this.nowMs = Math.max(this.nowMs, next.atMs)
      if (next.cancelled || !next.actor.alive) continue
      if (next.everyMs !== null) this.#add(next, next.everyMs, next)
      await this.perform(next.actor, next.what, next.run)
    }
    this.nowMs = Math.max(this.nowMs, atMs)
  }

  /** Does something now, as this actor. */
  async perform(actor: Actor, what: string, act: () => void): Promise<void> {
    if (what !== '') this.tell(actor, what)
    const before = this.#actor
    this.#actor = actor
    act()
    // A tick comes when no microtask is left; what a tick of the code's own begins is over with the second.
    await tick()
    await tick()
    this.#actor = before
  }

  timer(delayMs: number, run: () => void, everyMs: number | null): FakeTimer {
    return new FakeTimer(this.#add({ actor: this.#actor, what: '', run, everyMs }, delayMs))
  }

  clock = (): number => Math.floor(EPOCH_MS + this.nowMs)
  chance = (): number => this.#random()
  fill(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) bytes[i] = Math.floor(this.#random() * 256)
  }

  #add(
    { actor, what, run, everyMs }: Pick<Event, 'actor' | 'what' | 'run' | 'everyMs'>,
    delayMs: number,
    again?: Event,
  ): Event {
    const event = again ?? { atMs: 0, turn: 0, actor, what, run, everyMs, cancelled: false }
    event.atMs = this.nowMs + delayMs
    event.turn = ++this.#turns
    const events = this.#events
    let at = events.push(event) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = events[above] as Event
      if (!isBefore(event, parent)) break
      events[at] = parent
      at = above
    }
    events[at] = event
    return event
  }

  #takeFirst(): void {
    const events = this.#events
    const last = events.pop()
    if (!last || events.length === 0) return
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= events.length) break
      const right = events[below + 1]
      if (right && isBefore(right, events[below] as Event)) below++
      const child = events[below] as Event
      if (!isBefore(child, last)) break
      events[at] = child
      at = below
    }
    events[at] = last
  }
}

const NOTHING = new Uint8Array(0)
const isBefore = (a: Event, b: Event): boolean =>
  a.atMs < b.atMs || (a.atMs === b.atMs && a.turn < b.turn)

const { nextTick } = process
const tick = (): Promise<void> => new Promise((resolve) => nextTick(resolve))

class FakeTimer {
  readonly #event: Event
  constructor(event: Event) {
    this.#event = event
  }
  stop(): void {
    this.#event.cancelled = true
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
}

let running: VirtualTime | null = null

/** Time is this one until `work` is done. One at a time. */
export async function within<T>(time: VirtualTime, work: () => Promise<T>): Promise<T> {
  if (running) throw new Error('two simulations at once')
  running = time
  try {
    return await work()
  } finally {
    running = null
  }
}

type Callback = (...args: unknown[]) => void

function fakeTimers(): void {
  const start =
    (system: Callback, leastMs: number, repeats = false) =>
    (run: Callback, ms?: unknown, ...args: unknown[]) => {
      if (!running) return system(run, ms, ...args)
      const delayMs = Math.max(leastMs, Number(ms) || 0)
      return running.timer(delayMs, () => run(...args), repeats ? delayMs : null)
    }
  const immediately = setImmediate as Callback
  Object.assign(globalThis, {
    setTimeout: start(setTimeout as Callback, 1),
    setInterval: start(setInterval as Callback, 1, true),
    setImmediate: (run: Callback, ...args: unknown[]) =>
      running ? running.timer(0, () => run(...args), null) : immediately(run, ...args),
  })
  const turn = promised.setImmediate
  promised.setImmediate = <T>(value?: T) =>
    running
      ? new Promise<T>((resolve) => running?.timer(0, () => resolve(value as T), null))
      : turn(value)
  for (const name of ['clearTimeout', 'clearInterval', 'clearImmediate'] as const) {
    const clear = globalThis[name] as Callback
    Object.assign(globalThis, {
      [name]: (timer: unknown) => (timer instanceof FakeTimer ? timer.stop() : clear(timer)),
    })
  }
}

function fakeClocks(): void {
  const clock = Date.now
  const stopwatch = performance.now.bind(performance)
  Date.now = () => (running ? running.clock() : clock())
  performance.now = () => (running ? running.nowMs : stopwatch())
}

function fakeChance(): void {
  const { random } = Math
  Math.random = () => (running ? running.chance() : random())
  const { webcrypto, randomBytes } = crypto
  const fill = webcrypto.getRandomValues.bind(webcrypto)
  webcrypto.getRandomValues = (array) => {
    if (!running || !array) return fill(array)
    running.fill(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
    return array
  }
  const bytes = (size: number) => {
    const drawn = running ? Buffer.alloc(size) : randomBytes(size)
    running?.fill(drawn)
    return drawn
  }
  crypto.randomBytes = bytes as typeof randomBytes
}

/** Each provider would hang a listener on this process, and none of a killed tab ever takes it off. */
function noLastWords(): void {
  const { on } = process
  process.on = function (this: NodeJS.Process, event: string, listener: Callback) {
    return running && event === 'exit' ? process : on.call(this, event, listener)
  } as typeof on
}

fakeTimers()
fakeClocks()
fakeChance()
// For whoever imported them by name.
syncBuiltinESMExports()
noLastWords()
