/** One phone or laptop: a disk that outlives its tabs, a way to the network, and whoever sits at it. */
import type { Device, KeptSeat, RoomStore } from '../../src/storage/device.ts'
import { openMemoryDevice } from '../../src/storage/openDevice.ts'
import type { Access } from './line.ts'
import { SimDisk } from './simDisk.ts'
import type { Actor, VirtualTime } from './virtualTime.ts'
import { anActor } from './virtualTime.ts'

type SimDeviceOptions = {
  time: VirtualTime
  name: string
  seat: KeptSeat
  cheats: boolean
  latencyMs(): number
  diskDelayMs(): number
}

const REFUSED = () => new Error('QuotaExceededError')

export class SimDevice {
  readonly name: string
  readonly access: Access
  readonly disk: SimDisk
  /** Whom it was made for; while a viewer's link is open on it, that seat's work stays on its disk. */
  readonly seat: KeptSeat
  /** The link it would open now; null: it was taken back, and there is no other yet. */
  link: KeptSeat | null
  /** Its program has been made to believe that a viewer may write. What such a one keeps is its own affair. */
  readonly cheats: boolean
  readonly #time: VirtualTime
  readonly #tables = openMemoryDevice()
  readonly #unread = new Set<Actor>()
  readonly #losses = new Map<Actor, () => void>()

  constructor({ time, name, seat, cheats, latencyMs, diskDelayMs }: SimDeviceOptions) {
    this.#time = time
    this.name = name
    this.seat = seat
    this.link = seat
    this.cheats = cheats
    this.access = { online: true, stalled: false, held: [], turns: 0, latencyMs }
    this.disk = new SimDisk(time, anActor(`${name} disk`), diskDelayMs)
  }

  stall(): void {
    this.access.stalled = true
  }
  goOn(): void {
    this.access.stalled = false
    const held = this.access.held.splice(0).sort((a, b) => a.turn - b.turn)
    for (const each of held) each.goOn()
  }

  /** Its storage was closed under the tabs, as iOS does. */
  loseStorage(): void {
    for (const [tab, told] of this.#losses) this.#time.after(1, tab, 'storage lost', told)
  }

  /** A tab that could not, and will ask again: what earlier ones have left here is still to come. */
  hasRead(tab: Actor): boolean {
    return !this.#unread.has(tab)
  }

  /** What a tab sees of this device. */
  for(tab: Actor): Device {
    return { ...this.#tables, keeps: true, rooms: this.#roomsFor(tab), close() {} }
  }

  #roomsFor(tab: Actor): RoomStore {
    const { rooms } = this.#tables
    const { disk } = this
    const willing =
      <T>(work: () => Promise<T>) =>
      async (): Promise<T> => {
        if (disk.refuses) throw REFUSED()
        return work()
      }
    const ask = <T>(what: string, work: () => Promise<T>) => disk.ask(tab, what, willing(work))
    const write = (what: string, work: () => Promise<void>) => disk.write(tab, what, willing(work))
    return {
      load: (...what) => {
        this.#unread.add(tab)
        return ask('reads', async () => {
          const stored = await rooms.load(...what)
          this.#unread.delete(tab)
          return stored
        })
      },
      append: (...what) => write('writes', () => rooms.append(...what)),
      dropMarks: (...what) => write('drops marks', () => rooms.dropMarks(...what)),
      compact: (key) => write('compacts', () => rooms.compact(key)),
      subscribeMarks: (key, listener) =>
        rooms.subscribeMarks(key, (writer) => {
          this.#time.after(1, tab, 'hears of a mark', () => listener(writer))
        }),
      subscribeLoss: (listener) => {
        this.#losses.set(tab, listener)
        return () => this.#losses.delete(tab)
      },
    }
  }
}
