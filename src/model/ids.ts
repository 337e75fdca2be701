/** Branded ids: a note's id can't be passed where a canvas's is wanted. All are [A-Za-z0-9], so they are safe in links. */
export type NoteId = string & { readonly __brand: 'NoteId' }
export type CanvasId = string & { readonly __brand: 'CanvasId' }
export type WorkshopId = string & { readonly __brand: 'WorkshopId' }
/** A seat is an identity in one workshop (a member's or a facilitator's); capabilities open seats. */
export type SeatId = string & { readonly __brand: 'SeatId' }

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Characters of an id: 22 characters of 62 carry 131 bits, 16 carry 95. */
export const LONG_ID_LENGTH = 22
export const NOTE_ID_LENGTH = 16

export type RandomBytes = (length: number) => Uint8Array

/**
 * An unbiased random id over [A-Za-z0-9]: bytes of 248 and above are drawn again.
 * `crypto.getRandomValues` is there without a secure context, `crypto.randomUUID` is not.
 */
export function randomId(length: number, randomBytes: RandomBytes): string {
  let id = ''
  while (id.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < 248 && id.length < length) id += ALPHABET[byte % 62]
    }
  }
  return id
}

/** The platform's own randomness (browser and Node alike). */
export const systemRandomBytes: RandomBytes = (length) =>
  crypto.getRandomValues(new Uint8Array(length))

export const newNoteId = (randomBytes: RandomBytes = systemRandomBytes): NoteId =>
  randomId(NOTE_ID_LENGTH, randomBytes) as NoteId
