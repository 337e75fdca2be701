import { useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { personColour } from '../model/personColour.ts'
import { ok } from '../model/result.ts'
import type { JoinOffer } from '../protocol/api.ts'
import type { JoinCode } from '../protocol/joinCode.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './ConfirmSeat.module.css'
import { useServices } from './services.ts'
import type { Trouble } from './trouble.ts'
import { troubleText } from './trouble.ts'

type FreeSeat = JoinOffer['free'][number]
type ConfirmSeatProps = { code: JoinCode; seat: FreeSeat; onClose(): void; onTaken(): void }

/** "Yes, this is me": the one press that exchanges the spoken code for a seat. */
export function ConfirmSeat({ code, seat, onClose, onTaken }: ConfirmSeatProps) {
  const { api, replace } = useServices()
  const { workshop } = useMessages()
  const words = workshop.join
  const [claiming, setClaiming] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const claim = async () => {
    setClaiming(true)
    setTrouble(null)
    const claimed = await api.claim(code, seat.seat)
    setClaiming(false)
    if (claimed.ok) {
      const { role, capability } = claimed.value
      // The secret goes into the address first: whatever happens next, it is not lost.
      replace({ type: 'link', link: ok({ role, capability }), shown: '' })
      return
    }
    if (claimed.error.type === 'seatTaken') onTaken()
    else setTrouble(claimed.error)
  }
  return (
    <Dialog title={words.confirm} titleHidden onClose={onClose}>
      <div className={styles.who}>
        <Avatar name={seat.name || seat.business} colour={personColour(seat.seat)} size={64} />
        <div>
          <p className={styles.name} dir="auto">
            {seat.name || seat.business}
          </p>
          <p className={styles.business} dir="auto">
            {seat.name ? seat.business : words.noName}
          </p>
        </div>
      </div>
      {trouble && (
        <Notice tone="soft" icon="signal-off">
          {troubleText(trouble, workshop, 'member')}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button
          look="primary"
          size="main"
          icon="check"
          disabled={claiming}
          onClick={() => void claim()}
        >
          {claiming ? words.opening : words.yes}
        </Button>
        <Button look="quiet" size="main" className={styles.no} onClick={onClose}>
          {words.no}
        </Button>
      </div>
    </Dialog>
  )
}
