import { describe, expect, it } from 'vitest'
import { textParts } from '../../src/board/NoteText.tsx'
import { shortWords } from '../../src/board/shortWords.ts'

const wholeOnes = (text: string) =>
  textParts(text)
    .filter((part) => part.whole)
    .map((part) => part.text)

describe("a note's words", () => {
  it.each([
    ['Toko oleh-oleh dan anak-anak', ['oleh-oleh', 'anak-anak']],
    ['Ibu-ibu arisan', ['Ibu-ibu']],
    ['(macam-macam), sama-sama.', ['macam-macam', 'sama-sama']],
    ['rendah-kalori, e-mail, 10-10', []],
    ['oleh-olehan', []],
    ['a-a-a', []],
  ])('keep reduplicated words whole: %s', (text, whole) => {
    expect(wholeOnes(text)).toEqual(whole)
  })

  it.each(['', 'oleh-oleh', 'x oleh-oleh oleh-oleh y', '🎉-🎉 ꦥꦱꦂ مرحبا-مرحبا', '---'])(
    'lose nothing by being cut into parts: %s',
    (text) => {
      expect(
        textParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    },
  )
})

describe('a note read aloud', () => {
  it('is one short line, never half a sign', () => {
    expect(shortWords('  dua\n baris ', 'kosong')).toBe('dua baris')
    expect(shortWords(' \n', 'kosong')).toBe('kosong')
    expect(shortWords('🥟'.repeat(80), 'kosong')).toBe(`${'🥟'.repeat(60)}…`)
  })
})
