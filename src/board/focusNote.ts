import type { NoteId } from '../model/ids.ts'
import type { ZoneId } from '../model/zones.ts'

/**
 * Gives the focus to a note once it is drawn where it belongs, or to its zone's plus where there is none. A field that was
 * opened in the meantime keeps it: it would be closed by losing it.
 */
export function focusNote(note: NoteId | null, zone: ZoneId): void {
  requestAnimationFrame(() => {
    if (document.activeElement instanceof HTMLTextAreaElement) return
    const at = note && document.querySelector<HTMLElement>(`[data-note="${CSS.escape(note)}"]`)
    const other = () =>
      document.querySelector<HTMLElement>(
        `[data-zone="${zone}"] [data-note], [data-zone="${zone}"] header button`,
      )
    const element = at || other()
    element?.focus()
  })
}
