import type { ReactNode } from 'react'
import { useRef } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { ZoneId } from '../../model/zones.ts'
import { TRAY } from '../../model/zones.ts'
import { Icon } from '../../ui/Icon.tsx'
import { DropZone } from '../drag/DropZone.tsx'
import styles from './MoveGround.module.css'

type MoveGroundProps = {
  /** Where what is moved lies; null: in several zones. */
  from: ZoneId | null
  /** In the hand: the tray takes what is let go over it. Null: over nothing. */
  dropOver?: ZoneId | null
  onChoose?(zone: ZoneId): void
  onCancel?(): void
  /** What is moved, or where it would go. */
  head: ReactNode
  /** The zones that it can go to. */
  children: ReactNode
}

/** The dark ground that notes are moved on, with the tray and the way out at its foot: for carrying one there, and for presses. */
export function MoveGround({
  from,
  dropOver,
  onChoose,
  onCancel,
  head,
  children,
}: MoveGroundProps) {
  const { board, common, phone } = useMessages()
  const tray = useRef<HTMLButtonElement>(null)
  const drops = dropOver !== undefined
  return (
    <div className={styles.ground}>
      <div className={`${styles.screen} ${drops ? styles.carrying : ''}`}>
        <header className={styles.head}>{head}</header>
        {children}
        <div className={styles.foot}>
          <button
            ref={tray}
            type="button"
            className={`${styles.tray} ${dropOver === TRAY.id && from !== TRAY.id ? styles.over : ''}`}
            data-nav=""
            disabled={from === TRAY.id}
            onClick={() => onChoose?.(TRAY.id)}
          >
            {drops && <DropZone zone={TRAY.id} node={tray} />}
            <Icon name="tray" size={26} />
            <span>
              <b>{board.tray.name}</b>
              <small>{from === TRAY.id ? board.phone.isHere : board.tray.hintShort}</small>
            </span>
          </button>
          <button type="button" className={styles.cancel} onClick={onCancel}>
            <Icon name="close" size={22} />
            {drops ? phone.move.back : common.cancel}
          </button>
        </div>
      </div>
    </div>
  )
}
