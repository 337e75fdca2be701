import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { Zone, ZoneId } from '../../model/zones.ts'
import { TABS, TRAY, zonesOfTab } from '../../model/zones.ts'
import { useCanvasView } from '../../sync/useCanvas.ts'
import { useBoard } from '../boardContext.ts'
import { areTaken } from '../bring.ts'
import { useCell } from '../cell.ts'
import { shortName } from '../shortName.ts'
import { ZoneChip } from '../ZoneChip.tsx'
import { MenuBack } from './MenuBack.tsx'
import styles from './NoteMenu.module.css'

type DestinationListProps = {
  notes: readonly NoteId[]
  /** To the menu that this is a page of. */
  onBack?(): void
  onChoose(zone: ZoneId): void
}

/** Every zone that notes can go to: this tab's first, then those of the others, where a linked copy goes. */
export function DestinationList({ notes, onBack, onChoose }: DestinationListProps) {
  const { session, tab } = useBoard()
  const { board, desk, zones } = useMessages()
  const shown = useCell(tab, (value) => value)
  const view = useCanvasView(session)
  const allLieIn = (zone: Zone) =>
    notes.every((note) => view.notes.get(note)?.place.zone === zone.id)
  const row = (zone: Zone, name: string) => (
    <button key={zone.id} type="button" className={styles.row} onClick={() => onChoose(zone.id)}>
      <ZoneChip zone={zone.id} size={30} />
      <span>{name}</span>
    </button>
  )
  const others = TABS.filter((each) => each !== shown)
  return (
    <div className={styles.menu}>
      {onBack ? (
        <MenuBack label={board.note.moveTo} onBack={onBack} />
      ) : (
        <h2 className={styles.title}>{board.note.moveTo}</h2>
      )}
      <div className={styles.here}>
        {[...zonesOfTab(shown), TRAY]
          .filter((zone) => !allLieIn(zone))
          .map((zone) => row(zone, zones[zone.id].name))}
      </div>
      {others.map((each) => (
        <fieldset key={each} className={styles.group}>
          <legend>
            <span>
              {board.tabLong[each]}
              {zonesOfTab(each).some((zone) => areTaken(view, notes, zone.id)) && (
                <small>{desk.note.fromOtherTab}</small>
              )}
            </span>
          </legend>
          {zonesOfTab(each).map((zone) => row(zone, shortName(zones[zone.id].name)))}
        </fieldset>
      ))}
    </div>
  )
}
