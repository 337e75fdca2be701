import { describe, expect, it } from 'vitest'
import { formatMoment } from '../../src/i18n/formatMoment.ts'

const at = (day: number, hour: number, month = 6, year = 2026) =>
  new Date(year, month, day, hour, 8).getTime()

describe('a moment as people say it', () => {
  const now = at(15, 21)

  it('names the days near by', () => {
    expect(formatMoment(at(15, 9), now, 'id')).toBe('hari ini 09.08')
    expect(formatMoment(at(14, 23), now, 'id')).toBe('kemarin 23.08')
    expect(formatMoment(at(16, 0), now, 'id')).toBe('besok 00.08')
    expect(formatMoment(at(16, 0), now, 'en')).toBe('tomorrow 00:08')
  })

  it('gives other days their date, and other years their year', () => {
    expect(formatMoment(at(2, 9), now, 'id')).toBe('2 Juli 09.08')
    expect(formatMoment(at(2, 9, 11, 2025), now, 'id')).toBe('2 Desember 2025 09.08')
  })
})
