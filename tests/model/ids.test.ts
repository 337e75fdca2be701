import { describe, expect, it } from 'vitest'
import { LONG_ID_LENGTH, NOTE_ID_LENGTH, newNoteId, randomId } from '../../src/model/ids.ts'

const countingBytes = (from: number) => {
  let next = from
  return (length: number) => Uint8Array.from({ length }, () => next++ % 256)
}

describe('an id', () => {
  it('is letters and digits only, as long as asked', () => {
    expect(randomId(LONG_ID_LENGTH, countingBytes(0))).toMatch(/^[A-Za-z0-9]{22}$/)
    expect(newNoteId()).toMatch(new RegExp(`^[A-Za-z0-9]{${NOTE_ID_LENGTH}}$`))
    expect(newNoteId()).not.toBe(newNoteId())
  })

  it('draws every character alike: the bytes that would favour some are drawn again', () => {
    const drawn = randomId(248, countingBytes(0))
    const counts = new Map<string, number>()
    for (const character of drawn) counts.set(character, (counts.get(character) ?? 0) + 1)
    expect(new Set(counts.values())).toEqual(new Set([4]))
    expect(counts.size).toBe(62)
    expect(randomId(3, countingBytes(250))).toBe('ABC')
  })
})
