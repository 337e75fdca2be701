/** Total reading of one note: whatever a document holds, a valid `Note` or nothing comes out. */
import * as Y from 'yjs'
import type { NoteId, SeatId } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import type { Note, Removal } from '../note.ts'
import { isNoteColour } from '../note.ts'
import { cleanTags } from '../tags.ts'
import { cutText } from '../text.ts'
import type { ZoneId } from '../zones.ts'
import { isZoneId, zoneById } from '../zones.ts'
import { isRank, LAST_RANK } from './rank.ts'
import type { SharedNote } from './schema.ts'
import { sharedText } from './schema.ts'

const MAX_ID_LENGTH = 64
/** Two people who fill a note at once may go past its limit together: nobody's words are cut off. */
const MAX_TEXT_READ = LIMITS.noteTextLength * 2
const MAX_TIME_MS = 8.64e15
const MAX_LIST_READ = 100

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const readId = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= MAX_ID_LENGTH ? value : null

/** ms since 1970 within what a `Date` can hold; 0: not known. Formatting any other number throws. */
export const readTime = (value: unknown): number =>
  typeof value === 'number' && value > 0 && value <= MAX_TIME_MS ? value : 0

/** One line: what would break it or send a terminal or a page astray becomes a space. */
export const readLine = (value: unknown, maxLength: number): string =>
  typeof value === 'string' ? cutText(value.replace(/[\p{Cc}\u2028\u2029]/gu, ' '), maxLength) : ''

function readText(note: SharedNote): string {
  const value = sharedText(note)?.toString() ?? note.get('text')
  return typeof value === 'string' ? cutText(value, MAX_TEXT_READ) : ''
}

export const readZoneId = (place: unknown): ZoneId =>
  isRecord(place) && isZoneId(place.zone) ? place.zone : 'tray'

export const readRank = (place: unknown): string =>
  isRecord(place) && isRank(place.rank) ? place.rank : LAST_RANK

/** The strings of a list, of which nobody needs more than so many. */
export const strings = (list: readonly unknown[]): string[] =>
  list.slice(0, MAX_LIST_READ).filter((each) => typeof each === 'string')

function readTags(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return []
  return cleanTags(strings(value), LIMITS.tagsOnNote)
}

function readJoins(value: unknown, own: string): readonly NoteId[] {
  if (!Array.isArray(value)) return []
  const ids = new Set(strings(value).filter((id) => readId(id) !== null && id !== own))
  return [...ids].slice(0, LIMITS.joinsOfNote) as NoteId[]
}

export function readRemoval(value: unknown): Removal | null {
  if (!isRecord(value)) return null
  return { by: (readId(value.by) ?? '') as SeatId, atMs: readTime(value.at) }
}

export type ReadNote = { note: Note; removed: Removal | null }

/** Null where the entry is no shared map at all. */
export function readNote(id: string, entry: unknown): ReadNote | null {
  if (!(entry instanceof Y.Map) || readId(id) === null) return null
  const place = entry.get('place')
  const zone = readZoneId(place)
  const colour = entry.get('colour')
  const origin = readId(entry.get('origin'))
  return {
    removed: readRemoval(entry.get('removed')),
    note: {
      id: id as NoteId,
      text: readText(entry),
      place: { zone, rank: readRank(place) },
      colour: isNoteColour(colour) ? colour : zoneById(zone).colour,
      speaker: readId(entry.get('speaker')) as SeatId | null,
      typist: readId(entry.get('typist')) as SeatId | null,
      tags: readTags(entry.get('tags')),
      finding: entry.get('finding') === true,
      origin: origin === id ? null : (origin as NoteId | null),
      joins: readJoins(entry.get('joins'), id),
      example: entry.get('example') === true,
      createdAtMs: readTime(entry.get('createdAt')),
      editedAtMs: readTime(entry.get('editedAt')),
    },
  }
}

/** The strategy that a canvas's settings name; whether it is there, only its notes can tell. */
export const readThisWeek = (settings: Y.Map<unknown>): NoteId | null =>
  readId(settings.get('thisWeek')) as NoteId | null
