/**
 * One shared document in memory, as bytes in front of its rows on disk. An update is checked from its bytes, appended and
 * committed; only then do others see it and only then is it receipted. What leaves a room always rests on committed rows.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type * as Y from 'yjs'
import { SYNC } from '../src/protocol/messages.ts'
import type { RoomName } from '../src/protocol/roomName.ts'
import type { Vouch } from '../src/protocol/vouches.ts'
import { Authors } from './authors.ts'
import type { DecodedUpdate } from './decodeUpdate.ts'
import { decodeFrame, isHeavy } from './decodeUpdate.ts'
import type { DocumentBytes } from './documentBytes.ts'
import type { Folded } from './folding.ts'
import { encodeSync } from './frames.ts'
import type { GroupCommit } from './groupCommit.ts'
import { StoreUnavailable } from './groupCommit.ts'
import type { LoadedRoom } from './loadRoom.ts'
import type { Log } from './log.ts'
import type { Peer } from './peer.ts'
import type { Presence } from './presence.ts'
import { openPresence } from './presence.ts'
import { ScratchDocument } from './scratchDocument.ts'
import type { Changes, NewOwner } from './store/store.ts'
import { SERVER_SEAT } from './store/store.ts'
import type { Trespass } from './trespass.ts'
import type { WholeUpdate } from './updateCheck.ts'
import { checkDecoded } from './updateCheck.ts'
import type { Signer } from './vouches.ts'

/** `taken`: it is or will be on disk, and `stored` is called then. All others: nothing of it was taken. */
export type Verdict = 'taken' | 'gap' | 'malformed' | 'notYours' | 'tooLarge'

const VERDICTS = {
  malformed: 'malformed',
  schema: 'malformed',
  typist: 'notYours',
  remover: 'notYours',
} as const satisfies Record<Trespass | 'malformed', Verdict>

export type Missing = {
  update: Uint8Array
  /** To be sent behind it. */
  vouches: Uint8Array
}
/** `clocks`: where its structs end, by client. */
type News = { update: Uint8Array; clocks: WholeUpdate['advanced'] }

/** From here on the tail is worth folding. */
const LONG_TAIL_PARTS = 512
const LONG_TAIL_BYTES = 64 * 1024
/** Folding the largest honest document costs a quarter of this. */
const TOO_HEAVY_MS = 200
/** What a newcomer may be sent on top of the smallest state, where that is more than a few packets. */
const HEAVY_TAIL = 0.01
const FEW_PACKETS_BYTES = 8 * 1024

export interface Room {
  readonly name: RoomName
  readonly presence: Presence
  readonly peerCount: number
  /** Nobody is in it and nothing is on its way to the disk: it may leave memory. */
  readonly idle: boolean
  /** A promise while an update takes more than a turn, null at all other times: frames wait for it. */
  busy(): Promise<void> | null
  /** It fell back, and lacks what was once on its disk. */
  readonly lacksSomething: boolean
  /** False where the room has just failed: it must be opened anew. */
  join(peer: Peer): boolean
  leave(peer: Peer): void
  /** A promise only for an update of very many pieces, and where the document is near its limit. */
  take(update: Uint8Array, from: Peer, stored: () => void): Verdict | Promise<Verdict>
  /** @throws StoreUnavailable */
  stateVector(): Promise<Uint8Array>
  /** Whether a client with this state vector has every struct that the room has. Of deletions it says nothing. */
  isCoveredBy(stateVector: Uint8Array): boolean
  /** What a client with this state vector lacks. @throws StoreUnavailable */
  missingFor(stateVector: Uint8Array): Promise<Missing>
  /** Somebody shows what this server once said of its disk: where that goes further than what is here, it was lost. */
  learn(vouches: readonly Vouch[]): void
  read<T>(reader: (doc: Y.Doc) => T): Promise<T>
  /** The server's own edit, on disk together with the changes it goes with. @throws StoreUnavailable */
  edit(change: (doc: Y.Doc) => void, alongside?: Changes): Promise<void>
}

export type RoomContext = {
  name: RoomName
  groupCommit: GroupCommit
  documentBytes: number
  now(): number
  log: Log
  sign: Signer
  /** One state made of these updates; null where that can't be done. */
  fold(parts: readonly Uint8Array[]): Promise<Folded | null>
  /** A row was added: enough of them are worth a new state. */
  grew(bytes: number): void
  /** The room must leave memory; the next to come reads it from disk. */
  gone(): void
}

export class LiveRoom implements Room {
  readonly name: RoomName
  readonly presence: Presence
  readonly #context: RoomContext
  readonly #peers = new Set<Peer>()
  readonly #scratch = new ScratchDocument()
  readonly #authors: Authors
  #document: DocumentBytes
  /** Appended and not committed yet. */
  #onTheWay = 0
  #busy: Promise<void> | null = null
  #folding: Promise<void> | null = null
  /** With so many parts Yjs could not fold it: it is not asked again before there are twice as many. */
  #unfoldableParts = 0
  #gone = false

  constructor(context: RoomContext, loaded: LoadedRoom) {
    this.name = context.name
    this.#context = context
    this.#document = loaded.document
    this.#authors = new Authors({
      room: context.name,
      sign: context.sign,
      owners: loaded.owners,
      lost: loaded.lost,
      headOf: (client) => this.#document.headOf(client),
      holderOf: (client) => this.presence.holderOf(client),
    })
    this.presence = openPresence(context.now, (client) => this.#authors.ownerOf(client))
  }

  get peerCount(): number {
    return this.#peers.size
  }

  get idle(): boolean {
    return this.#peers.size === 0 && this.#onTheWay === 0 && this.#busy === null
  }

  get lacksSomething(): boolean {
    return this.#authors.lacksSomething
  }

  busy(): Promise<void> | null {
    return this.#busy
  }

  join(peer: Peer): boolean {
    if (this.#gone) return false
    this.#peers.add(peer)
    this.presence.join(peer)
    return true
  }

  leave(peer: Peer): void {
    this.#peers.delete(peer)
    this.presence.leave(peer)
  }

  take(update: Uint8Array, from: Peer, stored: () => void): Verdict | Promise<Verdict> {
    const decoded = decodeFrame(update)
    if (decoded.type !== 'decoded') return decoded.type
    if (isHeavy(decoded)) return this.#busyWith(this.#takeInTurns(decoded, update, from, stored))
    const check = this.#check(decoded, from.seat)
    if (typeof check === 'string') return check
    if (this.#fits(update)) return this.#accept(check, update, from, stored)
    return this.#busyWith(this.#takeWeighed(check, update, from, stored))
  }

  /** Between one walk through it and the next others have their turn. */
  async #takeInTurns(decoded: DecodedUpdate, update: Uint8Array, from: Peer, stored: () => void) {
    await nextTurn()
    const check = this.#check(decoded, from.seat)
    if (typeof check === 'string') return check
    await nextTurn()
    return this.#takeWeighed(check, update, from, stored)
  }

  async #takeWeighed(check: WholeUpdate, update: Uint8Array, from: Peer, stored: () => void) {
    const tooLarge = this.#fits(update) ? null : await this.#weigh(update)
    if (this.#gone) throw new StoreUnavailable()
    return tooLarge ?? this.#accept(check, update, from, stored)
  }

  #busyWith(verdict: Promise<Verdict>): Promise<Verdict> {
    const done = () => {
      this.#busy = null
    }
    this.#busy = verdict.then(done, done)
    return verdict
  }

  #check(decoded: DecodedUpdate, seat: SeatId): WholeUpdate | Verdict {
    const check = checkDecoded(decoded, this.#document.headOf)
    if (check.type !== 'whole') return check.type
    return this.#authors.mayWrite(check, seat) ? check : 'notYours'
  }

  #fits(update: Uint8Array): boolean {
    return this.#document.byteCount + update.length <= this.#context.documentBytes
  }

  #accept(check: WholeUpdate, update: Uint8Array, from: Peer, stored: () => void): Verdict {
    const authorOf = (client: number) => this.#authors.authorOf(check, client, from.seat)
    const taken = this.#document.take(check, update, authorOf)
    if (taken.type === 'taken') {
      const news = taken.news && { update: taken.news, clocks: check.advanced }
      this.#append(news, { owners: this.#authors.own(check.advanced, from.seat) }, from, stored)
      return 'taken'
    }
    const { log } = this.#context
    log({ level: 'warn', event: 'updateNotApplied', room: this.name, reason: taken.type })
    return VERDICTS[taken.type]
  }

  /** It may bring little that is new, or take away: near the limit only trying tells. Null: it fits. */
  async #weigh(update: Uint8Array): Promise<Verdict | null> {
    const { documentBytes, fold } = this.#context
    await this.#fold()
    if (this.#fits(update)) return null
    const folded = await fold([...this.#document.parts, update])
    return folded && folded.state.length <= documentBytes ? null : 'tooLarge'
  }

  async stateVector(): Promise<Uint8Array> {
    await this.#busy
    return this.#onceStored(this.#document.stateVector())
  }

  isCoveredBy(stateVector: Uint8Array): boolean {
    return this.#document.isCoveredBy(stateVector)
  }

  async missingFor(stateVector: Uint8Array): Promise<Missing> {
    await this.#busy
    const { tailBytes, byteCount } = this.#document
    const hasHeavyTail = byteCount > FEW_PACKETS_BYTES && tailBytes > byteCount * HEAVY_TAIL
    if (hasHeavyTail && !this.isCoveredBy(stateVector)) await this.#fold()
    return this.#onceStored({
      update: this.#document.missingFor(stateVector),
      vouches: this.#authors.vouchesFor(this.#document.headsBeyond(stateVector), () => true),
    })
  }

  learn(vouches: readonly Vouch[]): void {
    const behind = this.#authors.learn(vouches)
    if (behind.length === 0) return
    this.#context.log({ level: 'warn', event: 'roomIsBehind', room: this.name })
    this.#record({ behind })
  }

  async read<T>(reader: (doc: Y.Doc) => T): Promise<T> {
    await this.#readyForScratch()
    return this.#scratch.read(this.#document.parts, reader)
  }

  async edit(change: (doc: Y.Doc) => void, alongside: Changes = {}): Promise<void> {
    this.#onTheWay++
    try {
      await this.#readyForScratch()
      await this.#write(change, alongside)
    } finally {
      this.#onTheWay--
    }
  }

  #write(change: (doc: Y.Doc) => void, alongside: Changes): Promise<void> {
    if (this.#gone) throw new StoreUnavailable()
    const edit = this.#scratch.edit(this.#document.parts, change)
    const news = edit && { update: edit, clocks: this.#document.add(edit) }
    const owners = news ? this.#authors.own(news.clocks, SERVER_SEAT) : []
    return new Promise((resolve, reject) => {
      const lost = () => reject(new StoreUnavailable())
      this.#append(news, { ...alongside, owners }, null, resolve, lost)
    })
  }

  /** A document can be written so that Yjs takes seconds for it: not on this thread, where everybody would wait. */
  async #readyForScratch(): Promise<void> {
    await this.#busy
    const { parts } = this.#document
    if (!this.#scratch.needsTrial(parts)) return
    const folded = await this.#context.fold(parts)
    if (!folded || folded.cpuMs > TOO_HEAVY_MS) throw new Error(`too heavy to read: ${this.name}`)
  }

  /** Shared by all who need it. What arrives meanwhile stays behind the folded state. */
  #fold(): Promise<void> {
    const fold = async () => {
      const document = this.#document
      const { parts } = document
      const count = parts.length
      if (count < 2 || count < this.#unfoldableParts * 2) return
      const folded = await this.#context.fold(parts)
      if (folded) this.#document = document.folded(folded.state, count)
      else this.#unfoldableParts = count
    }
    this.#folding ??= fold().finally(() => {
      this.#folding = null
    })
    return this.#folding
  }

  /** Resolves with what was made now, once everything it rests on is on disk. */
  async #onceStored<T>(made: T): Promise<T> {
    await this.#context.groupCommit.settled()
    if (this.#gone) throw new StoreUnavailable()
    return made
  }

  #append(
    news: News | null,
    alongside: Changes & { owners: readonly NewOwner[] },
    from: Peer | null,
    stored: () => void,
    lost: () => void = () => {},
  ): void {
    this.#onTheWay++
    const updates = news ? [{ room: this.name, bytes: news.update }] : []
    const newcomers = new Set(alongside.owners.map(({ client }) => client))
    this.#context.groupCommit.add(
      { ...alongside, updates },
      {
        committed: () => {
          this.#onTheWay--
          if (news) this.#relay(news, newcomers, from)
          stored()
          if (news && this.#authors.isMended()) this.#mended()
        },
        failed: () => {
          this.#onTheWay--
          this.#fail()
          lost()
        },
      },
    )
  }

  /** Nothing is missing any more. */
  #mended(): void {
    this.#context.log({ level: 'info', event: 'roomMended', room: this.name })
    this.#record({ mended: [this.name] })
  }

  /** Whether something is missing, on disk and to everybody. */
  #record(changes: Changes): void {
    this.#context.groupCommit.add(changes, { committed() {}, failed: () => this.#fail() })
    for (const peer of this.#peers) peer.tellDisk()
  }

  /** @param newcomers Clients whose seat nobody was told yet. */
  #relay({ update, clocks }: News, newcomers: ReadonlySet<number>, from: Peer | null): void {
    const behind = this.#authors.vouchesFor(clocks, (client) => newcomers.has(client))
    const toOurs = encodeSync(SYNC.update, update, behind)
    const toStock = encodeSync(SYNC.update, update)
    for (const peer of this.#peers) {
      if (peer !== from) peer.send(peer.speaksGuyub ? toOurs : toStock)
    }
    this.#context.grew(update.length)
    const { parts, tailBytes } = this.#document
    if (parts.length > LONG_TAIL_PARTS || tailBytes > LONG_TAIL_BYTES) void this.#fold()
  }

  /** What is in memory is ahead of the disk: nobody may build on it. */
  #fail(): void {
    if (this.#gone) return
    this.#gone = true
    this.#context.gone()
    for (const peer of [...this.#peers]) peer.close('storeUnavailable')
  }
}
