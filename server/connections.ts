/** The sockets that are open now, by the capability that opened them. */
import type { SeatId } from '../src/model/ids.ts'
import type { CloseReason } from '../src/protocol/closeCodes.ts'
import type { Connection } from './connection.ts'

export class Connections {
  readonly #open = new Set<Connection>()
  readonly #revoked = new Set<string>()

  all(): Iterable<Connection> {
    return this.#open
  }

  /** False where its capability was revoked while it was being let in. */
  add(connection: Connection, capability: string): boolean {
    if (this.#revoked.has(capability)) return false
    this.#open.add(connection)
    return true
  }

  remove(connection: Connection): void {
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
