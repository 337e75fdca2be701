import { useEffect, useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { SeatId, WorkshopId } from '../model/ids.ts'
import type { KeptSeat } from '../storage/device.ts'
import { usePeople, usePlanView, useStatus } from '../sync/useCanvas.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Notice } from '../ui/Notice.tsx'
import { AddMembersDialog } from './AddMembersDialog.tsx'
import { AddressCard } from './AddressCard.tsx'
import { CopyAllButton } from './CopyAllButton.tsx'
import { membersDraft, readRosterDraft } from './createDraft.ts'
import type { Room } from './FacilitatorRoom.tsx'
import { FacilitatorRoom } from './FacilitatorRoom.tsx'
import { FacilitatorsCard } from './FacilitatorsCard.tsx'
import { JoinCodeCard } from './JoinCodeCard.tsx'
import { KeyCard } from './KeyCard.tsx'
import { LinkButton } from './LinkButton.tsx'
import styles from './LinksScreen.module.css'
import { MemberRow } from './MemberRow.tsx'
import { readRoster } from './rosterDraft.ts'
import { formatRoute } from './route.ts'
import { useServices } from './services.ts'
import { TopBar } from './TopBar.tsx'
import { troubleText } from './trouble.ts'
import { useAddress } from './useAddress.ts'
import { useColours } from './useColours.ts'
import { useDocumentTitle } from './useDocumentTitle.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'
import { useLinks } from './useLinks.ts'
import { useSeatList } from './useSeatList.ts'

export function LinksScreen({ workshop, seat }: { workshop: WorkshopId; seat?: KeptSeat }) {
  return (
    <FacilitatorRoom workshop={workshop} seat={seat}>
      {(room) => <LinksPage room={room} />}
    </FacilitatorRoom>
  )
}

/** The facilitator's key first, then the code, then one row a member with their link in every form. */
function LinksPage({ room }: { room: Room }) {
  const { common, workshop } = useMessages()
  const words = useFacilitatorMessages()
  const { device } = useServices()
  const plan = usePlanView(room.plan)
  const seats = useSeatList(room)
  const address = useAddress(
    room.seat.workshop,
    useStatus(room.plan).connection.type === 'connected',
  )
  const { base } = address
  const links = useLinks(room, base)
  const online = new Set<SeatId>(usePeople(room.plan).map((person) => person.seat))
  const [adding, setAdding] = useState(false)
  const waiting = useWaitingLines(room.seat.workshop, adding)
  const toWorkshop = formatRoute({ type: 'workshop', workshop: room.seat.workshop })

  useDocumentTitle(plan.title)
  const states = new Map((seats.list?.seats ?? []).map((state) => [state.seat, state]))
  const colourOf = useColours(plan.members)
  const inside = plan.members.filter((member) => member.joinedAtMs !== null).length
  return (
    <div className={styles.screen}>
      <TopBar
        back
        home={toWorkshop}
        homeLabel={words.shell.allCanvases}
        title={plan.title}
        subtitle={words.links.ready(plan.members.length)}
        beside={plan.example && <span className={styles.example}>{common.exampleNotData}</span>}
      >
        <LinkButton iconAfter="forward" href={toWorkshop}>
          {words.shell.openWorkshop}
        </LinkButton>
      </TopBar>
      <main className={styles.columns}>
        <div className={styles.left}>
          <KeyCard
            title={plan.title}
            link={links?.own ?? null}
            base={base}
            kept={room.seat.linkKept}
            onKept={() => void device.seats.update(room.seat.seat, { linkKept: true })}
          />
          <JoinCodeCard room={room} seats={seats} />
          <AddressCard choice={address} />
          <FacilitatorsCard room={room} base={base} plan={plan} />
        </div>
        <section className={`${styles.panel} ${styles.list}`}>
          <header className={styles.listHead}>
            <h2>
              {words.links.listTitle}{' '}
              {plan.members.length > 0 && (
                <small>{words.links.inside(inside, plan.members.length)}</small>
              )}
            </h2>
            <Button icon="user-plus" onClick={() => setAdding(true)}>
              {words.roster.add}
            </Button>
            {plan.members.length > 0 && (
              <CopyAllButton members={plan.members} links={links} onDone={seats.reload} />
            )}
          </header>
          {waiting > 0 && (
            <div className={styles.news}>
              <Notice
                tone="soft"
                icon="bulb"
                action={
                  <Button onClick={() => setAdding(true)}>{words.roster.leftoverOpen}</Button>
                }
              >
                {words.roster.leftover(waiting)}
              </Notice>
            </div>
          )}
          {address.addresses && !base && (
            <div className={styles.news}>
              <Notice
                tone="alarm"
                icon="signal-off"
                action={<Button onClick={address.check}>{words.links.addressCheck}</Button>}
              >
                {words.links.addressNone}.
              </Notice>
            </div>
          )}
          {seats.trouble && (
            <div className={styles.news}>
              <Notice
                tone="calm"
                icon="signal-off"
                action={
                  <Button
                    onClick={() => {
                      room.plan.retry()
                      seats.reload()
                    }}
                  >
                    {common.tryAgain}
                  </Button>
                }
              >
                {troubleText(seats.trouble, workshop)}
              </Notice>
            </div>
          )}
          {plan.members.length === 0 ? (
            <div className={styles.empty}>
              <Icon name="people" size={34} />
              <p>
                <b>{words.links.empty}</b>
                {words.links.emptyHint}
              </p>
            </div>
          ) : (
            <ul className={styles.rows}>
              {plan.members.map((member) => (
                <MemberRow
                  key={member.seat}
                  room={room}
                  member={member}
                  colour={colourOf(member.seat)}
                  state={states.get(member.seat) ?? null}
                  online={online.has(member.seat)}
                  title={plan.title}
                  links={links}
                  seats={seats}
                />
              ))}
            </ul>
          )}
        </section>
      </main>
      {adding && (
        <AddMembersDialog room={room} onAdded={seats.set} onClose={() => setAdding(false)} />
      )}
    </div>
  )
}

/** Lines of a pasted list that are still to become members of this workshop. Read again when the dialog closes. */
function useWaitingLines(workshop: WorkshopId, adding: boolean): number {
  const { device } = useServices()
  const [count, setCount] = useState(0)
  useEffect(() => {
    if (adding) return
    let current = true
    void device.drafts.get(membersDraft(workshop)).then((text) => {
      if (current) setCount(text === null ? 0 : linesIn(text))
    })
    return () => {
      current = false
    }
  }, [device, workshop, adding])
  return count
}

function linesIn(stored: string): number {
  try {
    return readRoster(readRosterDraft(JSON.parse(stored))).length
  } catch {
    return 0 // not a draft of ours
  }
}
