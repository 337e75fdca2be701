/** The sockets that are open now, by the capability that opened them. */
import type { SeatId } from '../src/model/ids.ts'
import type { CloseReason } from '../src/protocol/closeCodes.ts'

/** What is asked of a connection from outside of it. */
export type OpenConnection = {
  readonly capability: string
  readonly seat: SeatId
  rename(name: string): void
  ping(): void
  heartbeat(): void
  close(reason: CloseReason): void
}

export class Connections {
  readonly #open = new Set<OpenConnection>()
  readonly #revoked = new Set<string>()

  all(): Iterable<OpenConnection> {
    return this.#open
  }

  /** False where its capability was revoked while it was being let in. */
  add(connection: OpenConnection, capability: string): boolean {
    if (this.#revoked.has(capability)) return false
    this.#open.add(connection)
    return true
  }

  remove(connection: OpenConnection): void {
    this.#open.delete(connection)
  }

  revoke(capabilities: readonly string[]): void {
    for (const capability of capabilities) this.#revoked.add(capability)
    for (const connection of this.#open) {
      if (this.#revoked.has(connection.capability)) connection.close('linkRevoked')
    }
  }

  rename(seat: SeatId, name: string): void {
    for (const connection of this.#open) if (connection.seat === seat) connection.rename(name)
  }

  closeAll(reason: CloseReason): void {
    for (const connection of this.#open) connection.close(reason)
  }
}
