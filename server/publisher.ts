/** What is new in a room: first on the disk, and only then told to those who are in it. */
import { SYNC } from '../src/protocol/messages.ts'
import type { RoomName } from '../src/protocol/roomName.ts'
import type { Authors, Signed } from './authors.ts'
import { encodeSync } from './frames.ts'
import type { GroupCommit } from './groupCommit.ts'
import { StoreUnavailable } from './groupCommit.ts'
import type { Log } from './log.ts'
import type { Peer } from './peer.ts'
import type { Changes, NewOwner } from './store/store.ts'

/** `clocks`: where its structs end, by client. */
export type News = {
  update: Uint8Array
  clocks: ReadonlyMap<number, number>
  signed?: Signed | undefined
}

export type PublisherContext = {
  name: RoomName
  groupCommit: GroupCommit
  log: Log
  authors: Authors
  /** A row was added. */
  grew(bytes: number): void
  /** The disk failed, so that the room must leave memory. */
  gone(): void
}

export class Publisher {
  readonly peers = new Set<Peer>()
  readonly #context: PublisherContext
  /** Appended and not committed yet. */
  #onTheWay = 0
  #gone = false

  constructor(context: PublisherContext) {
    this.#context = context
  }

  get isGone(): boolean {
    return this.#gone
  }

  get isIdle(): boolean {
    return this.peers.size === 0 && this.#onTheWay === 0
  }

  /** Keeps the room in memory meanwhile. */
  async whileBusy(work: () => Promise<unknown>): Promise<void> {
    this.#onTheWay++
    try {
      await work()
    } finally {
      this.#onTheWay--
    }
  }

  /** Resolves with what was made now, once everything it rests on is on disk. */
  async onceStored<T>(made: T): Promise<T> {
    await this.#context.groupCommit.settled()
    if (this.#gone) throw new StoreUnavailable()
    return made
  }

  append(
    news: News | null,
    alongside: Changes & { owners: readonly NewOwner[] },
    from: Peer | null,
    stored: () => void,
    lost: () => void = () => {},
  ): void {
    const { name, groupCommit, authors } = this.#context
    this.#onTheWay++
    const updates = news ? [{ room: name, bytes: news.update }] : []
    groupCommit.add(
      { ...alongside, updates },
      {
        committed: () => {
          this.#onTheWay--
          if (news) this.#relay(news, from)
          stored()
          if (news && authors.isMended()) this.#mended()
        },
        failed: () => {
          this.#onTheWay--
          this.#fail()
          lost()
        },
      },
    )
  }

  /** Whether something is missing, on disk and to everybody. */
  record(changes: Changes): void {
    const failed = () => this.#fail()
    this.#context.groupCommit.add(changes, { committed() {}, failed })
    for (const peer of this.peers) peer.tellDisk()
  }

  /** Nothing is missing any more. */
  #mended(): void {
    const { name, log } = this.#context
    log({ level: 'info', event: 'roomMended', room: name })
    this.record({ mended: [name] })
  }

  #relay({ update, clocks, signed }: News, from: Peer | null): void {
    const behind = this.#context.authors.vouchesForAll(clocks, signed)
    const toOurs = encodeSync(SYNC.update, update, behind)
    const toStock = encodeSync(SYNC.update, update)
    for (const peer of this.peers) {
      if (peer !== from) peer.relay(peer.speaksGuyub ? toOurs : toStock)
    }
    this.#context.grew(update.length)
  }

  /** What is in memory is ahead of the disk: nobody may build on it. */
  #fail(): void {
    if (this.#gone) return
    this.#gone = true
    this.#context.gone()
    for (const peer of [...this.peers]) peer.close('storeUnavailable')
  }
}
