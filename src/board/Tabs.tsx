import { useSyncExternalStore } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { countInTab } from '../model/canvas.ts'
import type { TabId } from '../model/zones.ts'
import { TABS } from '../model/zones.ts'
import { useBoard } from './boardContext.ts'
import { useCell } from './cell.ts'
import styles from './Tabs.module.css'
import { useOpenTab } from './useOpenTab.ts'

/** The sheets of a canvas, each with the number of its notes. */
export function Tabs({ className = '' }: { className?: string }) {
  const { tab } = useBoard()
  const openTab = useOpenTab()
  const words = useMessages().board
  const shown = useCell(tab, (value) => value)
  return (
    <nav className={`${styles.tabs} ${className}`} aria-label={words.tabsLabel}>
      {TABS.map((each) => (
        <button
          key={each}
          type="button"
          // A carried note that waits here opens this tab.
          data-tab={each}
          aria-current={each === shown ? 'page' : undefined}
          onClick={() => openTab(each)}
        >
          {words.tabs[each]}
          <Count tab={each} />
        </button>
      ))}
    </nav>
  )
}

function Count({ tab }: { tab: TabId }) {
  const { session } = useBoard()
  const words = useMessages().board
  const count = useSyncExternalStore(session.subscribe, () => countInTab(session.view(), tab))
  if (count === 0) return null
  return (
    <small title={words.notes(count)}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{words.notes(count)}</span>
    </small>
  )
}
