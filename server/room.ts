/**
 * One shared document in memory, in front of its rows on disk. An update is checked from its bytes, applied, appended and
 * committed; only then do others see it and only then is it receipted. What leaves a room always rests on committed rows.
 *
 * Behind this face stands a live `Y.Doc`. Nobody outside may count on that: clocks, deleted ranges and bytes would do.
 */
import * as Y from 'yjs'
import type { SeatId } from '../src/model/ids.ts'
import { SYNC } from '../src/protocol/messages.ts'
import type { RoomName } from '../src/protocol/roomName.ts'
import { encodeSync } from './frames.ts'
import type { GroupCommit } from './groupCommit.ts'
import { StoreUnavailable } from './groupCommit.ts'
import type { LoadedRoom } from './loadRoom.ts'
import type { Log } from './log.ts'
import type { Peer } from './peer.ts'
import type { Presence } from './presence.ts'
import { openPresence } from './presence.ts'
import type { Changes } from './store/store.ts'
import { SERVER_SEAT } from './store/store.ts'
import { checkUpdate } from './updateCheck.ts'

/** `taken`: it is or will be on disk, and `stored` is called then. All others: nothing of it was taken. */
export type Verdict = 'taken' | 'gap' | 'malformed' | 'notYours' | 'tooLarge'

export interface Room {
  readonly name: RoomName
  readonly presence: Presence
  /** Nobody is in it and nothing is on its way to the disk: it may leave memory. */
  readonly idle: boolean
  readonly peerCount: number
  /** Resolves when frames can be taken: at once, but for the moments in which the room is read from disk again. */
  ready(): Promise<void> | null
  join(peer: Peer): void
  leave(peer: Peer): void
  take(update: Uint8Array, from: Peer, stored: () => void): Verdict
  /** @throws StoreUnavailable */
  stateVector(): Promise<Uint8Array>
  /** What a client with this state vector lacks. @throws StoreUnavailable */
  missingFor(stateVector: Uint8Array): Promise<Uint8Array>
  read<T>(reader: (doc: Y.Doc) => T): T
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
  /** Rows were added: enough of them are worth a new state. */
  grew(rows: number, bytes: number): void
  /** The room must leave memory; the next to come reads it from disk. */
  gone(): void
}

export class LiveRoom implements Room {
  readonly name: RoomName
  readonly presence: Presence
  readonly #context: RoomContext
  readonly #peers = new Set<Peer>()
  #doc: Y.Doc
  #owners: Map<number, SeatId>
  /** At least as large as the document as one update. */
  #sizeBound: number
  /** Appended and not committed yet. */
  #onTheWay = 0
  #reloading: Promise<void> | null = null
  #gone = false

  constructor(context: RoomContext, loaded: LoadedRoom) {
    this.name = context.name
    this.#context = context
    this.#doc = loaded.doc
    this.#owners = loaded.owners
    this.#sizeBound = loaded.bytes
    this.presence = openPresence(context.now, (client) => this.#owners.get(client) ?? null)
  }

  get peerCount(): number {
    return this.#peers.size
  }

  get idle(): boolean {
    return this.#peers.size === 0 && this.#onTheWay === 0 && this.#reloading === null
  }

  ready(): Promise<void> | null {
    return this.#reloading
  }

  join(peer: Peer): void {
    this.#peers.add(peer)
    this.presence.join(peer)
  }

  leave(peer: Peer): void {
    this.#peers.delete(peer)
    this.presence.leave(peer)
  }

  take(update: Uint8Array, from: Peer, stored: () => void): Verdict {
    const check = checkUpdate(update, (client) => Y.getState(this.#doc.store, client))
    if (check.type !== 'whole') return check.type
    const owners = this.#newOwners(check.advanced.keys(), from.seat)
    if (!owners) return 'notYours'
    if (!this.#fits(update)) return 'tooLarge'

    const news = this.#apply(update)
    if (news === 'refused') return 'malformed'
    for (const { client, seat } of owners) this.#owners.set(client, seat)
    this.#append(news, { owners }, from, stored)
    return 'taken'
  }

  async stateVector(): Promise<Uint8Array> {
    return this.#onceStored(Y.encodeStateVector(this.#doc))
  }

  async missingFor(stateVector: Uint8Array): Promise<Uint8Array> {
    return this.#onceStored(Y.encodeStateAsUpdate(this.#doc, stateVector))
  }

  read<T>(reader: (doc: Y.Doc) => T): T {
    return reader(this.#doc)
  }

  async edit(change: (doc: Y.Doc) => void, alongside: Changes = {}): Promise<void> {
    await this.#reloading
    if (this.#gone) throw new StoreUnavailable()
    const news = this.#collect(() => change(this.#doc))
    const owners =
      !news || this.#owners.has(this.#doc.clientID)
        ? []
        : [{ room: this.name, client: this.#doc.clientID, seat: SERVER_SEAT }]
    for (const { client, seat } of owners) this.#owners.set(client, seat)
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
  #newOwners(clients: Iterable<number>, seat: SeatId) {
    const owners: { room: RoomName; client: number; seat: SeatId }[] = []
    for (const client of clients) {
      const known = this.#owners.get(client)
      if ((known ?? this.presence.holderOf(client) ?? seat) !== seat) return null
      if (known === undefined) owners.push({ room: this.name, client, seat })
    }
    return owners
  }

  #fits(update: Uint8Array): boolean {
    const limit = this.#context.documentBytes
    if (this.#sizeBound + update.length <= limit) return true
    this.#sizeBound = Y.encodeStateAsUpdate(this.#doc).length
    if (this.#sizeBound + update.length <= limit) return true
    // It may bring little that is new, or take away: only trying tells.
    const trial = new Y.Doc()
    try {
      Y.applyUpdate(trial, Y.encodeStateAsUpdate(this.#doc))
      Y.applyUpdate(trial, update)
      return Y.encodeStateAsUpdate(trial).length <= limit
    } catch {
      return true // Yjs chokes on it: `#apply` meets the same and says so
    } finally {
      trial.destroy()
    }
  }

  /** What the update brought, without what was here before. */
  #apply(update: Uint8Array): Uint8Array | null | 'refused' {
    try {
      const news = this.#collect(() => Y.applyUpdate(this.#doc, update))
      const { pendingStructs, pendingDs } = this.#doc.store
      if (pendingStructs === null && pendingDs === null) return news
    } catch {
      // Well-formed bytes that Yjs chokes on; the document may hold half of them.
    }
    this.#context.log({ level: 'warn', event: 'updateNotApplied', room: this.name })
    this.#reload()
    return 'refused'
  }

  #collect(work: () => void): Uint8Array | null {
    const updates: Uint8Array[] = []
    const onUpdate = (update: Uint8Array) => updates.push(update)
    this.#doc.on('update', onUpdate)
    try {
      work()
    } finally {
      this.#doc.off('update', onUpdate)
    }
    return updates.length > 1 ? Y.mergeUpdates(updates) : (updates[0] ?? null)
  }

  #append(
    news: Uint8Array | null,
    alongside: Changes,
    from: Peer | null,
    stored: () => void,
    lost: () => void = () => {},
  ): void {
    if (news) this.#sizeBound += news.length
    this.#onTheWay++
    const updates = news ? [{ room: this.name, bytes: news }] : []
    this.#context.groupCommit.add(
      { ...alongside, updates },
      {
        committed: () => {
          this.#onTheWay--
          if (news) {
            this.#relay(news, from)
            this.#context.grew(1, news.length)
          }
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
      const { doc, owners, bytes } = await this.#context.reload()
      this.#doc.destroy()
      this.#doc = doc
      this.#owners = owners
      this.#sizeBound = bytes
    }
    this.#reloading ??= read()
      .catch(() => this.#fail())
      .finally(() => {
        this.#reloading = null
      })
  }
}
