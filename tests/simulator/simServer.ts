/**
 * The server's own code on a database that outlives it. What the simulation puts in its place: the sockets, the time that
 * the disk takes, and the folding, which is done here instead of in a thread.
 */
import type { DatabaseSync } from 'node:sqlite'
import { DEFAULT_LIMITS, DEFAULT_TIMING } from '../../server/config.ts'
import { cutFrom } from '../../server/cut.ts'
import type { Door } from '../../server/door.ts'
import { openDoor } from '../../server/door.ts'
import { fold } from '../../server/fold.ts'
import type { Elsewhere, Folding } from '../../server/folding.ts'
import type { Services } from '../../server/services.ts'
import { openServices } from '../../server/services.ts'
import { openSqliteStore } from '../../server/store/sqliteStore.ts'
import type { Changes, Store } from '../../server/store/store.ts'
import { SimDisk } from './simDisk.ts'
import type { Actor, VirtualTime } from './virtualTime.ts'
import { anActor } from './virtualTime.ts'

export type Running = { actor: Actor; services: Services; door: Door }

type SimServerOptions = {
  time: VirtualTime
  database: DatabaseSync
  diskDelayMs(): number
  foldingMs(): number
  /** On disk now, whether or not the server ever hears of it. */
  committed(changes: Changes): void
}

/** As SQLite says it. */
const FULL_DISK = () => Object.assign(new Error('database or disk is full'), { errcode: 13 })
const WRITES = [
  'commit',
  'compactRoom',
  'claimSeat',
  'revoke',
  'setJoinCode',
  'probe',
  'markBehind',
]

export class SimServer {
  readonly disk: SimDisk
  readonly #options: SimServerOptions
  /** Null: nobody listens. */
  running: Running | null = null
  #starts = 0

  constructor(options: SimServerOptions) {
    this.#options = options
    this.disk = new SimDisk(options.time, anActor('disk'), options.diskDelayMs)
  }

  start(): void {
    const { time, database } = this.#options
    const actor = anActor(`server${++this.#starts}`)
    time.after(0, actor, 'starts', () => {
      const services = openServices({
        store: this.#slowly(actor, openSqliteStore(database, { now: Date.now })),
        folding: this.#folding(actor),
        limits: DEFAULT_LIMITS,
        timing: DEFAULT_TIMING,
        host: '127.0.0.1',
        publicUrl: null,
        now: Date.now,
        log: ({ event, ...facts }) => time.tell(actor, `log ${event} ${JSON.stringify(facts)}`),
      })
      this.running = { actor, services, door: openDoor(services) }
    })
  }

  /** As a power cut would: what is in memory is gone, what is on disk is there. */
  kill(): void {
    const { running } = this
    if (!running) return
    running.actor.alive = false
    this.disk.forget(running.actor, 0)
    this.running = null
  }

  /** Something is done by the server itself, as its API would. Nothing comes of it where it is killed meanwhile. */
  do(what: string, work: (services: Services) => Promise<void>): void {
    const { running } = this
    if (!running) return
    // A refusing disk: whoever asked is told, and asks again another time.
    const act = () => void work(running.services).catch(() => {})
    this.#options.time.after(0, running.actor, what, act)
  }

  #folding(actor: Actor): Folding {
    const { time, foldingMs } = this.#options
    const foldNow: Elsewhere['fold'] = (parts) =>
      new Promise((resolve) => {
        time.after(foldingMs(), actor, 'folds', () => {
          const state = fold(parts)
          resolve(state && { state, cpuMs: 1 })
        })
      })
    const cut: Elsewhere['cut'] = (parts, vector) =>
      new Promise((resolve) => {
        time.after(foldingMs(), actor, 'cuts', () => resolve(cutFrom(parts, vector)))
      })
    return {
      for: () => ({ fold: foldNow, cut }),
      compact: (_room, parts) => foldNow(parts),
      close: async () => {},
    }
  }

  #slowly(actor: Actor, store: Store): Store {
    const { committed } = this.#options
    return new Proxy(store, {
      get: (target, name: keyof Store & string) => {
        const work = target[name] as (...args: unknown[]) => Promise<unknown>
        return (...args: unknown[]) => {
          const act = async (): Promise<unknown> => {
            if (this.disk.refuses && WRITES.includes(name)) throw FULL_DISK()
            const answer = await work.apply(target, args)
            if (name === 'commit') committed(args[0] as Changes)
            return answer
          }
          return name === 'commit'
            ? this.disk.write(actor, name, act as () => Promise<void>)
            : this.disk.ask(actor, name, act)
        }
      },
    })
  }
}
