/** Dates, times and numbers as people here read them. */
import type { Language } from '../model/workshop.ts'

const locale = (language: Language) => (language === 'id' ? 'id-ID' : 'en-GB')

/** "09.08" or "09:08". */
export const formatTime = (atMs: number, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { hour: '2-digit', minute: '2-digit' }).format(atMs)

/** An ISO day as "15 Juli 2026"; what is no day comes back as it is. */
export function formatDay(isoDay: string, language: Language): string {
  const [year, month, day] = isoDay.split('-').map(Number)
  if (!year || !month || !day) return isoDay
  return formatDate(new Date(year, month - 1, day).getTime(), language)
}

/** "15 Juli 2026" */
export const formatDate = (atMs: number, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(atMs)

export const formatNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(locale(language)).format(value)
