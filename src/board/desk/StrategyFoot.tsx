import { useState } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { Note } from '../../model/note.ts'
import type { CellId } from '../../model/zones.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { Popover } from '../Popover.tsx'
import { PairChoice, useIsThisWeek, usePairCodes } from '../StrategyPair.tsx'
import styles from './StrategyFoot.module.css'

type StrategyFootProps = { note: Note; zone: CellId; tabStop: boolean }

/** Which pair a strategy joins (press to choose), and whether it is the one of this week. */
export function StrategyFoot({ note, zone, tabStop }: StrategyFootProps) {
  const { lit, canEdit } = useBoard()
  const words = useMessages().board.strategy
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const { codes, gone } = usePairCodes(note)
  const isLit = useCell(lit, (value) => value === note.id)
  const thisWeek = useIsThisWeek(note)
  const chips = (
    <>
      {codes.map((code) => (
        <b key={code}>{code}</b>
      ))}
      {gone > 0 && (
        <b className={styles.gone} title={words.pairGone}>
          ?
        </b>
      )}
    </>
  )
  return (
    <div className={`${styles.foot} ${isLit ? styles.lit : ''}`}>
      {canEdit ? (
        <button
          type="button"
          className={styles.pair}
          data-no-drag=""
          tabIndex={tabStop ? 0 : -1}
          aria-haspopup="dialog"
          aria-label={codes.length > 0 ? words.pairOf(codes.join(', ')) : undefined}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          {codes.length + gone > 0 ? (
            chips
          ) : (
            <span className={styles.none}>
              <Icon name="link" size={15} />
              {words.pair}
            </span>
          )}
        </button>
      ) : (
        <span className={styles.pair}>{chips}</span>
      )}
      {thisWeek && (
        <span className={styles.week}>
          <Icon name="forward" size={13} />
          {words.thisWeek}
        </span>
      )}
      {anchor && (
        <Popover label={words.choose} anchor={anchor} onClose={() => setAnchor(null)}>
          <div className={styles.popover}>
            <PairChoice note={note} cell={zone} size="pointer" />
          </div>
        </Popover>
      )}
    </div>
  )
}
