import { useMessages } from '../../i18n/useMessages.ts'
import type { Note } from '../../model/note.ts'
import type { ZoneId } from '../../model/zones.ts'
import { TRAY, zonesOfTab } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { shortName } from '../shortName.ts'
import { ZoneChip } from '../ZoneChip.tsx'
import styles from './NearZones.module.css'

/** As many stand two and two, their names beside their pictures. */
const FEW = 4

type NearZonesProps = { note: Note; onChoose(zone: ZoneId): void }

/** The other zones of the sheet that is shown, to put a note there with one press. */
export function NearZones({ note, onChoose }: NearZonesProps) {
  const { tab } = useBoard()
  const { board, zones } = useMessages()
  const shown = useCell(tab, (value) => value)
  const near = [...zonesOfTab(shown), TRAY].filter(({ id }) => id !== note.place.zone)
  return (
    <fieldset
      className={`${styles.near} ${near.length > FEW ? '' : styles.few}`}
      aria-label={board.note.moveTo}
    >
      {near.map(({ id }) => (
        <button key={id} type="button" onClick={() => onChoose(id)}>
          <ZoneChip zone={id} size={24} />
          <span>{shortName(zones[id].name)}</span>
        </button>
      ))}
    </fieldset>
  )
}
