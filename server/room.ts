/** What the rest of the server knows of a room: who is in it, what it takes, what it tells. */
import type * as Y from 'yjs'
import type { SeatId } from '../src/model/ids.ts'
import type { RoomName } from '../src/protocol/roomName.ts'
import type { Vouch } from '../src/protocol/vouches.ts'
import type { Peer } from './peer.ts'
import type { Presence } from './presence.ts'
import type { StateVector } from './stateVector.ts'
import type { Changes } from './store/store.ts'

/** `taken`: it is or will be on disk, and `stored` is called then. All others: nothing of it was taken. */
export type Verdict =
  | 'taken'
  | 'gap'
  | 'malformed'
  | 'notYours'
  | 'tooLarge'
  | 'linkRevoked'
  /** Whether it still fits can't be told in a reasonable time: it may be tried again. */
  | 'notNow'

export type Missing = {
  update: Uint8Array
  /** To be sent behind it. */
  vouches: Uint8Array
}

export interface Room {
  readonly name: RoomName
  readonly presence: Presence
  readonly peerCount: number
  peersOf(seat: SeatId): number
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
  /** As many as anybody may name: those who wrote here, and those whom one update could bring. */
  readonly mostAuthors: number
  /** Whether a client with this state vector has every struct that the room has. Of deletions it says nothing. */
  isCoveredBy(theirs: StateVector): boolean
  /** What a client with this state vector lacks. @throws StoreUnavailable */
  missingFor(theirs: StateVector): Promise<Missing>
  /** Somebody shows what this server once said of its disk: where that goes further than what is here, it was lost. */
  learn(vouches: readonly Vouch[]): void
  read<T>(reader: (doc: Y.Doc) => T): Promise<T>
  /** The server's own edit, on disk together with the changes it goes with. @throws StoreUnavailable */
  edit(change: (doc: Y.Doc) => void, alongside?: Changes): Promise<void>
}
