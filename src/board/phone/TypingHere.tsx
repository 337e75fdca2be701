import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { usePeopleHere } from '../usePresence.ts'
import styles from './TypingHere.module.css'

/** "Bu Sesilya sedang mengetik…", as in a chat, for whoever writes in one of these notes. */
export function TypingHere({ notes }: { notes: readonly NoteId[] }) {
  const words = useMessages().board.people
  const typing = usePeopleHere().filter((person) => {
    const note = person.where?.note
    return !person.self && note !== undefined && notes.includes(note)
  })
  return typing.map((person) => (
    <li key={person.seat} className={`${styles.typing} person-${person.colour}`}>
      <Avatar name={person.name} colour={person.colour} size={34} />
      {words.typing(person.name)}
    </li>
  ))
}
