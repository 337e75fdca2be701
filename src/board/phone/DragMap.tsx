import { useMessages } from '../../i18n/useMessages.ts'
import { zoneById } from '../../model/zones.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import styles from './DragMap.module.css'
import { MoveMap } from './MoveMap.tsx'

/** While a note is carried, the map lies over the zone: the name of where it would go stands large on top. */
export function DragMap() {
  const { carried, tab } = useBoard()
  const { board, zones } = useMessages()
  const from = useCell(carried, (value) => (value?.moved ? value.from : null))
  const over = useCell(carried, (value) => value?.to?.zone ?? null)
  const shown = useCell(tab, (value) => value)
  if (from === null) return null
  const zone = over && zoneById(over)
  return (
    <div className={styles.over} inert>
      <MoveMap tab={shown} from={from} dropOver={over}>
        <div className={`${styles.target} ${zone ? `paper-${zone.colour}` : ''}`}>
          <span className={styles.chip}>
            <Icon name={zone ? zone.icon : 'move'} size={30} />
          </span>
          <p>
            <small>{zone ? board.phone.putHere : zones[from].nickname}</small>
            <b>{zone ? zones[zone.id].nickname : board.phone.whereTo}</b>
          </p>
        </div>
      </MoveMap>
    </div>
  )
}
