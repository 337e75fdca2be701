import { useMessages } from '../../i18n/useMessages.ts'
import { TABS, zoneById, zonesOfTab } from '../../model/zones.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { isTaken } from '../bring.ts'
import { useCell } from '../cell.ts'
import styles from './DragMap.module.css'
import ground from './MoveGround.module.css'
import { MoveGround } from './MoveGround.tsx'
import { ZoneMap } from './ZoneMap.tsx'

/** While a note is carried, the map lies over the zone: the name of where it would go stands large on top. */
export function DragMap() {
  const { carried, tab } = useBoard()
  const { board, phone, zones } = useMessages()
  const from = useCell(carried, (value) => (value?.moved ? value.from : null))
  const over = useCell(carried, (value) => value?.to?.zone ?? null)
  const shown = useCell(tab, (value) => value)
  if (from === null) return null
  const zone = over && zoneById(over)
  const home = zoneById(from).tab
  const copies = zonesOfTab(shown).some(({ id }) => isTaken(from, id))
  const head = (
    <div className={`${styles.target} ${zone ? `paper-${zone.colour}` : ''}`}>
      <span className={styles.chip}>
        <Icon name={zone ? zone.icon : 'move'} size={30} />
      </span>
      <p>
        <small>{zone ? board.phone.putHere : zones[from].nickname}</small>
        <b>{zone ? zones[zone.id].nickname : board.phone.whereTo}</b>
      </p>
    </div>
  )
  return (
    <div className={styles.over} inert>
      <MoveGround from={from} dropOver={over} head={head}>
        <nav className={styles.tabs} aria-label={board.tabsLabel}>
          {TABS.map((each) => (
            <button
              key={each}
              type="button"
              data-tab={each}
              aria-current={each === shown ? 'page' : undefined}
            >
              {board.tabs[each]}
            </button>
          ))}
        </nav>
        <div className={ground.map}>
          {copies && home && (
            <p className={ground.copies}>{phone.move.copyGoes(board.tabs[home])}</p>
          )}
          <ZoneMap tab={shown} moving drops origin={from} over={over} onChoose={() => {}} />
        </div>
      </MoveGround>
    </div>
  )
}
