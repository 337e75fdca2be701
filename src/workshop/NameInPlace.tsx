import { useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { LIMITS } from '../model/limits.ts'
import type { Member } from '../model/workshop.ts'
import type { SeatList } from '../protocol/api.ts'
import { useToast } from '../ui/Toasts.tsx'
import type { Room } from './FacilitatorRoom.tsx'
import styles from './NameInPlace.module.css'
import { useServices } from './services.ts'
import { troubleText } from './trouble.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

type NameInPlaceProps = { room: Room; member: Member; onNamed(list: SeatList): void }

/** A seat whose owner was not known when the list was pasted: the name is asked in its place. */
export function NameInPlace({ room, member, onNamed }: NameInPlaceProps) {
  const { api } = useServices()
  const { workshop } = useMessages()
  const words = useFacilitatorMessages()
  const toast = useToast()
  const [name, setName] = useState('')
  const save = () => {
    const wanted = name.trim()
    if (wanted === '') return
    void api.renameSeat(room.seat.capability, member.seat, { name: wanted }).then((answer) => {
      if (answer.ok) onNamed(answer.value)
      else toast({ icon: 'signal-off', text: troubleText(answer.error, workshop) })
    })
  }
  return (
    <input
      className={styles.name}
      value={name}
      maxLength={LIMITS.nameLength}
      placeholder={words.roster.typeName}
      aria-label={`${words.roster.typeName}: ${member.business}`}
      autoComplete="off"
      onChange={(event) => setName(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur()
      }}
    />
  )
}
