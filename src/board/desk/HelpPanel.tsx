import { useEffect, useRef } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { TabId, ZoneId } from '../../model/zones.ts'
import { zoneById, zonesOfTab } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { ZoneHelp } from '../ZoneHelp.tsx'
import styles from './HelpPanel.module.css'

/** A zone's help beside the board: no dialog, for one reads here and writes there. */
export function HelpPanel() {
  const { help, tab } = useBoard()
  const zone = useCell(help, (value) => value)
  const shown = useCell(tab, (value) => value)
  // The tray stands beside every sheet.
  const isShown = zone !== null && (zoneById(zone).tab ?? shown) === shown
  return isShown && <Panel key={zone} zone={zone} tab={shown} />
}

function Panel({ zone, tab }: { zone: ZoneId; tab: TabId }) {
  const { help, writer } = useBoard()
  const { zones } = useMessages()
  const writingIn = useCell(writer.cell, (writing) => writing?.zone ?? null)
  const panel = useRef<HTMLElement>(null)
  // Over the half where nobody writes: the place that the help is for stays in sight, and so does every typed word.
  const inTray = writingIn === 'tray' || zone === 'tray'
  const beside = writingIn === 'tray' ? zone : (writingIn ?? zone)
  const side = isOnTheLeft(tab, beside) ? styles.right : styles.left
  useEffect(() => {
    const before = document.activeElement
    if (!writer.cell.get()) panel.current?.focus()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) help.set(null)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      if (before instanceof HTMLElement && before.isConnected && !writer.cell.get()) before.focus()
    }
  }, [help, writer])
  return (
    <aside
      ref={panel}
      className={`${styles.panel} ${side} ${inTray ? styles.aboveTray : ''}`}
      aria-label={zones[zone].name}
      tabIndex={-1}
      data-covers=""
    >
      <ZoneHelp zone={zone} size="pointer" onClose={() => help.set(null)} />
    </aside>
  )
}

/** Whether most of a zone lies in the left half of its sheet. */
function isOnTheLeft(tab: TabId, zone: ZoneId): boolean {
  const { grid } = zoneById(zone)
  if (!grid) return true
  const columns = Math.max(
    ...zonesOfTab(tab).map((each) => (each.grid ? each.grid.column + each.grid.columnSpan - 1 : 1)),
  )
  return grid.column - 1 + grid.columnSpan / 2 <= columns / 2
}
