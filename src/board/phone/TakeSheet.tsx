import { useMessages } from '../../i18n/useMessages.ts'
import type { CanvasView } from '../../model/canvas.ts'
import { notesInZone } from '../../model/canvas.ts'
import type { Note } from '../../model/note.ts'
import type { QuadrantId, Zone } from '../../model/zones.ts'
import { BLOCKS, FED_BY, zoneById } from '../../model/zones.ts'
import { useCanvasView } from '../../sync/useCanvas.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { isThere } from '../bring.ts'
import { NoteText } from '../NoteText.tsx'
import { shortWords } from '../shortWords.ts'
import { useWhyFed } from '../useWhyFed.ts'
import { ZoneChip } from '../ZoneChip.tsx'
import styles from './TakeSheet.module.css'

type TakeSheetProps = { quadrant: QuadrantId; onClose(): void }

/** Notes of the BMC for a quadrant: one press takes a linked copy. Blocks that typically feed it come first. */
export function TakeSheet({ quadrant, onClose }: TakeSheetProps) {
  const { session } = useBoard()
  const { common, phone } = useMessages()
  const view = useCanvasView(session)
  const fed = FED_BY[quadrant].map(zoneById)
  const groups = (blocks: readonly Zone[]) =>
    blocks
      .filter(({ id }) => view.zones[id].length > 0)
      .map((block) => <Group key={block.id} block={block} quadrant={quadrant} view={view} />)
  const first = groups(fed)
  const others = groups(BLOCKS.filter((block) => !fed.includes(block)))
  return (
    <Dialog title={phone.take.open} titleHidden onClose={onClose}>
      <header className={styles.head}>
        <div>
          <p className={styles.title}>{phone.take.open}</p>
          <p className={styles.hint}>{phone.take.hint}</p>
        </div>
        <IconButton icon="close" label={common.close} size="touch" onClick={onClose} />
      </header>
      {first.length + others.length === 0 && <p className={styles.hint}>{phone.take.nothing}</p>}
      {first}
      {first.length > 0 && others.length > 0 && (
        <p className={styles.others}>{phone.take.others}</p>
      )}
      {others}
      <div className={styles.room} />
    </Dialog>
  )
}

type GroupProps = { block: Zone; quadrant: QuadrantId; view: CanvasView }

function Group({ block, quadrant, view }: GroupProps) {
  const { zones } = useMessages()
  const why = useWhyFed(quadrant, block.id)
  return (
    <section className={styles.group}>
      <h3>
        <ZoneChip zone={block.id} size={34} />
        <span>
          {zones[block.id].nickname}
          {why && <small>{why}</small>}
        </span>
      </h3>
      <ul>
        {notesInZone(view, block.id).map((note) => (
          <Offer
            key={note.id}
            note={note}
            quadrant={quadrant}
            here={isThere(view, note.id, quadrant)}
          />
        ))}
      </ul>
    </section>
  )
}

type OfferProps = { note: Note; quadrant: QuadrantId; here: boolean }

function Offer({ note, quadrant, here }: OfferProps) {
  const { actions } = useBoard()
  const { board, phone } = useMessages()
  const take = () => actions.take(note.id, { zone: quadrant }, phone.take.done)
  // The same button before and after: the focus stays on it.
  return (
    <li>
      <button
        type="button"
        className={here ? styles.here : `${styles.offer} sticky paper-${note.colour}`}
        aria-label={here ? undefined : phone.take.takeNote(shortWords(note.text, board.note.empty))}
        aria-disabled={here || undefined}
        onClick={here ? undefined : take}
      >
        <span dir="auto">
          <NoteText text={note.text} />
        </span>
        {here ? (
          <em>
            <Icon name="check" size={17} />
            {phone.take.here}
          </em>
        ) : (
          <i>
            <Icon name="plus" size={20} />
          </i>
        )}
      </button>
    </li>
  )
}
