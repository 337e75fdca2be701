import * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import type { Place } from '../note.ts'
import type { ZoneId } from '../zones.ts'
import { compareRanks } from './rank.ts'
import { readId, readRank, readRemoval, readZoneId } from './readNote.ts'
import { notesOf } from './schema.ts'

/** A note by its place alone. */
export type Lying = { id: NoteId; place: Place }

/** By rank, ties by id. */
export const inOrder = (a: Lying, b: Lying): number =>
  compareRanks(a.place.rank, b.place.rank) || compareRanks(a.id, b.id)

/** The notes that lie in a zone, in order. Of all others no more is read: a new note waits for this with its first letter. */
export function readZone(doc: Y.Doc, zone: ZoneId): Lying[] {
  const lying: Lying[] = []
  notesOf(doc).forEach((entry, id) => {
    if (!(entry instanceof Y.Map) || readId(id) === null) return
    const place = entry.get('place')
    if (readZoneId(place) !== zone || readRemoval(entry.get('removed'))) return
    lying.push({ id: id as NoteId, place: { zone, rank: readRank(place) } })
  })
  return lying.sort(inOrder)
}
