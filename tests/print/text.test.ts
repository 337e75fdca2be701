import { describe, expect, it } from 'vitest'
import { graphemes, graphemesByPattern } from '../../src/model/graphemes.ts'
import { PLACEHOLDER, toPrintable } from '../../src/print/text/printable.ts'
import { readTrueType } from '../../src/print/text/trueType.ts'
import { joinLines, measure, wrap } from '../../src/print/text/wrap.ts'
import { kit } from './printing.ts'

const face = kit.faces.semibold
const printable = (text: string) => toPrintable(text, face)
const linesOf = (text: string, units: number) =>
  wrap(measure(printable(text).text, face), units).map((line) => line.text)

describe('the printed faces', () => {
  it('tell how far a character advances', () => {
    expect(face.advance(0x20)).toBe(175)
    expect(face.advance('m'.charCodeAt(0))).toBeGreaterThan(face.advance('i'.charCodeAt(0)) ?? 0)
  })

  it('lack emoji and Javanese, and have the box for what they lack', () => {
    expect(face.advance(0x1f60b)).toBeUndefined()
    expect(face.advance('ꦲ'.charCodeAt(0))).toBeUndefined()
    expect(face.advance('□'.charCodeAt(0))).toBeGreaterThan(0)
    expect(kit.faces.bold.advance('□'.charCodeAt(0))).toBeGreaterThan(0)
  })

  it('have the same characters in both weights', () => {
    const codes = Array.from({ length: 0xffff }, (_, code) => code)
    const differing = codes.filter(
      (code) => (kit.faces.bold.advance(code) === undefined) !== (face.advance(code) === undefined),
    )
    expect(differing).toEqual([])
  })

  it('are read from nothing else than a TrueType file', () => {
    expect(() => readTrueType(new Uint8Array(64))).toThrow('no table')
  })
})

describe('what counts as one sign', () => {
  const signs = ['👩‍👩‍👧‍👦', '🇮🇩', '👍🏽', '1️⃣', 'é', 'ꦏꦶ', '😋']

  it.each(signs)('%s is one, beside others', (sign) => {
    expect(graphemes(`a${sign}b`)).toEqual(['a', sign, 'b'])
  })

  it.each(signs)('%s is one in browsers without Intl.Segmenter too', (sign) => {
    expect(graphemesByPattern(`a${sign}b`)).toEqual(['a', sign, 'b'])
  })

  it('keeps every character, by either way', () => {
    const text = signs.join(' ') + signs.join('')
    expect(graphemes(text).join('')).toBe(text)
    expect(graphemesByPattern(text).join('')).toBe(text)
  })
})

describe('printable text', () => {
  it('puts one placeholder for each sign the face lacks, and names it', () => {
    expect(printable('Cicip 😋 di 🇮🇩 👩‍👩‍👧‍👦')).toEqual({
      text: `Cicip ${PLACEHOLDER} di ${PLACEHOLDER} ${PLACEHOLDER}`,
      missing: ['😋', '🇮🇩', '👩‍👩‍👧‍👦'],
    })
  })

  it.each(['ꦲꦤꦕꦫꦏ', 'مرحبا', '漢字'])('names every sign of %s', (word) => {
    const { text, missing } = printable(word)
    expect(missing.join('')).toBe(word)
    expect(text).toBe(PLACEHOLDER.repeat(missing.length))
  })

  it('has accents ready-made and loose, arrows, stars and the box itself', () => {
    const text = 'cafe\u0301 ẹ́ → ★ □ € “kripik” – 25 °C'
    expect(printable(text)).toEqual({ text: text.normalize('NFC'), missing: [] })
  })

  it('drops what is never seen and keeps line breaks', () => {
    expect(printable('a\u200bb\u200ec\ufe0f\ufeff\u0007\r\nd\u2028e\tf\u3000g').text).toBe(
      'abc\nd\ne f g',
    )
  })

  it('leaves at most two lines blank', () => {
    expect(printable('a\n\n\n\n \n\nb').text).toBe('a\n\n\nb')
  })

  it('survives half a character', () => {
    expect(printable('a\ud83db').missing).toEqual(['\ufffd'])
  })

  it('gives up on a letter under a heap of marks, and says so', () => {
    const heap = `o${'\u0301'.repeat(40)}`
    expect(printable(heap)).toEqual({ text: PLACEHOLDER, missing: [heap.normalize('NFC')] })
  })
})

describe('wrapping', () => {
  const wide = 100_000

  it('breaks at spaces, as late as it can', () => {
    const width = measure('', face).unitsOf('Petani singkong langganan')
    expect(linesOf('Petani singkong langganan tetap sejak dulu', width)).toEqual([
      'Petani singkong langganan',
      'tetap sejak dulu',
    ])
  })

  it('never breaks a reduplicated word at its hyphen', () => {
    const width = measure('', face).unitsOf('Toko dan oleh-ol')
    expect(linesOf('Toko dan oleh-oleh khas Malang', width)).toContain('oleh-oleh khas')
  })

  it('leaves no short word alone on the last line', () => {
    const width = measure('', face).unitsOf('Anak sekolah dan anak')
    expect(linesOf('Anak sekolah dan anak kos', width)).toEqual(['Anak sekolah dan', 'anak kos'])
  })

  it('keeps the writer’s own lines', () => {
    expect(linesOf('Satu\n\nDua', wide)).toEqual(['Satu', '', 'Dua'])
  })

  it('breaks a word that no line can hold between signs, never inside one', () => {
    const word = 'e\u0323\u0301'.repeat(50)
    const lines = linesOf(word, 5000)
    expect(lines.length).toBeGreaterThan(3)
    expect(lines.join('')).toBe(word.normalize('NFC'))
    for (const line of lines) expect(line).toMatch(/^\P{M}/u)
  })

  it('breaks a word that no line can hold after its hyphen first', () => {
    const width = measure('', face).unitsOf('kebijaksanaan-')
    expect(linesOf('kebijaksanaan-kebijaksanaan', width)).toEqual([
      'kebijaksanaan-',
      'kebijaksanaan',
    ])
  })

  it('holds to the width, and gives the text back', () => {
    const text = `Beli di https://example.com/${'sangat'.repeat(40)}/panjang sekali\ndan ${'w'.repeat(300)}`
    for (const width of [3000, 5000, 12_000]) {
      const lines = wrap(measure(text, face), width)
      for (const line of lines) expect(line.units).toBeLessThanOrEqual(width)
      expect(joinLines(lines)).toBe(text)
    }
  })
})
