import { memo, useCallback, useSyncExternalStore } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { codeOf } from '../model/canvas.ts'
import type { NoteId } from '../model/ids.ts'
import { LIMITS } from '../model/limits.ts'
import type { Note } from '../model/note.ts'
import type { CellId, QuadrantId } from '../model/zones.ts'
import { CELL_USES } from '../model/zones.ts'
import { useNote, useViewPart, useZone } from '../sync/useCanvas.ts'
import { Icon } from '../ui/Icon.tsx'
import { useBoard } from './boardContext.ts'
import { CodedNote } from './CodedNote.tsx'
import styles from './StrategyPair.module.css'
import { ZoneChip } from './ZoneChip.tsx'

/** Codes of the notes that a strategy joins, and how many of them are gone. */
export function usePairCodes(note: Note): { codes: readonly string[]; gone: number } {
  const { session } = useBoard()
  const codes = useViewPart(session, (view) => note.joins.map((id) => codeOf(view, id)))
  const there = codes.filter((code) => code !== null)
  return { codes: there, gone: codes.length - there.length }
}

export function useIsThisWeek({ id }: Note): boolean {
  const { session } = useBoard()
  return useSyncExternalStore(session.subscribe, () => session.view().thisWeek === id)
}

type PairChoiceProps = { note: Note; cell: CellId; size: 'pointer' | 'touch' }

/** The notes of the two quadrants that a cell combines: pressed ones are joined by this strategy. */
export function PairChoice({ note, cell, size }: PairChoiceProps) {
  const { board } = useMessages()
  const full = note.joins.length >= LIMITS.joinsOfNote
  return (
    <div className={`${styles.choice} ${styles[size]}`}>
      <p className={styles.ask}>
        {full ? board.strategy.most(LIMITS.joinsOfNote) : board.strategy.choose}
      </p>
      {CELL_USES[cell].map((quadrant) => (
        <PairGroup key={quadrant} note={note} quadrant={quadrant} size={size} full={full} />
      ))}
    </div>
  )
}

type PairGroupProps = Omit<PairChoiceProps, 'cell'> & { quadrant: QuadrantId; full: boolean }

function PairGroup({ note, quadrant, size, full }: PairGroupProps) {
  const { session, actions } = useBoard()
  const { board, zones } = useMessages()
  const notes = useZone(session, quadrant)
  const { id: strategy, joins } = note
  const toggle = useCallback(
    (id: NoteId) => {
      const others = joins.filter((each) => each !== id)
      actions.join(strategy, others.length < joins.length ? others : [...joins, id])
    },
    [actions, strategy, joins],
  )
  return (
    <fieldset className={styles.group}>
      <legend>
        <ZoneChip zone={quadrant} size={26} />
        {zones[quadrant].name}
      </legend>
      {notes.length === 0 && <p className={styles.none}>{board.strategy.noNotes}</p>}
      {notes.map((id) => {
        const joined = joins.includes(id)
        const taken = full && !joined
        return (
          <Choice
            key={id}
            note={id}
            size={size}
            joined={joined}
            disabled={taken}
            onPress={toggle}
          />
        )
      })}
    </fieldset>
  )
}

type ChoiceProps = {
  note: NoteId
  size: PairChoiceProps['size']
  joined: boolean
  disabled: boolean
  onPress(note: NoteId): void
}

/** On its own, so that letters typed elsewhere do not draw it. */
const Choice = memo(function Choice({ note: id, size, joined, disabled, onPress }: ChoiceProps) {
  const note = useNote(useBoard().session, id)
  return (
    note && (
      <CodedNote
        note={note}
        size={size}
        joined={joined}
        aria-pressed={joined}
        disabled={disabled}
        onClick={() => onPress(id)}
      >
        {joined && <Icon name="check" size={18} />}
      </CodedNote>
    )
  )
})
