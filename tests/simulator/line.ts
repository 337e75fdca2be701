/**
 * One websocket connection between a tab and the server, as TCP behaves: each direction is in order, takes its time, and
 * loses nothing but its end when the connection breaks. What was under way then may still arrive until that side
 * learns of the break. A stalled device neither sends nor hears, and nobody is told.
 */
import type { Socket } from 'node:net'
import type { WebSocket as WsSocket } from 'ws'
import { isEmptyUpdate } from '../../server/frames.ts'
import { MESSAGE, SYNC } from '../../src/protocol/messages.ts'
import { updateIn } from './books.ts'
import type { Actor, VirtualTime } from './virtualTime.ts'

/** A device's own access to the network. */
export type Access = {
  online: boolean
  /** Messages wait until it is over. */
  stalled: boolean
  /** What waits, each with its turn: what was under way as it began was said before the rest, and still comes first. */
  held: { turn: number; goOn(): void }[]
  turns: number
  latencyMs(): number
}

type Side = 'tab' | 'server'
type End = { actor: Actor; over: boolean; lastMs: number }
type Listeners = Map<string, (...args: unknown[]) => void>

export const OPEN = 1
const CLOSED = 3
const BROKEN = 1006

const PING = new Uint8Array(0)

/** With many tabs on slow lines some of it is always under way, and it brings nothing new. */
function isChatter(to: Side, bytes: Uint8Array): boolean {
  const [type, kind] = bytes
  if (bytes === PING || type === MESSAGE.awareness) return true
  if (type !== MESSAGE.sync) return false
  if (to === 'server') return kind === SYNC.step1
  return kind === SYNC.step2 && isEmptyUpdate(updateIn(bytes))
}

export type LineOptions = {
  time: VirtualTime
  device: { readonly access: Access }
  tab: Actor
  /** What the server lets out, before it is under way. */
  watch(bytes: Uint8Array): void
  /** Never, unless it is to be seen what comes of it. */
  swallows(): boolean
  /** How far each author's words were on the server's disk when it was let in. */
  atDoor: ReadonlyMap<number, number>
  onEnd(line: Line): void
}

export class Line {
  readonly #options: LineOptions
  readonly #ends: Record<Side, End>
  #underWay = 0
  readonly client: ClientEnd
  readonly server: ServerEnd

  constructor(options: LineOptions, client: ClientEnd, server: Actor) {
    this.#options = options
    const lastMs = options.time.nowMs
    this.#ends = {
      tab: { actor: options.tab, over: false, lastMs },
      server: { actor: server, over: false, lastMs },
    }
    this.client = client
    this.server = new ServerEnd(this)
  }

  get device(): LineOptions['device'] {
    return this.#options.device
  }
  get atDoor(): LineOptions['atDoor'] {
    return this.#options.atDoor
  }
  get tab(): Actor {
    return this.#options.tab
  }
  /** Both sides are there, and have heard all that was said; what goes to and fro for ever need not be waited for. */
  get isCalm(): boolean {
    const { tab, server } = this.#ends
    return this.#underWay === 0 && [tab, server].every(({ actor, over }) => actor.alive && !over)
  }
  latencyMs(): number {
    return this.device.access.latencyMs()
  }

  /** Something arrives at a side after all that was sent there before, unless that side is done with by then. */
  deliver(
    to: Side,
    what: string,
    arrive: () => void,
    bytes?: Uint8Array,
    turn = ++this.device.access.turns,
  ): void {
    const { time, device, swallows } = this.#options
    const { access } = device
    const end = this.#ends[to]
    if (bytes && swallows()) return
    const counts = bytes && isChatter(to, bytes) ? 0 : 1
    this.#underWay += counts
    const goOn = () => {
      const atMs = Math.max(end.lastMs, time.nowMs + access.latencyMs())
      end.lastMs = atMs
      time.after(atMs - time.nowMs, end.actor, '', () => {
        if (!end.over && access.stalled) return void access.held.push({ turn, goOn })
        this.#underWay -= counts
        if (end.over) return
        time.tell(end.actor, what, bytes)
        arrive()
      })
    }
    if (access.stalled) access.held.push({ turn, goOn })
    else goOn()
  }

  letOut(bytes: Uint8Array): void {
    this.#options.watch(bytes)
    this.deliver('tab', '←', () => this.client.hear(bytes), bytes)
  }

  /** It breaks now. Each side learns of it in its own time, or never by itself. */
  breakAfter(tabMs: number, serverMs: number): void {
    const { time, tab } = this.#options
    time.after(tabMs, tab, 'line broken', () => this.end('tab', BROKEN, ''))
    time.after(serverMs, this.#ends.server.actor, 'line broken', () =>
      this.end('server', BROKEN, ''),
    )
  }

  end(side: Side, code: number, reason: string): void {
    const end = this.#ends[side]
    if (end.over) return
    end.over = true
    if (side === 'tab') {
      this.client.ended(code, reason)
      this.#options.onEnd(this)
    } else this.server.ended(code)
  }
}

/** The browser's side. */
export class ClientEnd {
  readonly OPEN = OPEN
  binaryType = 'arraybuffer'
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: ((event: object) => void) | null = null
  line: Line | null = null

  opened(): void {
    this.readyState = OPEN
    this.onopen?.()
  }
  hear(bytes: Uint8Array): void {
    if (this.readyState === OPEN) this.onmessage?.({ data: bytes.slice().buffer })
  }
  send(data: Uint8Array): void {
    const bytes = data.slice()
    const { line } = this
    line?.deliver('server', '→', () => line.server.emit('message', Buffer.from(bytes), true), bytes)
  }
  close(): void {
    const { line } = this
    if (this.readyState === CLOSED) return
    this.readyState = CLOSED
    line?.deliver('server', 'closed by the tab', () => line.end('server', 1000, ''))
    line?.end('tab', 1000, '')
  }
  ended(code: number, reason: string): void {
    this.readyState = CLOSED
    this.onclose?.({ code, reason })
  }
}

const LENGTH_BYTES: Record<number, number> = { 126: 2, 127: 8 }

/** The server's side: what `Connection` asks of a `ws` socket and of the TCP socket under it. */
export class ServerEnd {
  readonly OPEN = OPEN
  readonly bufferedAmount = 0
  readonly _handle = null
  writableCorked = 0
  readyState = OPEN
  readonly #line: Line
  readonly #listeners: Listeners = new Map()

  constructor(line: Line) {
    this.#line = line
  }

  get socket(): WsSocket {
    return this as unknown as WsSocket
  }
  get tcp(): Socket {
    return this as unknown as Socket
  }

  on(event: string, listener: (...args: unknown[]) => void): void {
    this.#listeners.set(event, listener)
  }
  emit(event: string, ...args: unknown[]): void {
    this.#listeners.get(event)?.(...args)
  }

  cork(): void {
    this.writableCorked++
  }
  uncork(): void {
    this.writableCorked--
  }
  /** @param frame One websocket frame, whole and unmasked. */
  write(frame: Uint8Array): void {
    const head = 2 + (LENGTH_BYTES[frame[1] ?? 0] ?? 0)
    this.#line.letOut(new Uint8Array(frame.subarray(head)))
  }

  ping(): void {
    const line = this.#line
    const pong = () => line.deliver('server', 'pong', () => this.emit('pong'), PING)
    line.deliver('tab', 'ping', pong, PING)
  }
  close(code: number, reason: string): void {
    if (this.readyState === CLOSED) return
    this.readyState = CLOSED
    const line = this.#line
    line.deliver('tab', `closed by the server: ${reason}`, () => {
      line.end('tab', code, reason)
      line.deliver('server', '', () => line.end('server', code, reason))
    })
  }
  terminate(): void {
    this.#line.breakAfter(1, 0)
  }
  ended(code: number): void {
    this.readyState = CLOSED
    this.emit('close', code)
  }
}
