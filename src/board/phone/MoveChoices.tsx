import { useMessages } from '../../i18n/useMessages.ts'
import type { Note } from '../../model/note.ts'
import type { TabId, ZoneId } from '../../model/zones.ts'
import { TABS, TRAY, zoneById, zonesOfTab } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { ZoneChip } from '../ZoneChip.tsx'
import styles from './MoveChoices.module.css'
import { nameOnMap } from './nameOnMap.ts'
import { usePhone } from './phoneTools.ts'

/** The zones of a note's own tab and of the one behind it, to put it there with one press; the map has all of them. */
export function MoveChoices({ note }: { note: Note }) {
  const { tab } = useBoard()
  const { board, phone } = useMessages()
  const { zone: from } = note.place
  const home = zoneById(from).tab
  const own = home ?? tab.get()
  const behind = TABS[TABS.indexOf(own) + 1]
  const near = [...idsOf(own), TRAY.id].filter((zone) => zone !== from)
  return (
    <>
      <Choices note={note} legend={board.note.moveTo} zones={near} small={own === 'bmc'} />
      {behind && (
        <Choices
          note={note}
          legend={home ? phone.move.copyTo(board.tabs[behind]) : board.tabs[behind]}
          zones={idsOf(behind)}
        />
      )}
    </>
  )
}

const idsOf = (tab: TabId): readonly ZoneId[] => zonesOfTab(tab).map(({ id }) => id)

type ChoicesProps = {
  note: Note
  legend: string
  zones: readonly ZoneId[]
  /** Names short enough for four beside each other. */
  small?: boolean
}

function Choices({ note, legend, zones: choices, small = false }: ChoicesProps) {
  const { actions } = useBoard()
  const { zones } = useMessages()
  const { sheet } = usePhone()
  const put = (zone: ZoneId) => {
    sheet(null)
    actions.putAway(note.id, { zone }, zones[zone].nickname)
  }
  return (
    <fieldset className={`${styles.move} ${small ? styles.small : ''}`}>
      <legend>{legend}</legend>
      <div className={styles.zones}>
        {choices.map((zone) => (
          <button
            key={zone}
            type="button"
            aria-label={nameOnMap(zones[zone])}
            onClick={() => put(zone)}
          >
            <ZoneChip zone={zone} size={small ? 30 : 32} />
            <span>{zones[zone].short}</span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
