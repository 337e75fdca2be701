/** What a client says of itself in awareness: where it is and what it edits. Hearsay, never stored, never trusted. */
import * as v from 'valibot'
import type { NoteId } from '../model/ids.ts'
import { NOTE_ID_LENGTH } from '../model/ids.ts'
import { ZONE_IDS } from '../model/zones.ts'

/** Largest state one client may hold, in bytes of JSON. */
export const MAX_AWARENESS_BYTES = 1024

const whereSchema = v.object({
  /** The tab or, on a phone, the zone being looked at. */
  tab: v.optional(v.picklist(['bmc', 'swot', 'tows'])),
  zone: v.optional(v.picklist(ZONE_IDS)),
  /** The note being written in. */
  note: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(NOTE_ID_LENGTH * 2),
      v.transform((id) => id as NoteId),
    ),
  ),
  /** On a phone or on a laptop, for words such as "di HP". */
  device: v.optional(v.picklist(['phone', 'laptop'])),
})
export type Where = v.InferOutput<typeof whereSchema>

/** Null where a state is not of our shape (a stock client's, or a forged one). */
export function decodeWhere(state: unknown): Where | null {
  const parsed = v.safeParse(whereSchema, state)
  return parsed.success ? parsed.output : null
}
