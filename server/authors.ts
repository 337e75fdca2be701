/**
 * Whose the structs of a room are, and who may bring them. A client id belongs to the seat that first wrote under it, and
 * nobody else adds to it. Only what a room has lost (it fell back, was restored from a backup, or its newest rows are gone
 * without a trace) may be brought by anybody who still holds it: under ids whose owner is known, and only as far as that
 * owner's structs are known to have been on this disk. So far their word is taken for what stood there, for nothing else
 * tells any more.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SeatId } from '../src/model/ids.ts'
import type { RoomName } from '../src/protocol/roomName.ts'
import type { Vouch } from '../src/protocol/vouches.ts'
import { encodeBehind, inOrder } from '../src/protocol/vouches.ts'
import type { NewOwner, Reached } from './store/store.ts'
import type { HeadOf, WholeUpdate } from './updateCheck.ts'
import type { Signer } from './vouches.ts'
import { isSignedBy } from './vouches.ts'

export type AuthorsContext = {
  room: RoomName
  owners: Map<number, SeatId>
  /** How far each client's structs once got, where the room lacks some of them. */
  lost: ReadonlyMap<number, number> | null
  sign: Signer
  headOf: HeadOf
  /** The seat that speaks under an id in the room now. */
  holderOf(client: number): SeatId | null
}

/** By client; `seat`: in whose name. */
export type Signed = ReadonlyMap<number, { seat: SeatId; signature: Uint8Array }>
const NOTHING_SIGNED: Signed = new Map()

/** Two milliseconds' worth: a room may have been written under thousands of ids. */
const SIGNED_AT_ONCE = 512

/** The row that said whose an id is has rotted away. */
const NOBODY = '' as SeatId

export class Authors {
  readonly #context: AuthorsContext
  /** Whose seat stood behind an update since the room was read. */
  readonly #told = new Set<number>()
  /** While the room lacks something: how far each client's structs are known to have got. */
  #lost: Map<number, number> | null

  constructor(context: AuthorsContext) {
    this.#context = context
    this.#lost = context.lost && new Map(context.lost)
  }

  get lacksSomething(): boolean {
    return this.#lost !== null
  }

  ownerOf(client: number): SeatId | null {
    return this.#context.owners.get(client) ?? null
  }

  /** Nobody adds to what another wrote, or speaks under now. */
  mayWrite({ advanced }: WholeUpdate, seat: SeatId): boolean {
    for (const [client, head] of advanced) {
      const owner = this.ownerOf(client) ?? this.#context.holderOf(client) ?? seat
      if (owner !== seat && !this.#mayComeBack(client, head)) return false
    }
    return true
  }

  /** Whose a client's structs are in an update that this seat brings. */
  authorOf({ advanced }: WholeUpdate, client: number, seat: SeatId): SeatId {
    const head = advanced.get(client) ?? this.#context.headOf(client)
    return this.#mayComeBack(client, head) ? (this.ownerOf(client) ?? seat) : seat
  }

  #mayComeBack(client: number, upTo: number): boolean {
    return this.ownerOf(client) !== null && upTo <= (this.#lost?.get(client) ?? 0)
  }

  /** Ids that nobody wrote under before become this seat's. */
  own(clocks: ReadonlyMap<number, number>, seat: SeatId): NewOwner[] {
    const { owners, room } = this.#context
    const own = [...clocks.keys()].filter((client) => !owners.has(client))
    for (const client of own) owners.set(client, seat)
    return own.length > 0 ? [{ room, seat, clients: own }] : []
  }

  /** What stands behind an answer; `clocks`: where the structs of its update end, by client. */
  async vouchesFor(clocks: ReadonlyMap<number, number>): Promise<Uint8Array> {
    const all = inOrder(clocks)
    const signed: Uint8Array[] = []
    while (signed.length * SIGNED_AT_ONCE < all.length) {
      if (signed.length > 0) await nextTurn()
      const from = signed.length * SIGNED_AT_ONCE
      signed.push(this.#vouches(all.slice(from, from + SIGNED_AT_ONCE), () => true))
    }
    return Buffer.concat(signed)
  }

  /** What `vouchesForAll` needs of an update that this seat brings: that is made in one turn, this in several. */
  async signAhead(clocks: ReadonlyMap<number, number>, seat: SeatId): Promise<Signed> {
    const { room, sign } = this.#context
    const signed = new Map<number, { seat: SeatId; signature: Uint8Array }>()
    for (const [client, clock] of clocks) {
      if (signed.size > 0 && signed.size % SIGNED_AT_ONCE === 0) await nextTurn()
      const owner = this.ownerOf(client) ?? seat
      const signature = sign({ room, client, clock, seat: owner })
      signed.set(client, { seat: owner, signature })
    }
    return signed
  }

  /**
   * What stands behind an update that everybody is sent. The seat stands there the first time: whoever came in later was
   * told in the answer, or has known it as long as the words.
   */
  vouchesForAll(clocks: ReadonlyMap<number, number>, signed?: Signed): Uint8Array {
    const vouches = this.#vouches(inOrder(clocks), (client) => !this.#told.has(client), signed)
    for (const client of clocks.keys()) if (this.ownerOf(client)) this.#told.add(client)
    return vouches
  }

  #vouches(
    clocks: readonly [number, number][],
    names: (client: number) => boolean,
    signed = NOTHING_SIGNED,
  ): Uint8Array {
    const { room, sign } = this.#context
    return encodeBehind(
      clocks.map(([client, clock]) => {
        const seat = this.ownerOf(client) ?? NOBODY
        const ahead = signed.get(client)
        const signature =
          ahead?.seat === seat ? ahead.signature : sign({ room, client, clock, seat })
        return { seat: names(client) ? seat : NOBODY, signature }
      }),
    )
  }

  /** What was said here once goes further than what is here: that was lost. Returns what is new of it. */
  learn(vouches: readonly Vouch[]): Reached {
    const { room, headOf, owners, sign } = this.#context
    const lost = vouches.filter(
      (vouch) =>
        vouch.clock > Math.max(headOf(vouch.client), this.#lost?.get(vouch.client) ?? 0) &&
        (this.ownerOf(vouch.client) ?? vouch.seat) === vouch.seat &&
        isSignedBy(sign, room, vouch),
    )
    if (lost.length > 0) this.#lost ??= new Map()
    for (const { client, clock, seat } of lost) {
      owners.set(client, seat)
      this.#lost?.set(client, Math.max(clock, this.#lost.get(client) ?? 0))
    }
    return lost.map(({ client, clock, seat }) => ({ room, client, clock, seat }))
  }

  /** True where with what came just now everything that was lost is there again. */
  isMended(): boolean {
    const { headOf } = this.#context
    const lost = this.#lost
    if (!lost || [...lost].some(([client, clock]) => headOf(client) < clock)) return false
    this.#lost = null
    return true
  }
}
