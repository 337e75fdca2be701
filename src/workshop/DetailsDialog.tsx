import type { FormEvent } from 'react'
import { useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { LIMITS } from '../model/limits.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { DialogFooter } from './DialogFooter.tsx'
import type { Room } from './FacilitatorRoom.tsx'
import { Field } from './Field.tsx'
import styles from './SmallDialog.module.css'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

/** Title, place and date of a workshop, to be changed at any time. */
export function DetailsDialog({ room, onClose }: { room: Room; onClose(): void }) {
  const { common } = useMessages()
  const words = useFacilitatorMessages()
  const before = room.plan.view()
  const [title, setTitle] = useState(before.title)
  const [place, setPlace] = useState(before.place)
  const [date, setDate] = useState(before.date)
  const [missing, setMissing] = useState(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') {
      setMissing(true)
      return
    }
    room.plan.editDetails?.({ title: title.trim(), place: place.trim(), date })
    onClose()
  }
  return (
    <Dialog title={words.dashboard.detailsTitle} onClose={onClose}>
      <form className={styles.form} onSubmit={save}>
        <Field
          label={words.create.name}
          value={title}
          maxLength={LIMITS.titleLength}
          problem={missing ? words.create.nameMissing : null}
          onChange={(event) => {
            setTitle(event.target.value)
            setMissing(false)
          }}
        />
        <Field
          label={words.create.place}
          icon="pin"
          value={place}
          maxLength={LIMITS.placeLength}
          onChange={(event) => setPlace(event.target.value)}
        />
        <Field
          label={words.create.date}
          type="date"
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
        <DialogFooter onCancel={onClose}>
          <Button look="primary" size="touch" type="submit">
            {common.save}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  )
}
