/**
 * One shared document in memory, in front of its rows on disk. An update is checked from its bytes, applied, appended and
 * committed; only then do others see it and only then is it receipted. What leaves a room always rests on committed rows.
 */
import type * as Y from 'yjs'
import type { SeatId } from '../src/model/ids.ts'
import type { RoomKind } from '../src/model/roles.ts'
import { SYNC } from '../src/protocol/messages.ts'
import type { RoomName } from '../src/protocol/roomName.ts'
import { parseRoomName } from '../src/protocol/roomName.ts'
import { encodeSync } from './frames.ts'
import type { GroupCommit } from './groupCommit.ts'
import { StoreUnavailable } from './groupCommit.ts'
import { LiveDocument } from './liveDocument.ts'
import type { LoadedRoom } from './loadRoom.ts'
import type { Log } from './log.ts'
import type { Peer } from './peer.ts'
import type { Presence } from './presence.ts'
import { openPresence } from './presence.ts'
import type { Changes, NewOwner } from './store/store.ts'
import { SERVER_SEAT } from './store/store.ts'
import type { Trespass, TrespassCheck } from './trespass.ts'
import { openTrespassCheck } from './trespass.ts'
import { checkUpdate } from './updateCheck.ts'

/** `taken`: it is or will be on disk, and `stored` is called then. All others: nothing of it was taken. */
export type Verdict = 'taken' | 'gap' | 'malformed' | 'notYours' | 'tooLarge'

const VERDICTS = {
  schema: 'malformed',
  typist: 'notYours',
} as const satisfies Record<Trespass, Verdict>

const kindOf = (name: RoomName): RoomKind => parseRoomName(name)?.kind ?? 'canvas'

export interface Room {
  readonly name: RoomName
  readonly presence: Presence
  readonly peerCount: number
  /** Nobody is in it and nothing is on its way to the disk: it may leave memory. */
  readonly idle: boolean
  /** A promise while the room is read from disk again, null at all other times: frames wait for it. */
  busy(): Promise<void> | null
  /** False where the room has just failed: it must be opened anew. */
  join(peer: Peer): boolean
  leave(peer: Peer): void
  take(update: Uint8Array, from: Peer, stored: () => void): Verdict
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
  reload(): Promise<LoadedRoom>
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
  #document: LiveDocument
  #trespassIn: TrespassCheck
  #owners: Map<number, SeatId>
  /** Appended and not committed yet. */
  #onTheWay = 0
  #reloading: Promise<void> | null = null
  #gone = false

  constructor(context: RoomContext, loaded: LoadedRoom) {
    this.name = context.name
    this.#context = context
    this.#document = new LiveDocument(loaded.doc, loaded.bytes)
    this.#trespassIn = openTrespassCheck(loaded.doc, kindOf(this.name))
    this.#owners = loaded.owners
    this.presence = openPresence(context.now, (client) => this.#owners.get(client) ?? null)
  }

  get peerCount(): number {
    return this.#peers.size
  }

  get idle(): boolean {
    return this.#peers.size === 0 && this.#onTheWay === 0 && this.#reloading === null
  }

  busy(): Promise<void> | null {
    return this.#reloading
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

  take(update: Uint8Array, from: Peer, stored: () => void): Verdict {
    const check = checkUpdate(update, (client) => this.#document.headOf(client))
    if (check.type !== 'whole') return check.type
    const owners = this.#newOwners(check.advanced.keys(), from.seat)
    if (!owners) return 'notYours'
    if (!this.#document.fits(update, this.#context.documentBytes)) return 'tooLarge'

    const applied = this.#document.apply(update)
    if (applied === 'choked') return this.#takeBack('malformed', 'choked')
    for (const transaction of applied.transactions) {
      const trespass = this.#trespassIn(transaction, from.seat)
      if (trespass) return this.#takeBack(VERDICTS[trespass], trespass)
    }
    this.#append(applied.news, { owners }, from, stored)
    return 'taken'
  }

  /** Nothing of it was appended or shown: what is on disk is what was there before. */
  #takeBack(verdict: Verdict, reason: string): Verdict {
    this.#context.log({ level: 'warn', event: 'updateNotApplied', room: this.name, reason })
    this.#reload()
    return verdict
  }

  async stateVector(): Promise<Uint8Array> {
    await this.#reloading
    return this.#onceStored(this.#document.stateVector())
  }

  isCoveredBy(stateVector: Uint8Array): boolean {
    return this.#document.isCoveredBy(stateVector)
  }

  async missingFor(stateVector: Uint8Array): Promise<Uint8Array> {
    await this.#reloading
    return this.#onceStored(this.#document.missingFor(stateVector))
  }

  async read<T>(reader: (doc: Y.Doc) => T): Promise<T> {
    await this.#reloading
    return this.#document.read(reader)
  }

  async edit(change: (doc: Y.Doc) => void, alongside: Changes = {}): Promise<void> {
    await this.#reloading
    if (this.#gone) throw new StoreUnavailable()
    const news = this.#document.edit(change)
    const { clientId } = this.#document
    const isNew = news !== null && !this.#owners.has(clientId)
    const owners = isNew ? [{ room: this.name, client: clientId, seat: SERVER_SEAT }] : []
    return new Promise((resolve, reject) => {
      const lost = () => reject(new StoreUnavailable())
      this.#append(news, { ...alongside, owners }, null, resolve, lost)
    })
  }

  /** Resolves with bytes that were made now, once everything they rest on is on disk. */
  async #onceStored(bytes: Uint8Array): Promise<Uint8Array> {
    await this.#context.groupCommit.settled()
    if (this.#gone) throw new StoreUnavailable()
    return bytes
  }

  /** Ids that nobody wrote under before become this seat's. Null: one of them is another's. */
  #newOwners(clients: Iterable<number>, seat: SeatId): NewOwner[] | null {
    const owners: NewOwner[] = []
    for (const client of clients) {
      const known = this.#owners.get(client)
      if ((known ?? this.presence.holderOf(client) ?? seat) !== seat) return null
      if (known === undefined) owners.push({ room: this.name, client, seat })
    }
    return owners
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
        },
        failed: () => {
          this.#onTheWay--
          this.#fail()
          lost()
        },
      },
    )
  }

  #relay(news: Uint8Array, from: Peer | null): void {
    const message = encodeSync(SYNC.update, news)
    for (const peer of this.#peers) if (peer !== from) peer.send(message)
    this.#context.grew(news.length)
  }

  /** What is in memory is ahead of the disk: nobody may build on it. */
  #fail(): void {
    if (this.#gone) return
    this.#gone = true
    this.#context.gone()
    for (const peer of [...this.#peers]) peer.close('storeUnavailable')
  }

  /** Reads the room from disk again, people staying connected. */
  #reload(): void {
    const read = async () => {
      await this.#context.groupCommit.settled()
      const loaded = await this.#context.reload()
      this.#document.close()
      this.#document = new LiveDocument(loaded.doc, loaded.bytes)
      this.#trespassIn = openTrespassCheck(loaded.doc, kindOf(this.name))
      this.#owners = loaded.owners
    }
    this.#reloading ??= read()
      .catch(() => this.#fail())
      .finally(() => {
        this.#reloading = null
      })
  }
}
