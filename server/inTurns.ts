/**
 * Work that is long for some: a piece at a time, and at each `yield` others may have a turn. What is always short does the
 * same work at once.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'

export type Work<T> = Generator<undefined, T, undefined>

/** So many structs make a piece: a millisecond or two of any walk through them. */
const PIECE = 1_024

/** Of one walk through many. */
export class Pieces {
  #weight = 0

  /** Whether a piece ends with this one. One may weigh as much as many. */
  endsWith(weight = 1): boolean {
    this.#weight += weight
    if (this.#weight < PIECE) return false
    this.#weight = 0
    return true
  }
}

export function atOnce<T>(work: Work<T>): T {
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

export async function inTurns<T>(work: Work<T>): Promise<T> {
  let step = work.next()
  while (!step.done) {
    await nextTurn()
    step = work.next()
  }
  return step.value
}
