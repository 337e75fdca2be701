import { useState } from 'react'
import type { SeatId } from '../model/ids.ts'
import type { SeatList } from '../protocol/api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { DialogFooter } from './DialogFooter.tsx'
import type { Room } from './FacilitatorRoom.tsx'
import styles from './SmallDialog.module.css'
import { useServices } from './services.ts'
import type { Trouble } from './trouble.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

type RevokeDialogProps = {
  room: Room
  seat: SeatId
  name: string
  onRevoked(list: SeatList): void
  onClose(): void
}

/** Taking links back can't be undone, so it asks once. */
export function RevokeDialog({ room, seat, name, onRevoked, onClose }: RevokeDialogProps) {
  const { api } = useServices()
  const words = useFacilitatorMessages().links
  const toast = useToast()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const revoke = async () => {
    const answer = await api.revokeSeat(room.seat.capability, seat)
    if (!answer.ok) {
      setTrouble(answer.error)
      return
    }
    onRevoked(answer.value)
    toast({ icon: 'lock', text: words.revoked(name) })
    onClose()
  }
  return (
    <Dialog title={words.revokeTitle(name)} onClose={onClose}>
      <p className={styles.why}>{words.revokeWhy}</p>
      <DialogFooter trouble={trouble} onCancel={onClose}>
        <Button look="alarm" size="touch" icon="lock" onClick={() => void revoke()}>
          {words.revokeYes}
        </Button>
      </DialogFooter>
    </Dialog>
  )
}
