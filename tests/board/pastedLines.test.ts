import { describe, expect, it } from 'vitest'
import { linesOf } from '../../src/board/pastedLines.ts'

describe('pasted lines', () => {
  it('are told apart by any line end, and empty ones are left out', () => {
    expect(linesOf('satu\r\n\r\n  dua \rtiga\n')).toEqual(['satu', 'dua', 'tiga'])
  })

  it('lose the marks of a list, but not a number that belongs to them', () => {
    expect(linesOf('- Bazar\n• Titip\n3. Pesan WA\n4) Antar')).toEqual([
      'Bazar',
      'Titip',
      'Pesan WA',
      'Antar',
    ])
    expect(linesOf('20 menit selesai\n3 toko\n-5 derajat')).toEqual([
      '20 menit selesai',
      '3 toko',
      '-5 derajat',
    ])
  })
})
