import type { Language } from '../model/workshop.ts'
import { formatTime } from './format.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const NEAR_DAYS: Record<Language, Record<string, string>> = {
  id: { '-1': 'kemarin', '0': 'hari ini', '1': 'besok' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
}

/** A moment as people say it: "hari ini 09.08", "besok 21.00", "3 Desember 09.08". */
export function formatMoment(atMs: number, nowMs: number, language: Language): string {
  const time = formatTime(atMs, language)
  const near = NEAR_DAYS[language][String(daysBetween(nowMs, atMs))]
  if (near) return `${near} ${time}`
  const sameYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear()
  const day = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    ...(!sameYear && { year: 'numeric' }),
  }).format(atMs)
  return `${day} ${time}`
}

/** Whole calendar days from one moment to another, by this device's clock. */
function daysBetween(fromMs: number, toMs: number): number {
  const from = new Date(fromMs).setHours(0, 0, 0, 0)
  const to = new Date(toMs).setHours(0, 0, 0, 0)
  return Math.round((to - from) / DAY_MS)
}
