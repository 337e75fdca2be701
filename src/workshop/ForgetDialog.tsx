import { useMessages } from '../i18n/useMessages.ts'
import type { KeptSeat } from '../storage/device.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { DialogFooter } from './DialogFooter.tsx'
import styles from './SmallDialog.module.css'
import { useServices } from './services.ts'

type ForgetDialogProps = { seat: KeptSeat; waiting: number; onClose(): void }

/** Forgetting can't be undone from here, so it asks; what the server never received is named. */
export function ForgetDialog({ seat, waiting, onClose }: ForgetDialogProps) {
  const { device } = useServices()
  const { common, workshop } = useMessages()
  const words = workshop.mine
  const kind = useIsPhone() ? 'phone' : 'laptop'
  const forFacilitator = seat.canvas === null
  const name = forFacilitator ? seat.title : seat.name || common.noName
  return (
    <Dialog title={words.forgetQuestion(name, kind)} onClose={onClose}>
      {waiting > 0 ? (
        <Notice tone="alarm" icon="clock">
          {words.forgetWaiting(waiting)}
        </Notice>
      ) : (
        <p className={styles.why}>{forFacilitator ? words.forgetKey : words.forgetStored}</p>
      )}
      <DialogFooter onCancel={onClose}>
        <Button
          look="alarm"
          size="touch"
          icon="trash"
          onClick={() => {
            onClose()
            void device.seats.forget(seat.seat)
          }}
        >
          {words.forgetYes}
        </Button>
      </DialogFooter>
    </Dialog>
  )
}
