import { useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { Button } from '../ui/Button.tsx'
import { copyText } from '../ui/copyText.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { CopyByHand } from './CopyByHand.tsx'
import { LinkButton } from './LinkButton.tsx'
import styles from './LinkDialog.module.css'
import { whatsAppShare } from './shareTexts.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

export type ShownLink = {
  title: string
  hint: string
  link: string
  /** What is sent along with it. */
  message: string
  copied: string
}

/** One link in every form in which it can be handed on. */
export function LinkDialog({ shown, onClose }: { shown: ShownLink; onClose(): void }) {
  const { common } = useMessages()
  const words = useFacilitatorMessages().links
  const toast = useToast()
  const [byHand, setByHand] = useState(false)
  return (
    <Dialog title={shown.title} onClose={onClose}>
      <div className={styles.qr}>
        <QrCode text={shown.link} label={shown.title} size={280} />
      </div>
      <p className={styles.hint}>{shown.hint}</p>
      {byHand && <CopyByHand text={shown.link} />}
      <div className={styles.actions}>
        <Button
          size="touch"
          icon="copy"
          onClick={() =>
            void copyText(shown.link).then((copied) => {
              setByHand(!copied)
              if (copied) toast({ icon: 'check', text: shown.copied })
            })
          }
        >
          {words.copyLink}
        </Button>
        <LinkButton size="touch" icon="chat" href={whatsAppShare(shown.message)}>
          {words.whatsapp}
        </LinkButton>
      </div>
      <Button look="quiet" size="touch" onClick={onClose}>
        {common.close}
      </Button>
    </Dialog>
  )
}
