/**
 * Somebody's other connection that says again what they have said, in any order and more than once: what duplicates and
 * reorders frames. On one connection neither happens, and receipts, which count frames, lean on that.
 */
import { MESSAGE, SYNC } from '../../src/protocol/messages.ts'
import { CAPABILITY_PREFIX } from '../../src/protocol/version.ts'
import type { KeptSeat } from '../../src/storage/device.ts'
import { markOf, updateIn } from './books.ts'
import type { Access } from './line.ts'
import { ClientEnd } from './line.ts'
import { anActor } from './virtualTime.ts'
import type { World } from './world.ts'

/** After these nobody comes back, and an honest echo deserves none but the first two. */
const FINAL = { from: 4400, to: 4499, linkUnknown: 4401, linkRevoked: 4403 }
const MOST_FRAMES = 10

/** What was said on behalf of each seat, of its own words: others' come with vouches, which a stock client knows nothing of. */
export class Sayings {
  readonly #frames = new Map<string, Uint8Array[]>()

  heard(seat: string, frame: Uint8Array, isOwn: (client: number) => boolean): void {
    const [type, kind] = frame
    if (type !== MESSAGE.sync || kind === SYNC.step1) return
    if (![...markOf(updateIn(frame)).reaches.keys()].every(isOwn)) return
    const frames = this.#frames.get(seat) ?? []
    this.#frames.set(seat, frames)
    frames.push(frame.slice())
  }
  of(seat: string): readonly Uint8Array[] {
    return this.#frames.get(seat) ?? []
  }
}

export function openParrot(world: World, seat: KeptSeat): void {
  const { chance, time } = world
  const latencyMs = () => chance.between(1, 100)
  const access: Access = { online: true, stalled: false, held: [], turns: 0, latencyMs }
  const actor = anActor(`parrot of ${seat.role}`)
  const socket = new ClientEnd()
  const said = world.sayings.of(seat.seat)
  socket.onopen = () => {
    const frames = Array.from({ length: MOST_FRAMES }, () => chance.oneOf(said))
    for (const frame of frames) {
      time.after(chance.between(0, 500), actor, '', () => {
        if (frame && socket.readyState === socket.OPEN) socket.send(frame)
      })
    }
    time.after(2_000, actor, 'flies off', () => socket.close())
  }
  socket.onclose = ({ code, reason }) => {
    const isFinal = code >= FINAL.from && code <= FINAL.to
    if (isFinal && code !== FINAL.linkRevoked && code !== FINAL.linkUnknown) {
      world.wrong(`an echo of honest words is refused: ${reason}`)
    }
  }
  const offered = ['guyub.stock', `${CAPABILITY_PREFIX}${seat.capability}`]
  time.after(0, actor, 'comes', () =>
    world.connect(socket, { name: actor.name, access }, actor, offered),
  )
}
