/**
 * The one preference that is not in Dexie: it has to be known before the first paint, and IndexedDB answers later. The file
 * in `public/assets` reads the same entry.
 */
import * as v from 'valibot'
import type { Looks } from '../design/looks.ts'
import { TEXT_SIZES, THEMES, usualLooks } from '../design/looks.ts'

const ENTRY = 'guyub.looks'

const looksSchema = v.object({
  theme: v.fallback(v.picklist(THEMES), usualLooks.theme),
  text: v.fallback(v.picklist(TEXT_SIZES), usualLooks.text),
})

export function readLooks(): Looks {
  try {
    const parsed = v.safeParse(looksSchema, JSON.parse(localStorage.getItem(ENTRY) ?? 'null'))
    return parsed.success ? parsed.output : usualLooks
  } catch {
    return usualLooks // the browser refuses to store, or the entry is broken
  }
}

export function keepLooks(looks: Looks): void {
  try {
    localStorage.setItem(ENTRY, JSON.stringify(looks))
  } catch {
    // Refused: it holds until the page is closed.
  }
}
