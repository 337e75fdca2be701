import type { ReactNode } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { KeptSeat } from '../storage/device.ts'
import { Wordmark } from '../ui/Mark.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { CodeField } from './CodeField.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { LooksButton } from './LooksButton.tsx'
import styles from './MineScreen.module.css'
import { SeatCard } from './SeatCard.tsx'
import { useServices } from './services.ts'
import { useDocumentTitle } from './useDocumentTitle.ts'
import { useKeptSeats } from './useKeptSeats.ts'
import { WorkshopCard } from './WorkshopCard.tsx'

/** Every seat this device may sit on: one tap back into one's own canvas, and the neighbour's beside it. */
export function MineScreen() {
  const { workshop } = useMessages()
  const { device } = useServices()
  const words = workshop.mine
  const kind = useIsPhone() ? 'phone' : 'laptop'
  const seats = useKeptSeats()
  const title = words.title(kind)
  useDocumentTitle(title)
  const canvases = (seats ?? []).filter((seat) => seat.canvas !== null)
  const workshops = (seats ?? []).filter((seat) => seat.canvas === null)
  const [own, ...others] = usableFirst(canvases)
  return (
    <div className={styles.screen}>
      <header className={styles.top}>
        <a href="#/" className={styles.home}>
          <Wordmark size={32} />
        </a>
        <span className={styles.grow} />
        <LanguageSwitch short />
        <LooksButton />
      </header>
      <main className={styles.main}>
        <h1>{seats?.length === 0 ? words.empty : title}</h1>
        {seats?.length === 0 && <p className={styles.hint}>{words.emptyHint}</p>}
        {!device.keeps && seats && seats.length > 0 && (
          <Notice tone="soft" icon="disk">
            {words.notKeeping(kind)}
          </Notice>
        )}
        {own && (
          <div className={styles.cards}>
            <SeatCard seat={own} shape="large" />
          </div>
        )}
        {others.length > 0 && (
          <Section title={words.alsoHere(kind)}>
            {others.map((seat) => (
              <SeatCard key={seat.seat} seat={seat} shape="small" />
            ))}
          </Section>
        )}
        {workshops.length > 0 && (
          <Section title={words.workshops}>
            {workshops.map((seat) => (
              <WorkshopCard key={seat.seat} seat={seat} />
            ))}
          </Section>
        )}
        <div className={styles.join}>
          <CodeField shape="row" label={words.joinWithCode} action={workshop.landing.join} />
        </div>
      </main>
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className={styles.heading}>{title}</h2>
      <div className={styles.cards}>{children}</div>
    </section>
  )
}

/** Seats whose link still opens before those that were revoked; within both, last opened first. */
const usableFirst = (seats: readonly KeptSeat[]): KeptSeat[] => [
  ...seats.filter((seat) => !seat.revoked),
  ...seats.filter((seat) => seat.revoked),
]
