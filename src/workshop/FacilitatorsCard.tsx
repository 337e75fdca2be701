import type { FormEvent } from 'react'
import { useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { LIMITS } from '../model/limits.ts'
import type { PlanView } from '../model/workshop.ts'
import { capabilityLink } from '../protocol/capability.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { DialogFooter } from './DialogFooter.tsx'
import type { Room } from './FacilitatorRoom.tsx'
import styles from './FacilitatorsCard.module.css'
import { Field } from './Field.tsx'
import type { ShownLink } from './LinkDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import card from './LinksScreen.module.css'
import small from './SmallDialog.module.css'
import { useServices } from './services.ts'
import type { Trouble } from './trouble.ts'
import { useColours } from './useColours.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

type FacilitatorsCardProps = {
  room: Room
  /** Null while there is no address that others can reach. */
  base: string | null
  plan: PlanView
}

/** Who leads this workshop, and a link for one more. */
export function FacilitatorsCard({ room, base, plan }: FacilitatorsCardProps) {
  const { common } = useMessages()
  const words = useFacilitatorMessages().links
  const colourOf = useColours(plan.facilitators)
  const [inviting, setInviting] = useState(false)
  const [shown, setShown] = useState<ShownLink | null>(null)
  return (
    <section className={`${card.panel} ${styles.card}`}>
      <h2>{words.facilitators}</h2>
      <ul className={styles.people}>
        {plan.facilitators.map((facilitator) => {
          const name = facilitator.name || common.facilitator
          const self = facilitator.seat === room.seat.seat
          const said = self ? `${name} (${words.you})` : name
          return (
            <li key={facilitator.seat}>
              <Avatar name={name} colour={colourOf(facilitator.seat)} size={30} title={said} />
              <span className="visually-hidden">{said}</span>
            </li>
          )
        })}
      </ul>
      <Button
        look="quiet"
        icon="user-plus"
        disabled={base === null}
        onClick={() => setInviting(true)}
      >
        {words.invite}
      </Button>
      {inviting && base !== null && (
        <InviteDialog
          room={room}
          base={base}
          title={plan.title}
          onMade={(made) => {
            setInviting(false)
            setShown(made)
          }}
          onClose={() => setInviting(false)}
        />
      )}
      {shown && <LinkDialog shown={shown} onClose={() => setShown(null)} />}
    </section>
  )
}

type InviteDialogProps = {
  room: Room
  base: string
  title: string
  onMade(shown: ShownLink): void
  onClose(): void
}

function InviteDialog({ room, base, title, onMade, onClose }: InviteDialogProps) {
  const { api } = useServices()
  const { common } = useMessages()
  const words = useFacilitatorMessages().links
  const [name, setName] = useState('')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [making, setMaking] = useState(false)
  const invite = async () => {
    setMaking(true)
    const minted = await api.addFacilitator(room.seat.capability, name.trim())
    setMaking(false)
    if (!minted.ok) {
      setTrouble(minted.error)
      return
    }
    const link = capabilityLink(base, minted.value.role, minted.value.capability)
    const who = name.trim() || common.facilitator
    onMade({
      title: words.linksOf(who),
      hint: words.inviteHint,
      link,
      message: words.inviteMessage(title, link),
      copied: words.copied(who),
    })
  }
  return (
    <Dialog title={words.inviteTitle} onClose={onClose}>
      <form
        className={small.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void invite()
        }}
      >
        <p className={small.why}>{words.inviteHint}</p>
        <Field
          label={words.inviteName}
          value={name}
          maxLength={LIMITS.nameLength}
          onChange={(event) => setName(event.target.value)}
        />
        <DialogFooter trouble={trouble} onCancel={onClose}>
          <Button look="primary" size="touch" type="submit" disabled={making}>
            {words.inviteMake}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  )
}
