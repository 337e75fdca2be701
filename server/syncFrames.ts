/** What one connection says of the document, and what it is answered. */

import type { Access } from '../src/model/roles.ts'
import type { CloseReason } from '../src/protocol/closeCodes.ts'
import type { Disk } from '../src/protocol/messages.ts'
import { encodeDisk, encodeStored, SYNC } from '../src/protocol/messages.ts'
import type { Vouch } from '../src/protocol/vouches.ts'
import type { SyncFrame } from './frames.ts'
import { EMPTY_UPDATE, encodeSync, isEmptyUpdate } from './frames.ts'
import type { Peer } from './peer.ts'
import { Receipts } from './receipts.ts'
import type { Missing, Room, Verdict } from './room.ts'
import type { Services } from './services.ts'
import { readStateVector } from './stateVector.ts'

/** A device that lacks a part of its own history can't be made whole by asking again. */
const MAX_GAPS_IN_STEP2 = 3

const NOTHING: Missing = { update: EMPTY_UPDATE, vouches: new Uint8Array() }

const REFUSALS = {
  malformed: 'badFrame',
  notYours: 'notYours',
  tooLarge: 'documentTooLarge',
  linkRevoked: 'linkRevoked',
  notNow: 'tooBusy',
} as const satisfies Record<Exclude<Verdict, 'taken' | 'gap'>, CloseReason>

export class SyncFrames {
  readonly #peer: Peer
  readonly #room: Room
  /** Asked for every frame. A seat keeps its role, and a link that is taken back ends the connection. */
  readonly #access: () => Access
  readonly #receipts: Receipts
  readonly #health: Services['health']
  readonly #metrics: Services['metrics']
  #gapsInStep2 = 0
  /** It spoke for others' words while nothing was taken: until it speaks again, those words are not known to be theirs. */
  #unheard = false
  #answered = false
  /** What others wrote while the first answer is in the making; null: it has been given. */
  #afterAnswer: Uint8Array[] | null = []
  #answering: Promise<void> | null = null
  #toldDisk: Disk = 'takes'

  constructor(
    peer: Peer,
    room: Room,
    access: () => Access,
    { health, metrics }: Pick<Services, 'health' | 'metrics'>,
  ) {
    this.#health = health
    this.#metrics = metrics
    this.#peer = peer
    this.#room = room
    this.#access = access
    this.#receipts = new Receipts((count) => {
      if (peer.speaksGuyub) peer.send(encodeStored(count))
    })
  }

  /** A reader is not asked: a stock client would answer with all that it holds. */
  begin(): void {
    this.tellDisk()
    if (this.#access() === 'write') this.#askForMissing()
  }

  /** What came meanwhile was left out, so it is asked for again. */
  storeRecovered(): void {
    this.begin()
  }

  /** One answer at a time: many of them in the making would fill the memory before anybody could see that it does not read. */
  busy(): Promise<void> | null {
    return this.#answering
  }

  handle(frame: SyncFrame): void {
    if (frame.type === 'step1') this.#answer(frame.stateVector)
    else if (frame.type === 'vouches') this.#learn(frame.vouches)
    else if (this.#access() === 'write') this.#take(frame.type === 'step2', frame.update)
    else if (frame.type === 'update' || !isEmptyUpdate(frame.update)) this.#peer.close('readOnly')
  }

  /**
   * A client asks again every half minute. What it was answered first and was relayed since is all there is, so then it
   * costs no list of all deletions. Where it lacks anything after all, it gets everything.
   */
  #answer(stateVector: Uint8Array): void {
    const theirs = readStateVector(stateVector, this.#room.mostAuthors)
    if (typeof theirs === 'string') {
      this.#peer.close(REFUSALS[theirs])
      return
    }
    const lacksNothing = this.#answered && this.#room.isCoveredBy(theirs)
    this.#answered = true
    const missing = lacksNothing ? Promise.resolve(NOTHING) : this.#room.missingFor(theirs)
    this.#answering = this.#send(
      missing.then(({ update, vouches }) =>
        encodeSync(SYNC.step2, update, this.#peer.speaksGuyub ? vouches : undefined),
      ),
    ).finally(() => {
      this.#answering = null
      for (const update of this.#afterAnswer ?? []) this.#peer.send(update)
      this.#afterAnswer = null
    })
  }

  /**
   * What others wrote. One who was not told yet what there was before would take in half of it: Yjs deletes at once what an
   * update replaces, and holds back what it puts there. So it comes with the first answer, or behind it.
   */
  relay(update: Uint8Array): void {
    if (!this.#afterAnswer) this.#peer.send(update)
    else if (this.#answered) this.#afterAnswer.push(update)
  }

  /** It comes before the SyncStep2 that brings what they are about. Where nothing is taken now, it will come again. */
  #learn(vouches: readonly Vouch[]): void {
    if (this.#access() !== 'write') this.#peer.close('readOnly')
    else {
      this.#unheard = this.#health.refuses()
      if (!this.#unheard) this.#room.learn(vouches)
    }
  }

  #take(isStep2: boolean, update: Uint8Array): void {
    if (this.#health.refuses()) {
      this.#refuse(isStep2)
      return
    }
    const cameAtMs = performance.now()
    const receipt = this.#receipts.received(isStep2)
    const verdict = this.#room.take(update, this.#peer, () => {
      this.#metrics.receipts.tookSince(cameAtMs)
      receipt()
    })
    if (typeof verdict === 'string') this.#heed(verdict, isStep2)
    else {
      verdict.then(
        (late) => this.#heed(late, isStep2),
        () => this.#onLoss(isStep2),
      )
    }
  }

  #heed(verdict: Verdict, isStep2: boolean): void {
    this.#metrics.updates.add(verdict)
    if (verdict === 'gap' || (verdict === 'notYours' && this.#unheard)) this.#onGap(isStep2)
    else if (verdict === 'notYours' && isStep2 && this.#room.lacksSomething) {
      // Another's words that are not on record here: once their owner has brought them, this one fits.
      this.#peer.close('roomDamaged')
    } else if (verdict !== 'taken') this.#peer.close(REFUSALS[verdict])
    else if (isStep2) {
      this.#receipts.tookStep2()
      this.#gapsInStep2 = 0
    }
  }

  /** The disk failed before it was weighed. Nothing of it was taken: it may come again. */
  #onLoss(isStep2: boolean): void {
    this.#metrics.updates.add('storeFailed')
    this.#onGap(isStep2)
  }

  /** Left out, and never receipted. One who can be told so stays, and goes on reading. */
  #refuse(isStep2: boolean): void {
    this.#metrics.updates.add('storeRefuses')
    this.#receipts.received(isStep2)
    this.#receipts.leftOut()
    if (this.#peer.speaksGuyub) this.tellDisk()
    else this.#peer.close('storeUnavailable')
  }

  tellDisk(): void {
    if (!this.#peer.speaksGuyub) return
    const refuses = this.#access() === 'write' && this.#health.refuses()
    const disk = refuses ? 'refuses' : this.#room.lacksSomething ? 'lacks' : 'takes'
    if (disk === this.#toldDisk) return
    this.#toldDisk = disk
    this.#peer.send(encodeDisk(disk))
  }

  #onGap(inStep2: boolean): void {
    if (inStep2) this.#gapsInStep2++
    if (this.#gapsInStep2 >= MAX_GAPS_IN_STEP2) this.#peer.close('storeUnavailable')
    else if (this.#receipts.gap(inStep2)) this.#askForMissing()
  }

  #askForMissing(): void {
    void this.#send(this.#room.stateVector().then((vector) => encodeSync(SYNC.step1, vector)))
  }

  #send(message: Promise<Uint8Array>): Promise<void> {
    return message.then(
      (bytes) => this.#peer.send(bytes),
      () => this.#peer.close('storeUnavailable'), // the commit under it failed
    )
  }
}
