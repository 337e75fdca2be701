import { useMessages } from '../i18n/useMessages.ts'
import { usePeople } from '../sync/useCanvas.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import type { Room } from './FacilitatorRoom.tsx'
import styles from './FacilitatorsHere.module.css'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

const MOST_SHOWN = 4

/** Who leads this workshop together at the moment: the others first, oneself last. On a phone, others only. */
export function FacilitatorsHere({ room }: { room: Room }) {
  const { common } = useMessages()
  const { dashboard, links } = useFacilitatorMessages()
  const here = usePeople(room.plan).filter(({ role }) => role === 'facilitator')
  const others = here.filter(({ self }) => !self)
  const oneself = useIsPhone() ? [] : here.filter(({ self }) => self)
  const shown = [...others, ...oneself].slice(-MOST_SHOWN)
  if (shown.length === 0) return null
  return (
    <ul className={styles.people} aria-label={dashboard.facilitatorsHere}>
      {shown.map(({ seat, self, colour, ...person }) => {
        const name = person.name || common.facilitator
        const said = self ? `${name} (${links.you})` : name
        return (
          <li key={seat}>
            <Avatar name={name} colour={colour} size={34} title={said} />
            <span className="visually-hidden">{said}</span>
          </li>
        )
      })}
    </ul>
  )
}
