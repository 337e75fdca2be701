import type { ReactNode } from 'react'
import { useRef } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { TabId, ZoneId } from '../../model/zones.ts'
import { TABS, TRAY, zoneById, zonesOfTab } from '../../model/zones.ts'
import { Icon } from '../../ui/Icon.tsx'
import { isTaken } from '../bring.ts'
import { DropZone } from '../drag/DropZone.tsx'
import styles from './MoveMap.module.css'
import { ZoneMap } from './ZoneMap.tsx'

type MoveMapProps = {
  tab: TabId
  /** Where what is moved lies; null: in several zones. */
  from: ZoneId | null
  /** In the hand: zones take what is let go over them. Null: over none of them. */
  dropOver?: ZoneId | null
  onTab?(tab: TabId): void
  onChoose?(zone: ZoneId): void
  onCancel?(): void
  /** The head: what is moved, or where it would go. */
  children: ReactNode
}

/** The map on dark ground, with every tab and the tray: for carrying a note there, and for two presses. */
export function MoveMap(props: MoveMapProps) {
  const { tab, from, dropOver, onTab, onChoose, onCancel, children } = props
  const { board, common, phone } = useMessages()
  const tray = useRef<HTMLButtonElement>(null)
  const drops = dropOver !== undefined
  const home = from && zoneById(from).tab
  const copies = from !== null && zonesOfTab(tab).some(({ id }) => isTaken(from, id))
  return (
    <div className={styles.ground}>
      <div className={`${styles.screen} ${drops ? styles.carrying : ''}`}>
        <header className={styles.head}>{children}</header>
        <nav className={styles.tabs} aria-label={board.tabsLabel}>
          {TABS.map((each) => (
            <button
              key={each}
              type="button"
              data-tab={drops ? each : undefined}
              aria-current={each === tab ? 'page' : undefined}
              onClick={() => onTab?.(each)}
            >
              {board.tabs[each]}
            </button>
          ))}
        </nav>
        <div className={styles.map}>
          {copies && home && (
            <p className={styles.copies}>{phone.move.copyGoes(board.tabs[home])}</p>
          )}
          <ZoneMap
            tab={tab}
            moving
            drops={drops}
            origin={from}
            over={dropOver ?? null}
            onChoose={(zone) => onChoose?.(zone)}
          />
        </div>
        <div className={styles.foot}>
          <button
            ref={tray}
            type="button"
            className={`${styles.tray} ${dropOver === TRAY.id && from !== TRAY.id ? styles.over : ''}`}
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
