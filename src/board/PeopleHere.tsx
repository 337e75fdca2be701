import { useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { PersonHere } from '../sync/session.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './PeopleHere.module.css'
import { Popover } from './Popover.tsx'
import { usePeopleHere } from './usePresence.ts'

const MOST_SHOWN = 4
const MOST_SHOWN_ON_PHONE = 2

/** Everybody who is looking at this canvas, others first. Pressing the discs says who they are. On a phone, others only. */
export function PeopleHere({ othersOnly = false }: { othersOnly?: boolean }) {
  const words = useMessages().board.people
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const people = whoIsLooking(usePeopleHere()).filter((each) => !othersOnly || !each.self)
  if (people.length === 0) return null
  const most = othersOnly ? MOST_SHOWN_ON_PHONE : MOST_SHOWN
  const shown = people.length > most ? people.slice(0, most - 1) : people
  return (
    <>
      <button
        type="button"
        className={styles.people}
        aria-label={words.here(people.length)}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(anchor ? null : event.currentTarget)}
      >
        {shown.map((person) => (
          <Avatar key={person.seat} name={person.name} colour={person.colour} title={person.name} />
        ))}
        {people.length > shown.length && (
          <span className={styles.more}>{words.more(people.length - shown.length)}</span>
        )}
      </button>
      {anchor && (
        <Popover label={words.here(people.length)} anchor={anchor} onClose={() => setAnchor(null)}>
          <PeopleList people={people} />
        </Popover>
      )}
    </>
  )
}

function PeopleList({ people }: { people: readonly PersonHere[] }) {
  const { board, common, zones } = useMessages()
  return (
    <ul className={styles.list}>
      {people.map((person) => {
        const zone = person.where?.zone
        const device =
          person.where?.device === 'phone' ? board.people.onPhone : board.people.onLaptop
        return (
          <li key={person.seat}>
            <Avatar name={person.name} colour={person.colour} size={40} />
            <span>
              <b>{person.self ? board.people.you(person.name) : person.name}</b>
              <small>
                {common.role[person.role]}
                {person.where?.device && (
                  <>
                    <Icon name={person.where.device === 'phone' ? 'phone' : 'screen'} size={15} />
                    {device}
                  </>
                )}
                {zone && !person.self && ` · ${zones[zone].name}`}
              </small>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Connected, and looking at this canvas; oneself last. */
function whoIsLooking(people: readonly PersonHere[]): PersonHere[] {
  const looking = people.filter((person) => person.self || person.where !== null)
  return [...looking.filter((person) => !person.self), ...looking.filter((person) => person.self)]
}
