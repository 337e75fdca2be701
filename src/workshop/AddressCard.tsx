import { useId } from 'react'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './AddressCard.module.css'
import card from './LinksScreen.module.css'
import type { Address, AddressChoice } from './useAddress.ts'
import { addressName } from './useAddress.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

/** Which address stands in links and codes: the one that the others' phones can reach. */
export function AddressCard({ choice }: { choice: AddressChoice }) {
  const words = useFacilitatorMessages().links
  const name = useId()
  const { addresses, chosen, fixed } = choice
  if (!addresses) return null
  if (!chosen) {
    return (
      <section className={`${card.panel} ${styles.card}`}>
        <h2>{words.addressTitle}</h2>
        <Notice tone="alarm" icon="signal-off">
          <strong>{words.addressNone}.</strong> {words.addressNoneHint}
        </Notice>
        <Button icon="refresh" className={styles.check} onClick={choice.check}>
          {words.addressCheck}
        </Button>
      </section>
    )
  }
  return (
    <section className={`${card.panel} ${styles.card}`}>
      <h2>{words.addressTitle}</h2>
      <p className={styles.hint}>{fixed ? words.addressFixedHint : words.addressHint}</p>
      <div className={styles.list} role="radiogroup" aria-label={words.addressRadio}>
        {addresses.map((address) => (
          <label key={address.origin} className={styles.address}>
            <input
              type="radio"
              name={name}
              checked={address.origin === chosen}
              onChange={() => choice.choose(address.origin)}
            />
            <span>
              <b>{addressName(address.origin)}</b>
              <small>{labelOf(address) || (address.here && words.addressHere)}</small>
            </span>
            {address.origin === chosen && addresses.length > 1 && <em>{words.addressUsed}</em>}
          </label>
        ))}
      </div>
    </section>
  )
}

/** A public address is called by its own name, which stands above it already. */
const labelOf = ({ origin, label }: Address): string => (label === addressName(origin) ? '' : label)
