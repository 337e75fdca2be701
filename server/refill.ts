/**
 * What may come back into a room that fell back, or was restored from a backup. Whoever still holds what it lost may bring
 * it, whoever wrote it: but only under ids whose owner is known, and only as far as that owner's structs were once on this
 * disk. So far their word is taken for what stood there, for nothing else tells any more.
 */
import type { SeatId } from '../src/model/ids.ts'
import type { HeadOf } from './updateCheck.ts'

export type Refill = {
  /** Whose a client's structs up to this clock are, brought by this seat. Null: they may not come from it. */
  authorOf(client: number, upTo: number, by: SeatId): SeatId | null
  /** Everything that was on record is there again. */
  isComplete(headOf: HeadOf): boolean
}

export type RefillContext = {
  /** How far each client's structs ever got. */
  clocks: ReadonlyMap<number, number>
  ownerOf(client: number): SeatId | undefined
}

export function openRefill({ clocks, ownerOf }: RefillContext): Refill {
  return {
    authorOf(client, upTo, by) {
      const owner = ownerOf(client) ?? by
      return owner === by || upTo <= (clocks.get(client) ?? 0) ? owner : null
    },
    isComplete: (headOf) => [...clocks].every(([client, clock]) => headOf(client) >= clock),
  }
}
