import { useBoard } from './boardContext.ts'
import { useSayTooLong } from './useSayRefused.ts'
import type { PastedText } from './useTextField.ts'
import type { Writing } from './writer.ts'

/**
 * Several lines pasted into a note's field: one note a line, behind this one, or all of them in it.
 * @param waits The field stays open under the offer.
 */
export function useLinesOffer(
  writing: Writing | null,
  { waits = false } = {},
): (pasted: PastedText) => void {
  const { session, writer, changes, pasted: waiting } = useBoard()
  const onTooLong = useSayTooLong()
  return ({ lines, before, text, behind, insert }) => {
    if (!writing) return
    const { zone, after, colour, joins } = writing
    const noteId = writing.text.noteId()
    // The offer takes the focus, and a field that does not wait closes: it is opened again for what was chosen.
    if (!waits) writer.close()
    const there = noteId !== null && session.view().notes.has(noteId)
    const whole = before + text + behind
    const reopened = () => {
      const again = writer.open(
        there ? { note: noteId } : { create: { zone, after, colour, joins } },
      )
      if (!again) return
      const taken = changes.mine(() => again.text.input(whole, before.length + text.length))
      if (taken === 'tooLong') onTooLong(whole.length)
      writer.typed()
    }
    const asOne = waits ? insert : reopened
    const place = { zone, after: there ? noteId : after, joins }
    waiting.set({ ...place, lines, lengthAsOne: whole.length, asOne })
  }
}
