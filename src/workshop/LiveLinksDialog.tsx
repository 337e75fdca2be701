import { formatMoment } from '../i18n/formatMoment.ts'
import { useLanguage, useMessages } from '../i18n/useMessages.ts'
import type { SeatState } from '../protocol/api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { Room } from './FacilitatorRoom.tsx'
import styles from './LiveLinksDialog.module.css'
import small from './SmallDialog.module.css'
import { useServices } from './services.ts'
import { troubleText } from './trouble.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'
import type { Seats } from './useSeatList.ts'

type LiveLinksDialogProps = {
  room: Room
  state: SeatState
  name: string
  seats: Seats
  onClose(): void
}

/** A seat's links that still open, with when they were made and used; each can be taken back alone. */
export function LiveLinksDialog({ room, state, name, seats, onClose }: LiveLinksDialogProps) {
  const { api } = useServices()
  const { common, workshop } = useMessages()
  const { language } = useLanguage()
  const words = useFacilitatorMessages().links
  const toast = useToast()
  const moment = (atMs: number) => formatMoment(atMs, Date.now(), language)
  const revoke = async (id: string) => {
    const answer = await api.revokeCapability(room.seat.capability, id)
    if (answer.ok) seats.set(answer.value)
    else toast({ icon: 'signal-off', text: troubleText(answer.error, workshop) })
  }
  return (
    <Dialog title={words.linksOf(name)} onClose={onClose}>
      {state.capabilities.length === 0 ? (
        <p className={small.why}>{words.noLinks}</p>
      ) : (
        <ul className={styles.list}>
          {state.capabilities.map((capability) => (
            <li key={capability.id}>
              <p>
                <b>
                  {capability.lastUsedAtMs === null
                    ? words.linkNeverUsed
                    : words.linkUsed(moment(capability.lastUsedAtMs))}
                </b>
                {capability.own ? words.linkOwn : words.linkMade(moment(capability.createdAtMs))}
              </p>
              {!capability.own && (
                <Button look="alarm" onClick={() => void revoke(capability.id)}>
                  {words.revokeOne}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Button size="touch" onClick={onClose}>
        {common.close}
      </Button>
    </Dialog>
  )
}
