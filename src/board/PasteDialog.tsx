import { useMessages } from '../i18n/useMessages.ts'
import { LIMITS } from '../model/limits.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useBoard } from './boardContext.ts'
import { useCell } from './cell.ts'
import { focusNote } from './focusNote.ts'
import styles from './PasteDialog.module.css'
import type { PastedLines } from './pastedLines.ts'
import { useSayTooLong } from './useSayRefused.ts'

/**
 * Several lines were pasted: one note a line, or all of it in one. Of what no note can hold that is said, and the other can
 * still be chosen.
 */
export function PasteDialog() {
  const { pasted } = useBoard()
  const waiting = useCell(pasted, (value) => value)
  return waiting && <Offer pasted={waiting} onClose={() => pasted.set(null)} />
}

function Offer({ pasted, onClose }: { pasted: PastedLines; onClose(): void }) {
  const { device, actions } = useBoard()
  const { board, common, zones } = useMessages()
  const words = board.paste
  const { zone, after, joins, lines, lengthAsOne } = pasted
  const sayTooLong = useSayTooLong()
  /** @param length Of the longest note. */
  const choose = (length: number, put: () => void) => () => {
    if (length > LIMITS.noteTextLength) return sayTooLong(length)
    onClose()
    put()
  }
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0)
  const size = device === 'phone' ? 'touch' : 'pointer'
  return (
    <Dialog title={words.title(lines.length)} onClose={onClose}>
      <p className={styles.where}>{words.where(zones[zone].name)}</p>
      <ol className={styles.lines}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their turn
          <li key={index} dir="auto">
            {line}
          </li>
        ))}
      </ol>
      <div className={styles.actions}>
        <Button
          look="primary"
          size={size}
          icon="note"
          onClick={choose(longest, () => {
            const [first] = actions.addLines(lines, { zone, after, joins })
            if (first) focusNote(first, zone)
          })}
        >
          {words.several(lines.length)}
        </Button>
        <Button size={size} onClick={choose(lengthAsOne, pasted.asOne)}>
          {words.one}
        </Button>
        <Button look="quiet" size={size} onClick={onClose}>
          {common.cancel}
        </Button>
      </div>
    </Dialog>
  )
}
