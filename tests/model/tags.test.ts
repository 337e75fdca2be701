import { describe, expect, it } from 'vitest'
import { cleanTag, cleanTags } from '../../src/model/tags.ts'

describe('a tag', () => {
  it.each([
    ['  murah   meriah ', 'murah meriah'],
    ['satu\ndua', 'satu dua'],
    ['\u202e\u200b', ''],
    ['e\u0301s', 'és'],
    ['', ''],
  ])('%j is kept as %j', (typed, kept) => {
    expect(cleanTag(typed)).toBe(kept)
  })

  it('is at most 24 long, and never ends in half a sign', () => {
    expect(cleanTag('x'.repeat(100_000))).toBe('x'.repeat(24))
    expect(cleanTag(`${'x'.repeat(23)}👩‍🍳`)).toBe('x'.repeat(23))
  })
})

describe('a list of tags', () => {
  it('has each once, as it is spelled first, and no more than it may have', () => {
    expect(cleanTags(['Murah', ' murah ', '', 'MURAH', 'sehat', 'baru'], 2)).toEqual([
      'Murah',
      'sehat',
    ])
  })
})
