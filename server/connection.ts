/** One socket in one room: who it is, how fast it may speak, and whether it still listens. Frames are handled in order. */
import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { SeatId, WorkshopId } from '../src/model/ids.ts'
import type { Role } from '../src/model/roles.ts'
import type { CloseReason } from '../src/protocol/closeCodes.ts'
import { CLOSE } from '../src/protocol/closeCodes.ts'
import { HEARTBEAT, MESSAGE } from '../src/protocol/messages.ts'
import type { RoomAddress } from '../src/protocol/roomName.ts'
import type { Holder } from './access.ts'
import { accessOf } from './access.ts'
import { Allowance } from './allowance.ts'
import { countSpoken } from './awarenessFrames.ts'
import { frameBytes } from './config.ts'
import { readFrame } from './frames.ts'
import { sendFrame } from './outgoing.ts'
import type { Peer } from './peer.ts'
import type { Room } from './room.ts'
import type { Services } from './services.ts'
import { StallWatch } from './stallWatch.ts'
import { SyncFrames } from './syncFrames.ts'

/** One who does not read is cut off before it fills the memory; it comes back and asks for what it lacks. */
const MAX_BUFFERED_BYTES = 512 * 1024
/** What may wait while a connection is let in, or its room is read from disk: so many frames, the largest and small ones. */
const MAX_WAITING_FRAMES = 64
const SMALL_FRAMES_BYTES = 16 * 1024

/** The cause stands in the log once, not for everybody whom it sends away. */
const TOLD_ELSEWHERE: readonly CloseReason[] = ['serverRestarting', 'roomDamaged']

export class Connection implements Peer {
  readonly speaksGuyub: boolean
  readonly #socket: WebSocket
  readonly #line: Socket
  readonly #services: Services
  readonly #allowance: Allowance
  readonly #stall: StallWatch
  #holder: Holder | null = null
  #room: Room | null = null
  #sync: SyncFrames | null = null
  #name = ''
  #closed = false
  #waiting: Uint8Array[] = []
  #pumping = false
  #alive = true
  /** By a clock that nobody sets: a laptop's own may jump when it finds the internet. */
  #sentAtMs = performance.now()
  #refreshedAtMs = performance.now()

  /** Listens from the first moment: a frame that comes while the capability is looked up must not be lost. */
  constructor(socket: WebSocket, line: Socket, speaksGuyub: boolean, services: Services) {
    this.#socket = socket
    this.#line = line
    this.#services = services
    this.speaksGuyub = speaksGuyub
    this.#stall = new StallWatch(line, services.timing.stalledAfterMs, performance.now())
    this.#allowance = new Allowance(services.limits, services.timing, services.now())
    socket.on('message', (data: Buffer, isBinary) => this.#receive(data, isBinary))
    socket.on('pong', () => {
      this.#alive = true
    })
    socket.on('close', () => this.#leave())
    socket.on('error', (cause) => {
      const reason = breachIn(cause)
      if (reason) this.close(reason)
    })
  }

  get capability(): string {
    return this.#holder?.capability.id ?? ''
  }
  get seat(): SeatId {
    if (!this.#holder) throw new Error('a connection without a seat is in no room')
    return this.#holder.seat.id
  }
  get workshop(): WorkshopId {
    if (!this.#holder) throw new Error('a connection without a seat is in no workshop')
    return this.#holder.seat.workshop
  }
  get role(): Role {
    return this.#holder?.seat.role ?? 'viewer'
  }
  get name(): string {
    return this.#name
  }
  get isRevoked(): boolean {
    return this.#services.connections.isRevoked(this.capability)
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
    const holder = this.#holder
    if (this.#closed || !holder) return
    if (!room.join(this)) {
      this.close('storeUnavailable')
      return
    }
    this.#room = room
    this.#sync = new SyncFrames(this, room, () => accessOf(holder.seat, address), this.#services)
    this.#tellStates()
    this.#sync.begin()
    for (const frame of this.#waiting.splice(0)) this.#queue(frame)
    this.#pump()
  }

  rename(name: string): void {
    this.#name = name
    this.#room?.presence.announce()
  }

  send(message: Uint8Array): void {
    if (this.#closed || this.#socket.readyState !== this.#socket.OPEN) return
    if (this.#socket.bufferedAmount > MAX_BUFFERED_BYTES) {
      this.close('tooSlow')
      return
    }
    this.#sentAtMs = performance.now()
    sendFrame(this.#line, message)
  }

  tell(states: Uint8Array, count: number): void {
    if (!this.speaksGuyub) this.#allowance.told(count)
    this.send(states)
  }

  relay(update: Uint8Array): void {
    this.#sync?.relay(update)
  }

  close(reason: CloseReason): void {
    if (this.#closed) return
    this.#services.metrics.closedConnections.add(reason)
    this.#services.log({
      level: TOLD_ELSEWHERE.includes(reason) ? 'debug' : 'info',
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
      this.#services.metrics.closedConnections.add('unreachable')
      this.#socket.terminate()
      return
    }
    this.#alive = false
    this.#socket.ping()
  }

  /** Sees to it that the client hears data often enough not to drop the connection. */
  heartbeat(): void {
    const now = performance.now()
    const due = now - this.#services.timing.heartbeatAfterMs
    if (this.#stall.isStalled(now)) {
      this.close('tooSlow')
      this.#socket.terminate() // it would not hear the close either
    } else if (!this.speaksGuyub && this.#refreshedAtMs <= due) {
      // A stock client lets states die after 30 s in which nobody renewed them.
      this.#refreshedAtMs = now
      if (!this.#tellStates()) this.send(HEARTBEAT)
    } else if (this.#sentAtMs <= due) this.send(HEARTBEAT)
  }

  tellDisk(): void {
    this.#sync?.tellDisk()
  }

  /** The disk takes writes again. */
  storeRecovered(): void {
    this.#sync?.storeRecovered()
  }

  #leave(): void {
    if (this.#closed) return
    this.#closed = true
    this.#waiting = []
    this.#services.connections.remove(this)
    if (!this.#room) return
    this.#room.leave(this)
    this.#services.rooms.left(this.#room)
    this.#services.log({ level: 'debug', event: 'left', room: this.#room.name })
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.#closed) return
    const { limits, now } = this.#services
    if (!isBinary) this.close('badFrame')
    else if (data.length > frameBytes(limits)) this.close('documentTooLarge')
    else if (!this.#allowance.frame(now())) this.close('tooManyMessages')
    else {
      this.#queue(data)
      if (this.#room) this.#pump()
      if (this.#waitsTooMuch()) this.close('tooManyMessages')
    }
  }

  /** Where somebody is rests on no document, so it passes by what waits for one: echoes would pile up before a busy room. */
  #queue(frame: Uint8Array): void {
    if (this.#closed) return
    if (this.#room && frame[0] === MESSAGE.awareness) this.#handle(frame)
    else this.#waiting.push(frame)
  }

  #waitsTooMuch(): boolean {
    const bytes = this.#waiting.reduce((sum, { length }) => sum + length, 0)
    const { limits } = this.#services
    const maxBytes = frameBytes(limits) + SMALL_FRAMES_BYTES
    return this.#waiting.length > MAX_WAITING_FRAMES || bytes > maxBytes
  }

  /** Handles what waits, in order; stops for the moments in which the room is busy, or an answer is made. */
  #pump(): void {
    if (this.#pumping) return
    while (!this.#closed) {
      const busy = this.#room?.busy() ?? this.#sync?.busy()
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
    else if (!this.#allowance.message(this.#services.now(), bytes.length)) {
      this.close('tooManyMessages')
    } else if (frame.type === 'queryAwareness') this.#tellStates()
    else if (frame.type !== 'unknown') this.#sync?.handle(frame)
  }

  #hear(update: Uint8Array): void {
    if (!this.#allowance.whereabouts(this.#services.now(), countSpoken(update))) {
      this.close('tooManyMessages')
      return
    }
    const heard = this.#room?.presence.hear(this, update)
    if (heard === 'malformed') this.close('badFrame')
    else if (heard === 'own' && !this.#allowance.message(this.#services.now())) {
      this.close('tooManyMessages')
    }
  }

  /** False where nobody else is anywhere. */
  #tellStates(): boolean {
    return this.#room?.presence.tellStates(this) ?? false
  }
}

/** Longer than we take; longer than there are numbers for. */
const TOO_LONG = ['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', 'WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH']

/** How it broke the protocol, for which ws closes it already; null: its line is gone. */
function breachIn(cause: Error): CloseReason | null {
  const code = 'code' in cause ? String(cause.code) : ''
  // By what its head says: nothing of such a frame was read.
  if (TOO_LONG.includes(code)) return 'documentTooLarge'
  return code.startsWith('WS_ERR_') ? 'badFrame' : null
}
