/**
 * One shared document in memory, as bytes in front of its rows on disk. An update is checked from its bytes, appended and
 * committed; only then do others see it and only then is it receipted. What leaves a room always rests on committed rows.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type * as Y from 'yjs'
import type { SeatId } from '../src/model/ids.ts'
import type { RoomName } from '../src/protocol/roomName.ts'
import type { Vouch } from '../src/protocol/vouches.ts'
import type { Signed } from './authors.ts'
import { Authors } from './authors.ts'
import type { Decoded } from './decodeUpdate.ts'
import { decodeFrame, isHeavy, LARGE_FRAME_BYTES, MAX_AUTHORS } from './decodeUpdate.ts'
import type { Taken } from './documentBytes.ts'
import type { Elsewhere } from './folding.ts'
import type { GroupCommit } from './groupCommit.ts'
import { StoreUnavailable } from './groupCommit.ts'
import type { Work } from './inTurns.ts'
import { atOnce, inTurns } from './inTurns.ts'
import type { LoadedRoom } from './loadRoom.ts'
import type { Log } from './log.ts'
import type { Peer } from './peer.ts'
import type { Presence } from './presence.ts'
import { openPresence } from './presence.ts'
import { Publisher } from './publisher.ts'
import type { Missing, Room, Verdict } from './room.ts'
import { RoomDocument } from './roomDocument.ts'
import type { StateVector } from './stateVector.ts'
import type { Changes } from './store/store.ts'
import { SERVER_SEAT } from './store/store.ts'
import type { UpdateCheck, WholeUpdate } from './updateCheck.ts'
import { checkDecoded } from './updateCheck.ts'
import type { Signer } from './vouches.ts'

const VERDICTS = {
  malformed: 'malformed',
  linkRevoked: 'linkRevoked',
  schema: 'malformed',
  typist: 'notYours',
  remover: 'notYours',
} as const satisfies Record<Exclude<Taken['type'], 'taken'>, Verdict>

/** `signed`: for its authors, where they are many. */
type Checked = WholeUpdate & { signed?: Signed }

export type RoomContext = {
  name: RoomName
  groupCommit: GroupCommit
  documentBytes: number
  now(): number
  log: Log
  sign: Signer
  elsewhere: Elsewhere
  /** A row was added: enough of them are worth a new state. */
  grew(bytes: number): void
  /** The room must leave memory; the next to come reads it from disk. */
  gone(): void
}

export class LiveRoom implements Room {
  readonly name: RoomName
  readonly presence: Presence
  readonly #context: RoomContext
  readonly #document: RoomDocument
  readonly #authors: Authors
  readonly #publisher: Publisher
  #busy: Promise<void> | null = null

  constructor(context: RoomContext, loaded: LoadedRoom) {
    this.name = context.name
    this.#context = context
    this.#document = new RoomDocument(loaded.document, context.elsewhere, context.documentBytes)
    this.#authors = new Authors({
      room: context.name,
      sign: context.sign,
      owners: loaded.owners,
      lost: loaded.lost,
      headOf: (client) => this.#document.bytes.headOf(client),
      holderOf: (client) => this.presence.holderOf(client),
    })
    this.#publisher = new Publisher({
      ...context,
      authors: this.#authors,
      grew: (bytes) => {
        context.grew(bytes)
        this.#document.foldLongTail()
      },
    })
    this.presence = openPresence(context.now, (client) => this.#authors.ownerOf(client))
  }

  get peerCount(): number {
    return this.#publisher.peers.size
  }

  peersOf(seat: SeatId): number {
    return [...this.#publisher.peers].filter((peer) => peer.seat === seat).length
  }

  get idle(): boolean {
    return this.#publisher.isIdle && this.#busy === null
  }

  get lacksSomething(): boolean {
    return this.#authors.lacksSomething
  }

  busy(): Promise<void> | null {
    return this.#busy
  }

  join(peer: Peer): boolean {
    if (this.#publisher.isGone) return false
    this.#publisher.peers.add(peer)
    this.presence.join(peer)
    return true
  }

  leave(peer: Peer): void {
    this.#publisher.peers.delete(peer)
    this.presence.leave(peer)
  }

  take(update: Uint8Array, from: Peer, stored: () => void): Verdict | Promise<Verdict> {
    if (update.length > LARGE_FRAME_BYTES) {
      const decoding = inTurns(decodeFrame(update))
      return this.#busyWith(this.#takeInTurns(decoding, update, from, stored))
    }
    const decoded = atOnce(decodeFrame(update))
    if (decoded.type !== 'decoded') return decoded.type
    if (isHeavy(decoded)) {
      return this.#busyWith(this.#takeInTurns(nextTurn(decoded), update, from, stored))
    }
    const whole = atOnce(checkDecoded(decoded, this.#document.bytes.headOf))
    const check = this.#judge(whole, from.seat)
    if (typeof check === 'string') return check
    if (this.#document.fits(update, check)) return atOnce(this.#taking(check, update, from, stored))
    return this.#busyWith(this.#takeWeighed(check, update, from, stored))
  }

  /** Of each walk through it no more than a piece in one turn: others have theirs between. */
  async #takeInTurns(
    decoding: Promise<Decoded>,
    update: Uint8Array,
    from: Peer,
    stored: () => void,
  ): Promise<Verdict> {
    const decoded = await decoding
    if (decoded.type !== 'decoded') return decoded.type
    const whole = await inTurns(checkDecoded(decoded, this.#document.bytes.headOf))
    const check = this.#judge(whole, from.seat)
    if (typeof check === 'string') return check
    await nextTurn()
    const signed = await this.#authors.signAhead(check.advanced, from.seat)
    return this.#takeWeighed({ ...check, signed }, update, from, stored)
  }

  async #takeWeighed(check: Checked, update: Uint8Array, from: Peer, stored: () => void) {
    const weighed = await this.#document.weighed(update, check)
    if (weighed !== 'fits') return weighed
    return this.#document.keptFor(this.#taking(check, update, from, stored))
  }

  #busyWith(verdict: Promise<Verdict>): Promise<Verdict> {
    const done = () => {
      this.#busy = null
    }
    this.#busy = verdict.then(done, done)
    return verdict
  }

  #judge(check: UpdateCheck, seat: SeatId): WholeUpdate | Verdict {
    if (check.type !== 'whole') return check.type
    if (!this.#document.bytes.hasRoomFor(check)) return 'tooLarge'
    return this.#authors.mayWrite(check, seat) ? check : 'notYours'
  }

  /** It is in the document and on its way to the disk in one and the same turn: nobody is told of it between. */
  *#taking(check: Checked, update: Uint8Array, from: Peer, stored: () => void): Work<Verdict> {
    const { advanced, signed } = check
    const taken = yield* this.#document.bytes.take(check, update, {
      authorOf: (client) => this.#authors.authorOf(check, client, from.seat),
      isRevoked: () => from.isRevoked,
    })
    // The disk may have failed since it was begun.
    if (this.#publisher.isGone) throw new StoreUnavailable()
    if (taken.type === 'taken') {
      const news = taken.news && { update: taken.news, clocks: advanced, signed }
      const owners = this.#authors.own(advanced, from.seat)
      this.#publisher.append(news, { owners }, from, stored)
      return 'taken'
    }
    const { log } = this.#context
    log({ level: 'warn', event: 'updateNotApplied', room: this.name, reason: taken.type })
    return VERDICTS[taken.type]
  }

  async stateVector(): Promise<Uint8Array> {
    await this.#busy
    return this.#publisher.onceStored(this.#document.bytes.stateVector())
  }

  get mostAuthors(): number {
    return this.#document.bytes.authorCount + MAX_AUTHORS
  }

  isCoveredBy(theirs: StateVector): boolean {
    return this.#document.bytes.isCoveredBy(theirs)
  }

  async missingFor(theirs: StateVector): Promise<Missing> {
    await this.#busy
    if (!this.isCoveredBy(theirs)) await this.#document.foldHeavyTail()
    // Both as the document is now: it may grow before they are made.
    const heads = this.#document.bytes.headsBeyond(theirs)
    const update = await this.#document.missingFor(theirs)
    const vouches = await this.#authors.vouchesFor(heads)
    return this.#publisher.onceStored({ update, vouches })
  }

  learn(vouches: readonly Vouch[]): void {
    const behind = this.#authors.learn(vouches)
    if (behind.length === 0) return
    this.#context.log({ level: 'warn', event: 'roomIsBehind', room: this.name })
    this.#publisher.record({ behind })
  }

  read<T>(reader: (doc: Y.Doc) => T): Promise<T> {
    return this.#onceReadable(() => this.#document.read(reader))
  }

  async edit(change: (doc: Y.Doc) => void, alongside: Changes = {}): Promise<void> {
    await this.#publisher.whileBusy(() => this.#onceReadable(() => this.#write(change, alongside)))
  }

  #write(change: (doc: Y.Doc) => void, alongside: Changes): Promise<void> {
    if (this.#publisher.isGone) throw new StoreUnavailable()
    const news = this.#document.edit(change)
    const owners = news ? this.#authors.own(news.clocks, SERVER_SEAT) : []
    return new Promise((resolve, reject) => {
      const lost = () => reject(new StoreUnavailable())
      this.#publisher.append(news, { ...alongside, owners }, null, resolve, lost)
    })
  }

  /** Does it in the very turn in which it can be done. */
  async #onceReadable<T>(work: () => T): Promise<T> {
    while (this.#busy || !this.#document.isReadable) {
      if (this.#busy) await this.#busy
      else if (!(await this.#document.makeReadable())) {
        throw new Error(`too heavy to read: ${this.name}`)
      }
    }
    return work()
  }
}
