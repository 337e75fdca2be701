import { useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { KeptSeat } from '../storage/device.ts'
import { Mark } from '../ui/Mark.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { ForgetDialog } from './ForgetDialog.tsx'
import { LinkButton } from './LinkButton.tsx'
import { formatRoute } from './route.ts'
import card from './SeatCard.module.css'
import styles from './WorkshopCard.module.css'

/** A workshop that this device is a facilitator of. */
export function WorkshopCard({ seat }: { seat: KeptSeat }) {
  const { common, workshop } = useMessages()
  const words = workshop.mine
  const device = useIsPhone() ? 'phone' : 'laptop'
  const [forgetting, setForgetting] = useState(false)
  return (
    <article className={`${card.card} ${styles.card}`}>
      <Mark size={40} />
      <div className={card.who}>
        <h3>{seat.title}</h3>
        <p>{seat.example ? common.exampleNotData : common.role.facilitator}</p>
      </div>
      <LinkButton
        size="touch"
        className={card.open}
        href={formatRoute({ type: 'workshop', workshop: seat.workshop })}
      >
        {words.openShort}
      </LinkButton>
      <Menu
        label={words.optionsOf(seat.title)}
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
      {forgetting && <ForgetDialog seat={seat} waiting={0} onClose={() => setForgetting(false)} />}
    </article>
  )
}
