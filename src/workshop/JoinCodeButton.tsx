import { useState } from 'react'
import { formatJoinCode } from '../protocol/joinCode.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { Room } from './FacilitatorRoom.tsx'
import styles from './JoinCodeButton.module.css'
import { JoinCodeDialog } from './JoinCodeDialog.tsx'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'
import { useJoinCode } from './useJoinCode.ts'
import type { Seats } from './useSeatList.ts'

/** The code in the bar; a press shows it as large as the wall needs it. */
export function JoinCodeButton({ room, seats }: { room: Room; seats: Seats }) {
  const words = useFacilitatorMessages()
  const code = useJoinCode(room, seats)
  const [shown, setShown] = useState(false)
  if (!code.state) return null
  return (
    <>
      <Button className={styles.pill} onClick={() => setShown(true)}>
        <span>{words.dashboard.joinCode}</span>
        <b className={code.valid ? '' : styles.invalid}>{formatJoinCode(code.state.code)}</b>
        <Icon name={code.valid ? 'qr' : 'lock'} size={20} />
      </Button>
      {shown && (
        <JoinCodeDialog room={room} seats={seats} code={code} onClose={() => setShown(false)} />
      )}
    </>
  )
}
