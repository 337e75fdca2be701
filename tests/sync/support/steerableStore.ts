import type { Vouch } from '../../../src/protocol/vouches.ts'
import type { RoomKey, RoomStore, StoredRoom, WaitingMark } from '../../../src/storage/device.ts'
import { memoryRooms } from '../../../src/storage/memoryRooms.ts'

/** A room store whose disk the test holds in its hand: it can refuse, take its time, and be closed from outside. */
export class SteerableStore implements RoomStore {
  readonly inner = memoryRooms()
  readonly appends: { updates: readonly Uint8Array[]; mark: WaitingMark | null }[] = []
  compactions = 0
  refuses = false
  #held: (() => void)[] | null = null
  #listeners = new Set<() => void>()

  /** From now on writes take until `release`. */
  hold(): void {
    this.#held = []
  }
  async release(): Promise<void> {
    const held = this.#held ?? []
    this.#held = null
    for (const go of held) go()
    await settled()
  }
  /** Writes under way never end; later ones do. */
  forgetHeld(): void {
    this.#held = null
  }
  lose(): void {
    for (const listener of this.#listeners) listener()
  }

  load(key: RoomKey, after?: number): Promise<StoredRoom> {
    return this.refuses ? Promise.reject(new Error('refused')) : this.inner.load(key, after)
  }
  async append(
    key: RoomKey,
    updates: readonly Uint8Array[],
    mark: WaitingMark | null,
    vouches?: readonly Vouch[],
  ) {
    const held = this.#held
    if (held) await new Promise<void>((resolve) => held.push(resolve))
    if (this.refuses) throw new Error('QuotaExceededError')
    this.appends.push({ updates, mark })
    await this.inner.append(key, updates, mark, vouches)
  }
  dropMarks(key: RoomKey, marks: readonly WaitingMark[]): Promise<void> {
    return this.inner.dropMarks(key, marks)
  }
  compact(key: RoomKey): Promise<void> {
    this.compactions++
    return this.inner.compact(key)
  }
  subscribeMarks(key: RoomKey, listener: (writer: string | null) => void): () => void {
    return this.inner.subscribeMarks(key, listener)
  }
  subscribeLoss(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

/** Lets every promise that is ready run its course. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
