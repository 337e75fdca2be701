import { useMessages } from '../../i18n/useMessages.ts'
import type { Note } from '../../model/note.ts'
import type { TabId, ZoneId } from '../../model/zones.ts'
import { TRAY, zoneById, zonesOfTab } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { ZoneChip } from '../ZoneChip.tsx'
import styles from './MoveRow.module.css'
import { nameOnMap } from './nameOnMap.ts'
import { usePhone } from './phoneTools.ts'

/** The zones of its own tab to put a note into with one press, the next in asking order first; the map has all the others. */
export function MoveRow({ note }: { note: Note }) {
  const { actions, tab } = useBoard()
  const { board, zones } = useMessages()
  const { sheet } = usePhone()
  const { zone: from } = note.place
  const put = (zone: ZoneId) => {
    sheet(null)
    actions.putAway(note.id, { zone }, zones[zone].nickname)
  }
  return (
    <fieldset className={styles.move}>
      <legend>{board.note.moveTo}</legend>
      <div className={styles.row} data-sideways="">
        {likeliest(from, zoneById(from).tab ?? tab.get()).map((zone) => (
          <button
            key={zone}
            type="button"
            aria-label={nameOnMap(zones[zone])}
            onClick={() => put(zone)}
          >
            <ZoneChip zone={zone} size={32} />
            {zones[zone].short}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

/** The zones behind it, those before it, and the tray. */
function likeliest(from: ZoneId, tab: TabId): readonly ZoneId[] {
  const order = zonesOfTab(tab).map(({ id }) => id)
  const at = order.indexOf(from as (typeof order)[number])
  const others = at < 0 ? order : [...order.slice(at + 1), ...order.slice(0, at)]
  return from === TRAY.id ? others : [...others, TRAY.id]
}
