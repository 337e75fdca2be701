import type { NoteId } from '../model/ids.ts'
import type { ZoneId } from '../model/zones.ts'

/**
 * Gives the focus to a note once it is drawn where it belongs, or to its zone where there is none. A field that was opened
 * in the meantime keeps it: it would be closed by losing it.
 */
export function focusNote(note: NoteId | null, zone: ZoneId): void {
  requestAnimationFrame(() => {
    if (document.activeElement instanceof HTMLTextAreaElement) return
    const element = (note && noteOnScreen(note)) || headOf(zone)
    element?.focus()
  })
}

export const noteOnScreen = (note: NoteId): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-note="${CSS.escape(note)}"]`)

/** What a zone is entered by: its first note, else what one writes the first with. */
export function headOf(zone: ZoneId): HTMLElement | null {
  const within = `[data-zone="${zone}"]`
  return (
    document.querySelector<HTMLElement>(`${within} [data-nav], ${within} [data-note]`) ??
    document.querySelector<HTMLElement>(`${within} header button`)
  )
}
