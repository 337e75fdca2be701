/** All there is in one simulation: a server and its disk, devices with their tabs, and the lines between them. */
import type { DatabaseSync } from 'node:sqlite'
import * as Y from 'yjs'
import type { Changes } from '../../server/store/store.ts'
import { MESSAGE, SYNC } from '../../src/protocol/messages.ts'
import type { KeptSeat } from '../../src/storage/device.ts'
import type { ForeignWork } from '../support/foreignWork.ts'
import { watchForeignWork } from '../support/foreignWork.ts'
import type { Mark } from './books.ts'
import { Book, markOf, updateIn } from './books.ts'
import type { Chance } from './chance.ts'
import { chanceFrom } from './chance.ts'
import { Letters } from './letters.ts'
import type { Access } from './line.ts'
import { ClientEnd, Line } from './line.ts'
import { Sayings } from './parrot.ts'
import { SimDevice } from './simDevice.ts'
import { SimServer } from './simServer.ts'
import { aTabActor, Tab } from './tab.ts'
import type { Template } from './template.ts'
import { openTemplate } from './template.ts'
import type { Actor } from './virtualTime.ts'
import { anActor, VirtualTime } from './virtualTime.ts'

/** What can be made to fail that never may: to see that it is found. */
export type Treason = 'serverDiskLies' | 'deviceDiskLies' | 'lineSwallows'

/** Who calls: a device, or what is no device at all. */
export type Caller = { readonly name: string; readonly access: Access }

/** So many devices, by the seed: three to eight. */
export const LEAST_DEVICES = 3
export const DEVICE_COUNTS = 6
const EARLIER_KEPT = 3
const ORIGIN = 'http://guyub.test'

export class World {
  readonly time: VirtualTime
  readonly chance: Chance
  readonly template: Template
  readonly server: SimServer
  readonly devices: SimDevice[]
  readonly tabs = new Set<Tab>()
  readonly works = new WeakMap<Tab, ForeignWork>()
  readonly lines = new Set<Line>()
  readonly letters = new Letters()
  readonly sayings = new Sayings()
  /** What is on the server's disk of the canvas, and which letters. */
  readonly onDisk = new Book()
  readonly lettersOnDisk = new Set<string>()
  /** What each device has shown ✓ for. */
  readonly kept = new Map<SimDevice, Mark[]>()
  readonly outside = anActor('outside')
  readonly database: DatabaseSync
  /** Who writes under which client id. */
  readonly seatOf = new Map<number, KeptSeat>()
  /** What was found, and the last lines before it. */
  found: { what: string; lines: readonly string[] } | null = null
  /** In some worlds the newest end of the server's file is lost now and then, without a trace. */
  readonly losesTails: boolean
  tailWasLost = false
  readonly #earlier: Uint8Array[] = []
  readonly #swallows: boolean
  #tabCount = 0

  constructor(seed: number, template: Template, treason: Treason | null = null) {
    this.template = template
    this.chance = chanceFrom(seed)
    this.time = new VirtualTime(seed ^ 0x5bd1e995, this.outside)
    this.database = openTemplate(template)
    this.onDisk.add(template.first)
    const { chance, time } = this
    const diskMs = chance.oneOf([1, 5, 40]) ?? 1
    this.server = new SimServer({
      time,
      database: this.database,
      diskDelayMs: () => chance.draw() * diskMs,
      foldingMs: () => chance.between(1, 100),
      committed: (changes) => this.#committed(changes),
    })
    this.server.disk.lies = treason === 'serverDiskLies'
    this.losesTails = Math.floor(seed / DEVICE_COUNTS) % 4 === 3
    this.#swallows = treason === 'lineSwallows'
    const length = LEAST_DEVICES + (seed % DEVICE_COUNTS)
    this.devices = Array.from({ length }, (_, index) => this.#aDevice(index))
    for (const { disk } of this.devices) disk.lies = treason === 'deviceDiskLies'
  }

  #aDevice(index: number): SimDevice {
    const { chance, time, template } = this
    const latencyMs = chance.oneOf([2, 30, 200, 800]) ?? 2
    const diskMs = chance.oneOf([1, 20, 200]) ?? 1
    // Somebody writes; the others come as they come.
    const seat = index > 1 && chance.is(0.2) ? template.viewer : chance.oneOf(template.writers)
    const device = new SimDevice({
      time,
      name: `d${index}`,
      seat: seat ?? template.viewer,
      cheats: chance.is(0.5),
      latencyMs: () => latencyMs * (0.5 + chance.draw()),
      diskDelayMs: () => chance.draw() * diskMs,
    })
    this.kept.set(device, [])
    return device
  }

  wrong(what: string): void {
    this.time.tell(this.outside, `WRONG: ${what}`)
    this.found ??= { what, lines: [...this.time.lines] }
  }

  tabsOf(device: SimDevice): Tab[] {
    return [...this.tabs].filter((tab) => tab.device === device && !tab.isClosing)
  }
  linesOf(whose: SimDevice | Actor): Line[] {
    return [...this.lines].filter((line) => line.device === whose || line.tab === whose)
  }
  isViewer(seat: KeptSeat): boolean {
    return seat.role === 'viewer'
  }

  openTab(device: SimDevice): void {
    const { link } = device
    if (!link) return
    const cheats = device.cheats && this.isViewer(link)
    const actor = aTabActor(device, ++this.#tabCount)
    const role = cheats ? 'member' : link.role
    this.time.after(0, actor, `opens as ${link.role}${cheats ? ' who cheats' : ''}`, () => {
      const tab = new Tab(
        {
          device,
          seat: link,
          canvas: this.template.canvas,
          origin: ORIGIN,
          role,
          WebSocket: this.#socketsOf(device, actor, link),
          onDisk: this.onDisk,
          atDoor: () => this.linesOf(actor).at(-1)?.atDoor ?? new Map(),
          mayBeUnknown: () => this.tailWasLost,
          kept: (mark) => this.kept.get(device)?.push(mark),
          wrong: (what) => this.wrong(`${actor.name} ${what}`),
        },
        actor,
      )
      this.tabs.add(tab)
      this.seatOf.set(tab.client, link)
      const { client } = tab
      this.works.set(
        tab,
        watchForeignWork({
          doc: tab.room.doc,
          view: () => tab.view,
          isOwn: (letter) => this.letters.isOf(client, letter),
          struckOut: (letter) => this.letters.wasStruckOut(client, letter),
        }),
      )
    })
  }

  /** As it closes by itself: what is left is written, and nothing disturbs it in that. */
  closeTab(tab: Tab): void {
    tab.isClosing = true
    this.time.after(0, tab.actor, 'closes', () => {
      void tab.canvas.close().then(() => {
        tab.actor.alive = false
        this.tabs.delete(tab)
      })
    })
  }

  /** Nothing more is heard of it, by the server either for a while. */
  killTab(tab: Tab): void {
    const { chance } = this
    tab.actor.alive = false
    this.tabs.delete(tab)
    tab.device.disk.forget(tab.actor, chance.below(3))
    const isHeard = chance.is(0.7)
    for (const line of this.linesOf(tab.actor)) {
      if (isHeard) line.breakAfter(0, line.latencyMs())
      this.lines.delete(line)
    }
  }

  killServer(): void {
    const { chance, server } = this
    server.kill()
    for (const line of this.lines) {
      // Or nobody is told: then its silence tells.
      if (chance.is(0.7)) line.breakAfter(line.latencyMs(), 0)
    }
  }

  /** The server comes back with its file as it was some commits ago. */
  loseTail(): void {
    const earlier = this.chance.oneOf(this.#earlier)
    if (!earlier) return
    this.killServer()
    this.database.deserialize(earlier)
    this.tailWasLost = true
  }

  #socketsOf(device: SimDevice, tab: Actor, seat: KeptSeat): typeof WebSocket {
    const connect = (client: ClientEnd, offered: readonly string[]) =>
      this.connect(client, device, tab, offered)
    const isOwn = (client: number) => this.seatOf.get(client)?.seat === seat.seat
    const heard = (frame: Uint8Array) => this.sayings.heard(seat.seat, frame, isOwn)
    return class extends ClientEnd {
      constructor(_url: string, offered: readonly string[]) {
        super()
        connect(this, offered)
      }
      override send(frame: Uint8Array): void {
        heard(frame)
        super.send(frame)
      }
    } as unknown as typeof WebSocket
  }

  connect(client: ClientEnd, device: Caller, tab: Actor, offered: readonly string[]): void {
    const { time, server, template } = this
    const { access } = device
    const fail = () => client.ended(1006, '')
    if (!access.online) {
      time.after(this.chance.between(10, 3_000), tab, 'no network', fail)
      return
    }
    time.after(access.latencyMs(), this.outside, '', () => {
      if (access.stalled) {
        const goOn = () => this.connect(client, device, tab, offered)
        access.held.push({ turn: ++access.turns, goOn })
        return
      }
      const { running } = server
      if (!running) {
        time.after(access.latencyMs(), tab, 'nobody listens', fail)
        return
      }
      if (client.readyState !== 0 || !tab.alive) return
      const line = new Line(
        {
          time,
          device,
          tab,
          watch: (bytes) => this.#letOut(bytes),
          swallows: () => this.#swallows && this.chance.is(0.02),
          // What the server has lost it can't tell.
          atDoor: this.tailWasLost
            ? new Map()
            : Y.decodeStateVector(Y.encodeStateVector(this.onDisk.doc)),
          onEnd: (ended) => this.lines.delete(ended),
        },
        client,
        running.actor,
      )
      client.line = line
      this.lines.add(line)
      line.deliver('tab', 'connected', () => client.opened())
      time.after(0, running.actor, `lets ${tab.name} in`, () => {
        void running.door.letIn({
          socket: line.server.socket,
          line: line.server.tcp,
          offered,
          room: template.room,
          address: device.name,
        })
      })
    })
  }

  /** Commit before relay: whatever leaves the server is on its disk. */
  #letOut(message: Uint8Array): void {
    const [type, kind] = message
    if (type !== MESSAGE.sync || kind === SYNC.step1) return
    if (!this.onDisk.has(markOf(updateIn(message)))) {
      this.wrong('the server lets out what is not on its disk')
    }
  }

  #committed({ updates = [] }: Changes): void {
    if (this.losesTails && updates.length > 0 && this.chance.is(0.15)) {
      this.#earlier.push(this.database.serialize())
      if (this.#earlier.length > EARLIER_KEPT) this.#earlier.shift()
    }
    for (const { room, bytes } of updates) {
      if (room !== this.template.room) continue
      const mark = markOf(bytes)
      this.onDisk.add(bytes)
      for (const client of mark.reaches.keys()) {
        if (this.seatOf.get(client)?.role === 'viewer')
          this.wrong('a viewer’s words are on the server’s disk')
      }
      for (const { content } of Y.decodeUpdate(bytes).structs as Y.Item[]) {
        if (content instanceof Y.ContentString) {
          for (const letter of content.str) this.lettersOnDisk.add(letter)
        }
      }
    }
  }
}
