/** One socket in one room: takes its frames in order, and answers, relays and receipts. */
import type { WebSocket } from 'ws'
import type { SeatId } from '../src/model/ids.ts'
import type { Role } from '../src/model/roles.ts'
import type { CloseReason } from '../src/protocol/closeCodes.ts'
import { CLOSE } from '../src/protocol/closeCodes.ts'
import { encodeStored, HEARTBEAT, SYNC } from '../src/protocol/messages.ts'
import type { RoomAddress } from '../src/protocol/roomName.ts'
import type { Holder } from './access.ts'
import { accessOf } from './access.ts'
import { frameBytes } from './config.ts'
import type { Frame } from './frames.ts'
import { encodeSync, isEmptyUpdate, readFrame } from './frames.ts'
import type { Peer } from './peer.ts'
import { TokenBucket } from './rateLimit.ts'
import { Receipts } from './receipts.ts'
import type { Room } from './room.ts'
import type { Services } from './services.ts'

/** One who does not read is cut off before it fills the memory; it comes back and asks for what it lacks. */
const MAX_BUFFERED_BYTES = 512 * 1024
/** Frames that may wait while a connection is let in. */
const MAX_WAITING_FRAMES = 64
/** A stock client echoes what others say of themselves: cheap to see and to drop, so more of it may come. */
const ECHOES_PER_MESSAGE = 20
/** A device that lacks a part of its own history can't be made whole by asking again. */
const MAX_GAPS_IN_STEP2 = 3

export class Connection implements Peer {
  readonly speaksGuyub: boolean
  readonly #socket: WebSocket
  readonly #services: Services
  readonly #messages: TokenBucket
  readonly #frames: TokenBucket
  readonly #receipts: Receipts
  #holder: Holder | null = null
  #address: RoomAddress | null = null
  #room: Room | null = null
  #name = ''
  #closed = false
  #waiting: Uint8Array[] = []
  #pumping = false
  #alive = true
  #sentAtMs: number
  #refreshedAtMs: number
  #gapsInStep2 = 0

  /** Listens from the first moment: a frame that comes while the capability is looked up must not be lost. */
  constructor(socket: WebSocket, speaksGuyub: boolean, services: Services) {
    this.#socket = socket
    this.#services = services
    this.speaksGuyub = speaksGuyub
    const { messagesPerSecond, messageBurst } = services.limits
    const now = services.now()
    this.#messages = new TokenBucket(messagesPerSecond, messageBurst, now)
    this.#frames = new TokenBucket(
      messagesPerSecond * ECHOES_PER_MESSAGE,
      messageBurst * ECHOES_PER_MESSAGE,
      now,
    )
    this.#sentAtMs = now
    this.#refreshedAtMs = now
    this.#receipts = new Receipts((count) => {
      if (this.speaksGuyub) this.send(encodeStored(count))
    })
    socket.on('message', (data: Buffer, isBinary) => this.#receive(data, isBinary))
    socket.on('pong', () => {
      this.#alive = true
    })
    socket.on('close', () => this.#leave())
    // A protocol error of the socket: it is closed, which is all there is to do.
    socket.on('error', () => {})
  }

  get capability(): string {
    return this.#holder?.capability.id ?? ''
  }
  get seat(): SeatId {
    if (!this.#holder) throw new Error('a connection without a seat is in no room')
    return this.#holder.seat.id
  }
  get role(): Role {
    return this.#holder?.seat.role ?? 'viewer'
  }
  get name(): string {
    return this.#name
  }
  get isClosed(): boolean {
    return this.#closed
  }

  /** Says whose it is. False where it was revoked or closed meanwhile. */
  identify(holder: Holder): boolean {
    if (this.#closed) return false
    this.#holder = holder
    this.#name = holder.seat.name
    if (this.#services.connections.add(this, holder.capability.id)) return true
    this.close('linkRevoked')
    return false
  }

  enter(room: Room, address: RoomAddress): void {
    if (this.#closed) return
    this.#room = room
    this.#address = address
    room.join(this)
    this.#tellStates()
    if (this.#access() === 'write') this.#askForMissing()
    this.#pump()
  }

  rename(name: string): void {
    this.#name = name
    this.#room?.presence.announce()
  }

  send(message: Uint8Array): void {
    if (this.#closed) return
    if (this.#socket.bufferedAmount > MAX_BUFFERED_BYTES) {
      this.close('tooSlow')
      return
    }
    this.#sentAtMs = this.#services.now()
    this.#socket.send(message)
  }

  close(reason: CloseReason): void {
    if (this.#closed) return
    this.#services.log({
      level: reason === 'serverRestarting' ? 'debug' : 'info',
      event: 'connectionClosed',
      reason,
      room: this.#room?.name ?? null,
      capability: this.#holder?.capability.id ?? null,
    })
    this.#leave()
    this.#socket.close(CLOSE[reason], reason)
  }

  /** Cuts off a socket whose last ping nobody answered, or asks again. */
  ping(): void {
    if (!this.#alive) {
      this.#socket.terminate()
      return
    }
    this.#alive = false
    this.#socket.ping()
  }

  /** Sees to it that the client hears data often enough not to drop the connection. */
  heartbeat(): void {
    const now = this.#services.now()
    const due = now - this.#services.timing.heartbeatAfterMs
    if (!this.speaksGuyub && this.#refreshedAtMs <= due) {
      // A stock client lets states die after 30 s in which nobody renewed them.
      this.#refreshedAtMs = now
      this.send(this.#room?.presence.statesFor(this) ?? HEARTBEAT)
    } else if (this.#sentAtMs <= due) this.send(HEARTBEAT)
  }

  #leave(): void {
    if (this.#closed) return
    this.#closed = true
    this.#waiting = []
    this.#services.connections.remove(this)
    if (!this.#room) return
    this.#room.leave(this)
    this.#services.rooms.left(this.#room)
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.#closed) return
    const { limits, now } = this.#services
    if (!isBinary) this.close('badFrame')
    else if (data.length > frameBytes(limits)) this.close('documentTooLarge')
    else if (!this.#frames.take(now())) this.close('tooManyMessages')
    else {
      this.#waiting.push(data)
      if (this.#room) this.#pump()
      else if (this.#waiting.length > MAX_WAITING_FRAMES) this.close('tooManyMessages')
    }
  }

  /** Handles what waits, in order; stops for the moments in which the room is read from disk. */
  #pump(): void {
    if (this.#pumping) return
    while (!this.#closed) {
      const busy = this.#room?.ready()
      if (busy) {
        this.#pumping = true
        void busy.then(() => {
          this.#pumping = false
          this.#pump()
        })
        return
      }
      const bytes = this.#waiting.shift()
      if (!bytes) return
      this.#handle(bytes)
    }
  }

  #handle(bytes: Uint8Array): void {
    const frame = readFrame(bytes)
    if (!frame) this.close('badFrame')
    else if (frame.type === 'awareness') this.#hear(frame.update)
    else if (!this.#messages.take(this.#services.now())) this.close('tooManyMessages')
    else if (frame.type === 'step1') this.#answer(frame.stateVector)
    else if (frame.type === 'queryAwareness') this.#tellStates()
    else if (frame.type !== 'unknown') this.#take(frame)
  }

  #tellStates(): void {
    const states = this.#room?.presence.statesFor(this)
    if (states) this.send(states)
  }

  #hear(update: Uint8Array): void {
    const heard = this.#room?.presence.hear(this, update)
    if (heard === 'malformed') this.close('badFrame')
    else if (heard === 'own' && !this.#messages.take(this.#services.now())) {
      this.close('tooManyMessages')
    }
  }

  #access() {
    return this.#holder && this.#address ? accessOf(this.#holder.seat, this.#address) : 'none'
  }

  #take(frame: Extract<Frame, { type: 'step2' | 'update' }>): void {
    const room = this.#room
    if (!room) return
    if (this.#access() !== 'write') {
      const harmless = frame.type === 'step2' && isEmptyUpdate(frame.update)
      if (!harmless) this.close('readOnly')
      return
    }
    const isStep2 = frame.type === 'step2'
    const stored = this.#receipts.received(isStep2)
    const verdict = room.take(frame.update, this, stored)
    if (verdict === 'taken') this.#receipts.taken(isStep2)
    if (verdict === 'taken' && isStep2) this.#gapsInStep2 = 0
    if (verdict === 'gap') this.#onGap(isStep2)
    if (verdict === 'malformed') this.close('badFrame')
    if (verdict === 'notYours') this.close('notYours')
    if (verdict === 'tooLarge') this.close('documentTooLarge')
  }

  #onGap(inStep2: boolean): void {
    if (inStep2) this.#gapsInStep2++
    if (this.#gapsInStep2 >= MAX_GAPS_IN_STEP2) this.close('storeUnavailable')
    else if (this.#receipts.gap(inStep2)) this.#askForMissing()
  }

  #askForMissing(): void {
    void this.#sendOnceStored(SYNC.step1, this.#room?.stateVector())
  }

  #answer(stateVector: Uint8Array): void {
    void this.#sendOnceStored(SYNC.step2, this.#room?.missingFor(stateVector))
  }

  async #sendOnceStored(kind: number, content: Promise<Uint8Array> | undefined): Promise<void> {
    try {
      if (content) this.send(encodeSync(kind, await content))
    } catch {
      this.close('storeUnavailable') // the commit under it failed
    }
  }
}
