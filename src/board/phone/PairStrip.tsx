import { memo } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { CellId, QuadrantId } from '../../model/zones.ts'
import { CELL_USES } from '../../model/zones.ts'
import { useNote, useZone } from '../../sync/useCanvas.ts'
import { useBoard } from '../boardContext.ts'
import { CodedNote } from '../CodedNote.tsx'
import { usePick } from '../usePair.ts'
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
  const { session } = useBoard()
  const { board, zones } = useMessages()
  const { open } = usePhone()
  const notes = useZone(session, quadrant)
  const { name } = zones[quadrant]
  return (
    <section className={styles.column} aria-label={name}>
      <h2>
        <ZoneChip zone={quadrant} />
        {name}
      </h2>
      {notes.map((note) => (
        <Pickable key={note} note={note} />
      ))}
      {notes.length === 0 && (
        <button type="button" className={styles.empty} onClick={() => open(quadrant)}>
          {board.strategy.fillFirst(name)}
        </button>
      )}
    </section>
  )
}

/** On its own, so that letters typed elsewhere do not draw it. */
const Pickable = memo(function Pickable({ note: id }: { note: NoteId }) {
  const { session, canEdit } = useBoard()
  const { show } = usePhone()
  const note = useNote(session, id)
  const { picked, toggle } = usePick(id)
  return (
    note && (
      <CodedNote
        note={note}
        size="touch"
        joined={picked}
        aria-pressed={canEdit ? picked : undefined}
        onClick={() => (canEdit ? toggle() : show(id))}
      />
    )
  )
})
