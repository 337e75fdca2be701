import { useState } from 'react'
import { formatMoment } from '../i18n/formatMoment.ts'
import { useLanguage, useMessages } from '../i18n/useMessages.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { BigCode } from './BigCode.tsx'
import type { Room } from './FacilitatorRoom.tsx'
import styles from './JoinCodeCard.module.css'
import { JoinCodeDialog } from './JoinCodeDialog.tsx'
import card from './LinksScreen.module.css'
import { troubleText } from './trouble.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'
import { useJoinCode } from './useJoinCode.ts'
import type { Seats } from './useSeatList.ts'

/** The spoken code: large, how long it holds, and how to change or close it. */
export function JoinCodeCard({ room, seats }: { room: Room; seats: Seats }) {
  const { workshop } = useMessages()
  const { language } = useLanguage()
  const words = useFacilitatorMessages().links
  const code = useJoinCode(room, seats)
  const [shown, setShown] = useState(false)
  if (!code.state) return null
  const { state, valid } = code
  const news = !state.open
    ? words.codeClosed
    : valid
      ? words.codeOpenUntil(formatMoment(state.expiresAtMs, Date.now(), language))
      : words.codeExpired
  return (
    <section className={`${card.panel} ${styles.card}`}>
      <header className={styles.head}>
        <h2>{words.codeTitle}</h2>
        <Button icon="qr" onClick={() => setShown(true)}>
          {words.codeShow}
        </Button>
        <Menu
          label={words.codeOptions}
          items={[
            {
              key: 'renew',
              icon: 'refresh',
              label: words.codeRenew,
              hint: words.codeRenewHint,
              onChoose: () => code.change('renew'),
            },
            state.open
              ? {
                  key: 'close',
                  icon: 'lock',
                  label: words.codeClose,
                  onChoose: () => code.change('close'),
                }
              : {
                  key: 'open',
                  icon: 'open-door',
                  label: words.codeOpen,
                  onChoose: () => code.change('open'),
                },
          ]}
        />
      </header>
      <BigCode code={state.code} size="card" valid={valid} />
      <p className={styles.hint}>{words.codeHint}</p>
      <p className={valid ? styles.until : styles.closed}>{news}</p>
      {code.trouble && <p className={styles.closed}>{troubleText(code.trouble, workshop)}</p>}
      {shown && (
        <JoinCodeDialog room={room} seats={seats} code={code} onClose={() => setShown(false)} />
      )}
    </section>
  )
}
