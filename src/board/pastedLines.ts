/** Several lines that were pasted: each may become a note of its own. */
import type { NoteId } from '../model/ids.ts'
import type { ZoneId } from '../model/zones.ts'

export type PastedLines = {
  zone: ZoneId
  /** The note they would stand behind; left out: the end of the zone. */
  after?: NoteId | null
  /** In a strategy cell: the pair that each of them joins. */
  joins: readonly NoteId[]
  lines: readonly string[]
  /** So long that note would be which holds all of it. */
  lengthAsOne: number
  /** Puts the text, as it was pasted, into one note. */
  asOne(): void
}

/** Marks that people and programs put before the lines of a list. */
const LIST_MARK = /^(?:[-*•·–—▪◦]|\d{1,3}[.)])\s+/u

/** The lines of a text that say something, without their list marks. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim().replace(LIST_MARK, '').trim())
    .filter((line) => line !== '')
