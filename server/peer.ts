import type { SeatId } from '../src/model/ids.ts'
import type { Role } from '../src/model/roles.ts'
import type { CloseReason } from '../src/protocol/closeCodes.ts'

/** One connection as its room sees it. */
export interface Peer {
  readonly seat: SeatId
  readonly name: string
  readonly role: Role
  /** False for stock clients: they are sent none of our own messages. */
  readonly speaksGuyub: boolean
  /** Its link was taken back. One that has merely gone still gets stored what it sent before. */
  readonly isRevoked: boolean
  send(message: Uint8Array): void
  /** Where others are, of so many: a stock client says all of it back. */
  tell(states: Uint8Array, count: number): void
  /** Others' words, in their turn. */
  relay(update: Uint8Array): void
  /** Whether the disk takes writes, or the room lacks something, has changed. */
  tellDisk(): void
  close(reason: CloseReason): void
}
