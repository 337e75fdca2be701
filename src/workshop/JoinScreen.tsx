import { useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { personColour } from '../model/personColour.ts'
import { ok } from '../model/result.ts'
import type { JoinOffer } from '../protocol/api.ts'
import type { JoinCode } from '../protocol/joinCode.ts'
import { Avatar, ownName } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Mark } from '../ui/Mark.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ConfirmSeat } from './ConfirmSeat.tsx'
import styles from './JoinScreen.module.css'
import { JoinTrouble } from './JoinTrouble.tsx'
import { RowLink } from './RowLink.tsx'
import type { Route } from './route.ts'
import { formatRoute } from './route.ts'
import { ScreenMenu } from './ScreenMenu.tsx'
import { useDocumentTitle } from './useDocumentTitle.ts'
import { useJoinOffer } from './useJoinOffer.ts'
import { useKeptSeats } from './useKeptSeats.ts'

type FreeSeat = JoinOffer['free'][number]

/** Behind the join code: find your name, press it, say "yes, this is me". */
export function JoinScreen({ code }: { code: JoinCode }) {
  const { common, workshop } = useMessages()
  const words = workshop.join
  const { offer, trouble, load } = useJoinOffer(code)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<FreeSeat | null>(null)
  const [taken, setTaken] = useState<FreeSeat | null>(null)
  useDocumentTitle(offer?.title ?? words.find)
  if (trouble) return <JoinTrouble trouble={trouble} onRetry={load} />
  const names = offer ? matching(offer.free, typed) : []
  return (
    <main className={styles.screen}>
      <header className={styles.top}>
        <Mark size={30} />
        <p>
          {offer?.title ?? words.looking}
          {offer?.example && <small>{common.exampleNotData}</small>}
        </p>
        <ScreenMenu className={styles.menu} />
      </header>
      <h1>{offer && offer.free.length === 0 ? words.everybodyInside : words.find}</h1>
      {offer && <SeatsHere title={offer.title} />}
      {taken && (
        <div className={styles.news}>
          <Notice tone="soft" icon="user-plus">
            {words.taken(taken.name || taken.business)}
          </Notice>
        </div>
      )}
      {offer && offer.free.length > 5 && (
        <label className={styles.search}>
          <Icon name="search" size={24} />
          <span className="visually-hidden">{words.typeName}</span>
          <input
            type="search"
            value={typed}
            placeholder={words.typeName}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
      )}
      {names.length > 0 && (
        <ul className={styles.names}>
          {names.map((seat) => (
            <li key={seat.seat}>
              <button type="button" onClick={() => setChosen(seat)}>
                <Avatar
                  name={seat.name || seat.business}
                  colour={personColour(seat.seat)}
                  size={44}
                />
                <span>
                  <b dir="auto">{seat.name || seat.business}</b>
                  <small dir="auto">{seat.name ? seat.business : words.noName}</small>
                </span>
                <Icon name="right" size={20} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {offer && names.length === 0 && typed !== '' && (
        <p className={styles.none}>{words.nobodyMatches(typed, offer.taken)}</p>
      )}
      {offer && (
        <p className={styles.foot}>
          {offer.taken > 0 && <>{words.inside(offer.taken)} </>}
          {offer.free.length === 0 ? words.everybodyInsideHint : words.notListed}
        </p>
      )}
      {chosen && (
        <ConfirmSeat
          code={code}
          seat={chosen}
          onClose={() => setChosen(null)}
          onTaken={() => {
            setTaken(chosen)
            setChosen(null)
            load()
          }}
        />
      )}
    </main>
  )
}

const knownBy = ({ name, business }: FreeSeat): string => ownName(name || business)

/** By own name, the form of address aside; a search finds any part of name or business. */
function matching(free: readonly FreeSeat[], typed: string): FreeSeat[] {
  const wanted = typed.trim().toLocaleLowerCase()
  return free
    .filter((seat) => `${seat.name} ${seat.business}`.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => knownBy(a).localeCompare(knownBy(b)))
}

/** Who scans the code a second time is let in without searching. */
function SeatsHere({ title }: { title: string }) {
  const words = useMessages().workshop.mine
  const seats = useKeptSeats() ?? []
  const here = seats.filter((seat) => seat.canvas && seat.title === title && !seat.revoked)
  if (here.length === 0) return null
  return (
    <div className={styles.here}>
      {here.map((seat) => {
        const route: Route = {
          type: 'link',
          link: ok({ role: seat.role, capability: seat.capability }),
          shown: '',
        }
        return (
          <RowLink
            key={seat.seat}
            picture={<Avatar name={seat.name} colour={personColour(seat.seat)} size={44} />}
            title={seat.name}
            hint={words.open}
            href={formatRoute(route)}
          />
        )
      })}
    </div>
  )
}
