import { useMessages } from '../../i18n/useMessages.ts'
import { codeOf, notesInZone } from '../../model/canvas.ts'
import type { NoteId } from '../../model/ids.ts'
import { LIMITS } from '../../model/limits.ts'
import type { CellId, QuadrantId } from '../../model/zones.ts'
import { CELL_USES } from '../../model/zones.ts'
import { useCanvasView } from '../../sync/useCanvas.ts'
import { useBoard } from '../boardContext.ts'
import { CodedNote } from '../CodedNote.tsx'
import { useCell } from '../cell.ts'
import { ZoneChip } from '../ZoneChip.tsx'
import styles from './PairStrip.module.css'
import { usePhone } from './phoneTools.ts'

/** The notes of the two quadrants that a strategy cell combines, side by side: pressed ones are what the next step joins. */
export function PairStrip({ cell }: { cell: CellId }) {
  const { canEdit } = useBoard()
  const words = useMessages().phone.strategy
  return (
    <li className={styles.strip}>
      {canEdit && <p className={styles.hint}>{words.pairHint}</p>}
      {CELL_USES[cell].map((quadrant) => (
        <Column key={quadrant} quadrant={quadrant} />
      ))}
    </li>
  )
}

function Column({ quadrant }: { quadrant: QuadrantId }) {
  const { session, pair, canEdit } = useBoard()
  const { board, zones } = useMessages()
  const { open } = usePhone()
  const view = useCanvasView(session)
  const picked = useCell(pair, (value) => value)
  const name = zones[quadrant].name
  const toggle = (note: NoteId) =>
    pair.set(
      picked.includes(note)
        ? picked.filter((each) => each !== note)
        : [...picked, note].slice(-LIMITS.joinsOfNote),
    )
  const notes = notesInZone(view, quadrant)
  return (
    <section className={styles.column} aria-label={name}>
      <h2>
        <ZoneChip zone={quadrant} />
        {name}
      </h2>
      {notes.map((note) => (
        <CodedNote
          key={note.id}
          note={note}
          size="touch"
          joined={picked.includes(note.id)}
          aria-pressed={picked.includes(note.id)}
          disabled={!canEdit}
          onClick={() => toggle(note.id)}
        />
      ))}
      {notes.length === 0 && (
        <button type="button" className={styles.empty} onClick={() => open(quadrant)}>
          {board.strategy.fillFirst(name)}
        </button>
      )}
    </section>
  )
}

/** "S1 + O2" of what is picked now; empty where nothing is. */
export function usePickedCodes(): string {
  const { session, pair } = useBoard()
  const picked = useCell(pair, (value) => value)
  const view = useCanvasView(session)
  return picked.flatMap((note) => codeOf(view, note) ?? []).join(' + ')
}
