import { memo, useRef } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { QuadrantId } from '../../model/zones.ts'
import { useNote, useZone } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { CodedNote } from '../CodedNote.tsx'
import { useCell } from '../cell.ts'
import { focusNote } from '../focusNote.ts'
import { useOpenTab } from '../useOpenTab.ts'
import { usePick } from '../usePair.ts'
import { useShowNote } from '../useShowNote.ts'
import { ZoneChip } from '../ZoneChip.tsx'
import edges from './softEdges.module.css'
import styles from './TowsSource.module.css'
import { useFit } from './useFit.ts'

/** A quadrant's notes beside the cells that combine them, each with the code that strategies call it by. */
export function TowsSource({ quadrant }: { quadrant: QuadrantId }) {
  const { session } = useBoard()
  const { zones } = useMessages()
  const notes = useZone(session, quadrant)
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  useFit(scroller, list)
  return (
    <section className={styles.source} data-cell={quadrant} aria-label={zones[quadrant].name}>
      <h2>
        <ZoneChip zone={quadrant} />
        {zones[quadrant].name}
      </h2>
      {notes.length === 0 && <EmptySource quadrant={quadrant} />}
      <div className={`${styles.scroller} ${edges.soft}`} ref={scroller} data-scrolls="">
        <ul ref={list}>
          {notes.map((note) => (
            <SourceRow key={note} note={note} />
          ))}
        </ul>
      </div>
    </section>
  )
}

/** Nothing to combine yet, and the way to where it is written. */
function EmptySource({ quadrant }: { quadrant: QuadrantId }) {
  const { canEdit } = useBoard()
  const openTab = useOpenTab()
  const { board, desk, zones } = useMessages()
  if (!canEdit) return <p className={styles.none}>{desk.tows.sourceEmpty}</p>
  const toQuadrant = () => {
    openTab('swot')
    focusNote(null, quadrant)
  }
  return (
    <button type="button" className={styles.fill} data-nav="" onClick={toQuadrant}>
      {board.strategy.fillFirst(zones[quadrant].name)}
      <Icon name="right" size={18} />
    </button>
  )
}

const SourceRow = memo(function SourceRow({ note: id }: { note: NoteId }) {
  const { session, lit, canEdit } = useBoard()
  const show = useShowNote()
  const note = useNote(session, id)
  const litId = useCell(lit, (value) => value)
  const litNote = useNote(session, litId ?? id)
  const { picked, toggle } = usePick(id)
  if (!note) return null
  const isLit = litId !== null && (litId === id || (litNote?.joins.includes(id) ?? false))
  return (
    <li>
      <CodedNote
        note={note}
        size="pointer"
        joined={isLit || picked}
        aria-pressed={canEdit ? picked : undefined}
        data-lights={id}
        data-nav=""
        onClick={() => (canEdit ? toggle() : show(id))}
      >
        {picked && <Icon name="check" size={18} />}
      </CodedNote>
    </li>
  )
})
