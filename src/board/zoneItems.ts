/** What lies in one zone's list, in order: its notes, the draft being written (or the field of a note that was taken away), and the slot where a carried note lands. */
import type { NoteId } from '../model/ids.ts'
import type { ZoneId } from '../model/zones.ts'
import type { Writing } from './writer.ts'

type ZoneItem =
  | { type: 'note'; key: string; note: NoteId; writing: Writing | null }
  | { type: 'draft'; key: string; writing: Writing }
  | { type: 'slot'; key: 'slot' }

/** Behind which note the carried one would land; null: the head of the zone. */
export type Landing = { zone: ZoneId; after: NoteId | null }

export function zoneItems(
  zone: ZoneId,
  notes: readonly NoteId[],
  writing: Writing | null,
  landing: Landing | null,
): ZoneItem[] {
  const items: ZoneItem[] = notes.map((note) => {
    const mine = writing?.noteId === note ? writing : null
    return { type: 'note', key: mine?.key ?? note, note, writing: mine }
  })
  const hasNoNote = writing?.noteId === null || writing?.isGone
  if (writing?.zone === zone && hasNoNote && !items.some(({ key }) => key === writing.key)) {
    insertBehind(items, writing.after, { type: 'draft', key: writing.key, writing })
  }
  if (landing?.zone === zone) insertBehind(items, landing.after, { type: 'slot', key: 'slot' })
  return items
}

function insertBehind(items: ZoneItem[], after: NoteId | null | undefined, item: ZoneItem): void {
  if (after === null) {
    items.unshift(item)
    return
  }
  const at = items.findIndex((each) => each.type === 'note' && each.note === after)
  items.splice(at < 0 ? items.length : at + 1, 0, item)
}

/** True where landing there would leave the note where it lies. */
export function isWhereItLies(
  notes: readonly NoteId[],
  note: NoteId,
  after: NoteId | null,
): boolean {
  const at = notes.indexOf(note)
  if (at < 0) return false
  return after === note || after === (notes[at - 1] ?? null)
}
