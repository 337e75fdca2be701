/**
 * One shared document in memory, as bytes in front of its rows on disk. An update is checked from its bytes, appended and
 * committed; only then do others see it and only then is it receipted. What leaves a room always rests on committed rows.
 */
import type * as Y from 'yjs'
import type { SeatId } from '../src/model/ids.ts'
import { encodeDisk, SYNC } from '../src/protocol/messages.ts'
import type { RoomName } from '../src/protocol/roomName.ts'
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
import type { Refill } from './refill.ts'
import { openRefill } from './refill.ts'
import { ScratchDocument } from './scratchDocument.ts'
import type { Changes, NewOwner } from './store/store.ts'
import { SERVER_SEAT } from './store/store.ts'
import type { Trespass } from './trespass.ts'
import type { WholeUpdate } from './updateCheck.ts'
import { checkUpdate } from './updateCheck.ts'

/** `taken`: it is or will be on disk, and `stored` is called then. All others: nothing of it was taken. */
export type Verdict = 'taken' | 'gap' | 'malformed' | 'notYours' | 'tooLarge'

const VERDICTS = {
  malformed: 'malformed',
  schema: 'malformed',
  typist: 'notYours',
  remover: 'notYours',
} as const satisfies Record<Trespass | 'malformed', Verdict>

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
  /** A promise while it is found out how much an update weighs, null at all other times: frames wait for it. */
  busy(): Promise<void> | null
  /** It fell back, and lacks what was once on its disk. */
  readonly lacksSomething: boolean
  /** False where the room has just failed: it must be opened anew. */
  join(peer: Peer): boolean
  leave(peer: Peer): void
  /** A promise only where the document is near its limit. */
  take(update: Uint8Array, from: Peer, stored: () => void): Verdict | Promise<Verdict>
  /** @throws StoreUnavailable */
  stateVector(): Promise<Uint8Array>
  /** Whether a client with this state vector has every struct that the room has. Of deletions it says nothing. */
  isCoveredBy(stateVector: Uint8Array): boolean
  /** What a client with this state vector lacks. @throws StoreUnavailable */
  missingFor(stateVector: Uint8Array): Promise<Uint8Array>
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
  readonly #owners: Map<number, SeatId>
  #document: DocumentBytes
  /** While the room lacks what it once had. */
  #refill: Refill | null
  /** Appended and not committed yet. */
  #onTheWay = 0
  #weighing: Promise<void> | null = null
  #folding: Promise<void> | null = null
  /** With so many parts Yjs could not fold it: it is not asked again before there are twice as many. */
  #unfoldableParts = 0
  #gone = false

  constructor(context: RoomContext, loaded: LoadedRoom) {
    this.name = context.name
    this.#context = context
    this.#document = loaded.document
    this.#owners = loaded.owners
    const { lost: clocks } = loaded
    this.#refill = clocks && openRefill({ clocks, ownerOf: (client) => this.#owners.get(client) })
    this.presence = openPresence(context.now, (client) => this.#owners.get(client) ?? null)
  }

  get peerCount(): number {
    return this.#peers.size
  }

  get idle(): boolean {
    return this.#peers.size === 0 && this.#onTheWay === 0 && this.#weighing === null
  }

  get lacksSomething(): boolean {
    return this.#refill !== null
  }

  busy(): Promise<void> | null {
    return this.#weighing
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
    const check = checkUpdate(update, this.#document.headOf)
    if (check.type !== 'whole') return check.type
    if (!this.#mayWrite(check, from.seat)) return 'notYours'
    const { documentBytes } = this.#context
    if (this.#document.byteCount + update.length <= documentBytes) {
      return this.#accept(check, update, from, stored)
    }
    const verdict = this.#weigh(update).then(
      (isTooLarge) => isTooLarge ?? this.#accept(check, update, from, stored),
    )
    const done = () => {
      this.#weighing = null
    }
    this.#weighing = verdict.then(done, done)
    return verdict
  }

  #accept(check: WholeUpdate, update: Uint8Array, from: Peer, stored: () => void): Verdict {
    const authorOf = (client: number) => this.#authorOf(check, client, from.seat)
    const taken = this.#document.take(check, update, authorOf)
    if (taken.type === 'taken') {
      this.#append(taken.news, { owners: this.#newOwners(check, from.seat) }, from, stored)
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
    if (this.#document.byteCount + update.length <= documentBytes) return null
    const folded = await fold([...this.#document.parts, update])
    return folded && folded.state.length <= documentBytes ? null : 'tooLarge'
  }

  async stateVector(): Promise<Uint8Array> {
    await this.#weighing
    return this.#onceStored(this.#document.stateVector())
  }

  isCoveredBy(stateVector: Uint8Array): boolean {
    return this.#document.isCoveredBy(stateVector)
  }

  async missingFor(stateVector: Uint8Array): Promise<Uint8Array> {
    await this.#weighing
    const { tailBytes, byteCount } = this.#document
    const isHeavy = byteCount > FEW_PACKETS_BYTES && tailBytes > byteCount * HEAVY_TAIL
    if (isHeavy && !this.isCoveredBy(stateVector)) await this.#fold()
    return this.#onceStored(this.#document.missingFor(stateVector))
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
    if (edit) this.#document.add(edit.news)
    const owners =
      edit && !this.#owners.has(edit.client)
        ? [{ room: this.name, client: edit.client, seat: SERVER_SEAT }]
        : []
    return new Promise((resolve, reject) => {
      const lost = () => reject(new StoreUnavailable())
      this.#append(edit?.news ?? null, { ...alongside, owners }, null, resolve, lost)
    })
  }

  /** A document can be written so that Yjs takes seconds for it: not on this thread, where everybody would wait. */
  async #readyForScratch(): Promise<void> {
    await this.#weighing
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

  /** Resolves with bytes that were made now, once everything they rest on is on disk. */
  async #onceStored(bytes: Uint8Array): Promise<Uint8Array> {
    await this.#context.groupCommit.settled()
    if (this.#gone) throw new StoreUnavailable()
    return bytes
  }

  /** Nobody adds to what another wrote, or speaks under now; but what a room has lost anybody may bring back. */
  #mayWrite({ advanced }: WholeUpdate, seat: SeatId): boolean {
    for (const [client, head] of advanced) {
      const owner = this.#owners.get(client) ?? this.presence.holderOf(client) ?? seat
      if (owner !== seat && !this.#refill?.authorOf(client, head, seat)) return false
    }
    return true
  }

  #authorOf({ advanced }: WholeUpdate, client: number, seat: SeatId): SeatId {
    const head = advanced.get(client) ?? this.#document.headOf(client)
    return this.#refill?.authorOf(client, head, seat) ?? seat
  }

  /** Ids that nobody wrote under before become this seat's. */
  #newOwners({ advanced }: WholeUpdate, seat: SeatId): NewOwner[] {
    return [...advanced.keys()]
      .filter((client) => !this.#owners.has(client))
      .map((client) => ({ room: this.name, client, seat }))
  }

  #append(
    news: Uint8Array | null,
    alongside: Changes & { owners: readonly NewOwner[] },
    from: Peer | null,
    stored: () => void,
    lost: () => void = () => {},
  ): void {
    for (const { client, seat } of alongside.owners) this.#owners.set(client, seat)
    this.#onTheWay++
    const updates = news ? [{ room: this.name, bytes: news }] : []
    this.#context.groupCommit.add(
      { ...alongside, updates },
      {
        committed: () => {
          this.#onTheWay--
          if (news) this.#relay(news, from)
          stored()
          if (news && this.#refill?.isComplete(this.#document.headOf)) this.#mended()
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
    this.#refill = null
    this.#context.log({ level: 'info', event: 'roomMended', room: this.name })
    const outcome = { committed() {}, failed: () => this.#fail() }
    this.#context.groupCommit.add({ mended: [this.name] }, outcome)
    for (const peer of this.#peers) if (peer.speaksGuyub) peer.send(encodeDisk('takes'))
  }

  #relay(news: Uint8Array, from: Peer | null): void {
    const message = encodeSync(SYNC.update, news)
    for (const peer of this.#peers) if (peer !== from) peer.send(message)
    this.#context.grew(news.length)
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
