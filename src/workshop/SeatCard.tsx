import { useState } from 'react'
import { formatDate, formatTime } from '../i18n/format.ts'
import { useLanguage, useMessages } from '../i18n/useMessages.ts'
import type { CanvasView } from '../model/canvas.ts'
import { personColour } from '../model/personColour.ts'
import { ok } from '../model/result.ts'
import type { KeptSeat } from '../storage/device.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Tick } from '../ui/Tick.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { ForgetDialog } from './ForgetDialog.tsx'
import { LinkButton } from './LinkButton.tsx'
import { usePictures } from './pictures.ts'
import { formatRoute } from './route.ts'
import styles from './SeatCard.module.css'
import { useKeptCanvas } from './useKeptCanvas.ts'

/** One member's canvas on this device: whose it is, how it looks, what still waits for signal. */
export function SeatCard({ seat, shape }: { seat: KeptSeat; shape: 'large' | 'small' }) {
  const { Picture } = usePictures()
  const { common, workshop } = useMessages()
  const words = workshop.mine
  const device = useIsPhone() ? 'phone' : 'laptop'
  const kept = useKeptCanvas(seat)
  const [forgetting, setForgetting] = useState(false)
  const name = seat.name || common.noName
  // The large one stands under the title of the page, small ones under a heading of their own.
  const Name = shape === 'large' ? 'h2' : 'h3'
  const href = formatRoute({
    type: 'link',
    link: ok({ role: seat.role, capability: seat.capability }),
    shown: '',
  })
  return (
    <article className={`${styles.card} ${styles[shape]}`}>
      <header className={styles.head}>
        <Avatar name={seat.name} colour={personColour(seat.seat)} size={44} />
        <div className={styles.who}>
          <Name>{name}</Name>
          <p>{seat.business || seat.title}</p>
        </div>
        {shape === 'small' && (
          <LinkButton size="touch" className={styles.open} href={href}>
            {words.openShort}
          </LinkButton>
        )}
        <Menu
          label={words.optionsOf(name)}
          size="touch"
          items={[
            {
              key: 'forget',
              icon: 'trash',
              label: words.forget(device),
              hint: words.forgetHint,
              alarm: true,
              onChoose: () => setForgetting(true),
            },
          ]}
        />
      </header>
      <div className={styles.picture}>{kept && <Picture view={kept.view} size="large" />}</div>
      <p className={styles.foot}>
        {seat.revoked ? (
          <span className={styles.revoked}>
            <Icon name="lock" size={18} />
            {words.linkReplaced}
          </span>
        ) : (
          kept && <SaveState waiting={kept.waitingNotes} />
        )}
        {kept && <WhenWritten view={kept.view} />}
      </p>
      {shape === 'large' && (
        <LinkButton
          look="primary"
          size="main"
          iconAfter="forward"
          className={styles.big}
          href={href}
        >
          {words.open}
        </LinkButton>
      )}
      {forgetting && (
        <ForgetDialog
          seat={seat}
          waiting={kept?.waitingNotes ?? 0}
          onClose={() => setForgetting(false)}
        />
      )}
    </article>
  )
}

function SaveState({ waiting }: { waiting: number }) {
  const { common, workshop } = useMessages()
  if (waiting > 0) {
    return (
      <span className={styles.waiting}>
        <Icon name="clock" size={18} />
        {workshop.mine.waiting(waiting)}
      </span>
    )
  }
  return (
    <span className={styles.stored}>
      <Tick state="stored" label={common.tick.stored} height={15} />
      {workshop.mine.stored}
    </span>
  )
}

/** When anybody last changed a note on this canvas, as far as this device knows. */
function WhenWritten({ view }: { view: CanvasView }) {
  const { language, messages } = useLanguage()
  const words = messages.workshop.mine
  let lastMs = 0
  for (const note of view.notes.values()) lastMs = Math.max(lastMs, note.editedAtMs)
  const today = formatDate(Date.now(), language)
  const yesterday = formatDate(Date.now() - 24 * 60 * 60 * 1000, language)
  const day = formatDate(lastMs, language)
  const text =
    lastMs === 0
      ? words.nothingYet
      : day === today
        ? words.writtenToday(formatTime(lastMs, language))
        : day === yesterday
          ? words.writtenYesterday
          : words.writtenOn(day)
  return <span className={styles.when}>{text}</span>
}
