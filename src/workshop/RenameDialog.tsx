import type { FormEvent } from 'react'
import { useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { LIMITS } from '../model/limits.ts'
import type { Member } from '../model/workshop.ts'
import type { SeatList } from '../protocol/api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { DialogFooter } from './DialogFooter.tsx'
import type { Room } from './FacilitatorRoom.tsx'
import { Field } from './Field.tsx'
import styles from './SmallDialog.module.css'
import { useServices } from './services.ts'
import type { Trouble } from './trouble.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

type RenameDialogProps = {
  room: Room
  member: Member
  onRenamed(list: SeatList): void
  onClose(): void
}

export function RenameDialog({ room, member, onRenamed, onClose }: RenameDialogProps) {
  const { api } = useServices()
  const { common } = useMessages()
  const words = useFacilitatorMessages()
  const [name, setName] = useState(member.name)
  const [business, setBusiness] = useState(member.business)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const save = async () => {
    const to = { name: name.trim(), business: business.trim() }
    const answer = await api.renameSeat(room.seat.capability, member.seat, to)
    if (!answer.ok) {
      setTrouble(answer.error)
      return
    }
    onRenamed(answer.value)
    onClose()
  }
  return (
    <Dialog title={words.links.rename} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field
          label={words.roster.columnName}
          value={name}
          maxLength={LIMITS.nameLength}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={words.roster.columnBusiness}
          value={business}
          maxLength={LIMITS.businessLength}
          onChange={(event) => setBusiness(event.target.value)}
        />
        <DialogFooter trouble={trouble} onCancel={onClose}>
          <Button look="primary" size="touch" type="submit">
            {common.save}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  )
}
