import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { copyText } from '../ui/copyText.ts'
import { Icon } from '../ui/Icon.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { CopyByHand } from './CopyByHand.tsx'
import styles from './KeyCard.module.css'
import { LinkButton } from './LinkButton.tsx'
import type { ShownLink } from './LinkDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { whatsAppShare } from './shareTexts.ts'
import { addressName } from './useAddress.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

type KeyCardProps = {
  title: string
  /** Null, as its base, while there is no address that opens it elsewhere. */
  link: string | null
  base: string | null
  kept: boolean
  onKept(): void
}

/**
 * The facilitator's own link: gold until it was kept once. Masked, and its QR behind a button: a projector may be on.
 */
export function KeyCard({ title, link, base, kept, onKept }: KeyCardProps) {
  const words = useFacilitatorMessages().links
  const toast = useToast()
  // The card keeps its shape under the pointer; small it stands only when the page is opened again.
  const [small] = useState(kept)
  const [shown, setShown] = useState<ShownLink | null>(null)
  const [byHand, setByHand] = useState(false)
  const copy = async (link: string) => {
    const copied = await copyText(link)
    setByHand(!copied)
    if (!copied) return
    toast({ icon: 'check', text: words.keyCopied })
    onKept()
  }
  const showQr = (link: string) => {
    setShown({
      title: words.keyQrTitle,
      hint: words.keyQrHint,
      link,
      message: words.keyMessage(title, link),
      copied: words.keyCopied,
    })
    onKept()
  }
  return (
    <section className={`${styles.card} ${kept ? styles.kept : styles.gold}`}>
      <header className={styles.head}>
        <span className={styles.picture}>
          <Icon name={kept ? 'check' : 'key'} size={26} />
        </span>
        <div>
          <h2>{kept ? words.keyTitleKept : words.keyTitle}</h2>
          <p>{kept ? words.keyKept : words.keyHint}</p>
        </div>
      </header>
      {!small && (
        <p className={styles.link}>
          <Icon name={base === null ? 'signal-off' : 'lock'} size={18} />
          <span>
            {base === null ? (
              words.addressNone
            ) : (
              <>
                {addressName(base)}/#/f<i aria-hidden="true">••••••••</i>
              </>
            )}
          </span>
        </p>
      )}
      <SendToSelf
        look={kept ? 'plain' : 'primary'}
        size={small ? 'pointer' : 'main'}
        message={link === null ? null : words.keyMessage(title, link)}
        onSend={onKept}
      />
      <div className={styles.two}>
        <Button icon="copy" disabled={link === null} onClick={() => link && void copy(link)}>
          {words.copyLink}
        </Button>
        <Button icon="qr" disabled={link === null} onClick={() => link && showQr(link)}>
          {words.showQr}
        </Button>
      </div>
      {byHand && link !== null && <CopyByHand text={link} />}
      {!small && (
        <p className={styles.warning}>
          <Icon name="screen" size={19} />
          {words.notOnProjector}
        </p>
      )}
      {shown && <LinkDialog shown={shown} onClose={() => setShown(null)} />}
    </section>
  )
}

type SendToSelfProps = {
  look: 'plain' | 'primary'
  size: 'pointer' | 'main'
  message: string | null
  onSend(): void
}

function SendToSelf({ look, size, message, onSend }: SendToSelfProps) {
  const words = useFacilitatorMessages().links
  const shared = { look, size, icon: 'chat', className: styles.send }
  return message === null ? (
    <Button {...shared} disabled>
      {words.sendToSelf}
    </Button>
  ) : (
    <LinkButton {...shared} href={whatsAppShare(message)} onClick={onSend}>
      {words.sendToSelf}
    </LinkButton>
  )
}
