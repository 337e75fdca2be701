/** The sockets that are open now, by the capability that opened them. */
import type { SeatId, WorkshopId } from '../src/model/ids.ts'
import type { CloseReason } from '../src/protocol/closeCodes.ts'

/** What is asked of a connection from outside of it. */
export type OpenConnection = {
  readonly capability: string
  readonly seat: SeatId
  readonly workshop: WorkshopId
  rename(name: string): void
  ping(): void
  heartbeat(): void
  tellDisk(): void
  storeRecovered(): void
  close(reason: CloseReason): void
}

export class Connections {
  readonly #open = new Set<OpenConnection>()
  readonly #revoked = new Set<string>()
  readonly #inWorkshop = new Map<WorkshopId, number>()

  get count(): number {
    return this.#open.size
  }

  all(): Iterable<OpenConnection> {
    return this.#open
  }

  /** False where its capability was revoked while it was being let in. */
  add(connection: OpenConnection, capability: string): boolean {
    if (this.isRevoked(capability)) return false
    this.#open.add(connection)
    this.#count(connection.workshop, 1)
    return true
  }

  remove(connection: OpenConnection): void {
    if (this.#open.delete(connection)) this.#count(connection.workshop, -1)
  }

  countIn(workshop: WorkshopId): number {
    return this.#inWorkshop.get(workshop) ?? 0
  }

  #count(workshop: WorkshopId, change: 1 | -1): void {
    const count = this.countIn(workshop) + change
    if (count > 0) this.#inWorkshop.set(workshop, count)
    else this.#inWorkshop.delete(workshop)
  }

  isRevoked(capability: string): boolean {
    return this.#revoked.has(capability)
  }

  revoke(capabilities: readonly string[]): void {
    for (const capability of capabilities) this.#revoked.add(capability)
    for (const connection of this.#open) {
      if (this.isRevoked(connection.capability)) connection.close('linkRevoked')
    }
  }

  rename(seat: SeatId, name: string): void {
    for (const connection of this.#open) if (connection.seat === seat) connection.rename(name)
  }

  closeAll(reason: CloseReason): void {
    for (const connection of this.#open) connection.close(reason)
  }
}
