/**
 * Where the characters that somebody sees lie in a shared text. The two differ while a field is held back (an input method
 * composes) and others write on, and wherever a stranger's program left something that is not a character.
 */
import type * as Y from 'yjs'
import { wellFormed } from '../text.ts'
import type { Splice } from './splice.ts'

/** For each character seen, its index in the shared text; null where somebody deleted it. Ascending. */
export type Places = readonly (number | null)[]

type Delta = Y.YTextEvent['delta']

const lengthOf = (inserted: unknown): number => (typeof inserted === 'string' ? inserted.length : 1)

/** The places of `text.toString()`. What is no character (an embed) takes an index and is not seen. */
export function placesOf(text: Y.Text): Places {
  const places: number[] = []
  let index = 0
  for (const { insert } of text.toDelta() as { insert: unknown }[]) {
    const length = lengthOf(insert)
    if (typeof insert === 'string') for (let i = 0; i < length; i++) places.push(index + i)
    index += length
  }
  return places
}

/** Where the character at an index lies after a change; null where the change deleted it. */
function throughDelta(index: number, delta: Delta): number | null {
  let before = 0
  let after = 0
  for (const op of delta) {
    if (op.retain !== undefined) {
      if (index < before + op.retain) break
      before += op.retain
      after += op.retain
    } else if (op.delete !== undefined) {
      if (index < before + op.delete) return null
      before += op.delete
    } else {
      after += lengthOf(op.insert)
    }
  }
  return index - before + after
}

export const placesAfter = (places: Places, delta: Delta): Places =>
  places.map((place) => (place === null ? null : throughDelta(place, delta)))

/** The index right behind the last character before `seen` that is still there. */
export function behind(places: Places, seen: number): number {
  for (let i = seen - 1; i >= 0; i--) {
    const place = places[i]
    if (place !== null && place !== undefined) return place + 1
  }
  return 0
}

/** Makes a change that was made to what is seen; what others wrote amid deleted characters stays. */
export function spliceShared(text: Y.Text, places: Places, splice: Splice): void {
  for (let i = splice.at + splice.deleted - 1; i >= splice.at; i--) {
    let from = places[i]
    if (from === null || from === undefined) continue
    const end = from + 1
    for (; i > splice.at && places[i - 1] === from - 1; i--) from--
    text.delete(from, end - from)
  }
  if (splice.inserted !== '') text.insert(behind(places, splice.at), wellFormed(splice.inserted))
}
