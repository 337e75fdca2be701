import { useCallback, useMemo, useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { SeatId, WorkshopId } from '../model/ids.ts'
import type { Member } from '../model/workshop.ts'
import type { KeptSeat } from '../storage/device.ts'
import { usePeople, usePlanView, useStatus } from '../sync/useCanvas.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { MenuItem } from '../ui/Menu.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { AddMembersDialog } from './AddMembersDialog.tsx'
import { Coverage } from './Coverage.tsx'
import type { CanvasSummary } from './canvasSummary.ts'
import styles from './DashboardScreen.module.css'
import { DetailsDialog } from './DetailsDialog.tsx'
import type { Room } from './FacilitatorRoom.tsx'
import { FacilitatorRoom, troubleOf } from './FacilitatorRoom.tsx'
import { FacilitatorsHere } from './FacilitatorsHere.tsx'
import type { Filter } from './FilterChips.tsx'
import { FilterChips } from './FilterChips.tsx'
import { JoinCodeButton } from './JoinCodeButton.tsx'
import { LegendDialog } from './LegendDialog.tsx'
import { LinkButton } from './LinkButton.tsx'
import type { Presence } from './MemberCard.tsx'
import { MemberCard } from './MemberCard.tsx'
import { formatRoute } from './route.ts'
import { TopBar } from './TopBar.tsx'
import { troubleText } from './trouble.ts'
import { useColours } from './useColours.ts'
import { useDocumentTitle } from './useDocumentTitle.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'
import { useSeatList } from './useSeatList.ts'

type DashboardScreenProps = { workshop: WorkshopId; seat?: KeptSeat }

export function DashboardScreen({ workshop, seat }: DashboardScreenProps) {
  return (
    <FacilitatorRoom workshop={workshop} seat={seat}>
      {(room) => <Dashboard room={room} />}
    </FacilitatorRoom>
  )
}

/**
 * Up to so many canvases are all followed live, so that counts and filters are true. Beyond, only those on screen: a
 * browser holds about 250 sockets, and each open canvas costs memory.
 */
const FOLLOW_ALL_UP_TO = 40

/** Every canvas of the workshop, live. */
function Dashboard({ room }: { room: Room }) {
  const { common, workshop } = useMessages()
  const words = useFacilitatorMessages()
  const plan = usePlanView(room.plan)
  const { connection } = useStatus(room.plan)
  const trouble = troubleOf(connection)
  const seats = useSeatList(room)
  const connected = useConnected(room)
  const { summaries, onSummary } = useSummaries()
  const [filter, setFilter] = useState<Filter>('all')
  const [dialog, setDialog] = useState<'add' | 'details' | 'legend' | null>(null)

  useDocumentTitle(plan.title)
  const isPhone = useIsPhone()
  const { members } = plan
  const colourOf = useColours(members)
  const followAll = members.length <= FOLLOW_ALL_UP_TO
  const known = members.filter((member) => summaries.has(member.canvas)).length
  const allKnown = members.length > 0 && known === members.length
  const groups = {
    all: members,
    silent: members.filter((member) => summaries.get(member.canvas)?.notes === 0),
    connected: members.filter((member) => connected.has(member.seat)),
  }
  const shown = groups[filter]
  const presenceOf = ({ seat, joinedAtMs }: Member): Presence =>
    connected.has(seat)
      ? 'connected'
      : joinedAtMs !== null && groups.connected.length > 0
        ? 'away'
        : 'outside'
  const items: MenuItem[] = [
    {
      key: 'details',
      icon: 'pencil',
      label: words.dashboard.editDetails,
      onChoose: () => setDialog('details'),
    },
    {
      key: 'legend',
      icon: 'note',
      label: words.legend.title,
      onChoose: () => setDialog('legend'),
    },
  ]
  const subtitle = [
    // A phone's bar has one line for them.
    !isPhone && plan.place,
    words.shell.members(members.length),
    connection.type === 'connected' && words.dashboard.connected(groups.connected.length),
  ]
    .filter(Boolean)
    .join(' · ')

  return (
    <div className={styles.screen}>
      <TopBar
        home="#/"
        homeLabel={common.appName}
        title={plan.title}
        subtitle={subtitle}
        items={room.plan.editDetails ? items : undefined}
        beside={
          <>
            {room.plan.editDetails && (
              <IconButton
                icon="pencil"
                label={words.dashboard.editDetails}
                className={styles.edit}
                onClick={() => setDialog('details')}
              />
            )}
            {plan.example && <span className={styles.example}>{common.exampleNotData}</span>}
          </>
        }
      >
        <JoinCodeButton room={room} seats={seats} />
        <LinkButton icon="link" href={formatRoute({ type: 'links', workshop: room.seat.workshop })}>
          {words.dashboard.memberLinks}
        </LinkButton>
        <FacilitatorsHere room={room} />
      </TopBar>
      <main className={styles.main}>
        {connection.type === 'offline' && (
          <Notice
            tone="calm"
            icon="signal-off"
            action={<Button onClick={room.plan.retry}>{common.tryAgain}</Button>}
          >
            <strong>{words.shell.offline}.</strong> {words.shell.offlineHint}
          </Notice>
        )}
        {trouble && (
          <Notice
            tone={trouble.type === 'crowded' ? 'calm' : 'alarm'}
            icon="server"
            action={<Button onClick={room.plan.retry}>{common.tryAgain}</Button>}
          >
            {troubleText(trouble, workshop)}
          </Notice>
        )}
        {members.length === 0 ? (
          <Nobody onAdd={() => setDialog('add')} />
        ) : (
          <>
            <div className={styles.overview}>
              <FilterChips
                filter={filter}
                counts={{
                  all: members.length,
                  silent: allKnown ? groups.silent.length : null,
                  connected: groups.connected.length,
                }}
                onChoose={setFilter}
              />
              {allKnown && <Coverage members={members} summaries={summaries} />}
            </div>
            <ul className={`${styles.cards} ${members.length > 11 ? styles.dense : ''}`}>
              {shown.map((member) => (
                <MemberCard
                  key={member.seat}
                  seat={room.seat}
                  member={member}
                  colour={colourOf(member.seat)}
                  presence={presenceOf(member)}
                  live={followAll}
                  summary={summaries.get(member.canvas)}
                  onSummary={onSummary}
                />
              ))}
              {filter === 'all' && (
                <li className={styles.add}>
                  <button type="button" onClick={() => setDialog('add')}>
                    <Icon name="user-plus" size={26} />
                    {words.roster.add}
                  </button>
                </li>
              )}
            </ul>
            {filter !== 'all' && shown.length === 0 && (
              <p className={styles.none}>{words.dashboard.nothingHere[filter]}</p>
            )}
          </>
        )}
      </main>
      {dialog === 'add' && (
        <AddMembersDialog room={room} onAdded={seats.set} onClose={() => setDialog(null)} />
      )}
      {dialog === 'legend' && <LegendDialog room={room} onClose={() => setDialog(null)} />}
      {dialog === 'details' && <DetailsDialog room={room} onClose={() => setDialog(null)} />}
    </div>
  )
}

/** Seats of everybody whose device is connected to the workshop now. */
function useConnected({ plan }: Room): ReadonlySet<SeatId> {
  const people = usePeople(plan)
  return useMemo(() => new Set(people.map((person) => person.seat)), [people])
}

/** What is known of each canvas; what a canvas said last stays when it is not followed any more. */
function useSummaries() {
  const [summaries, setSummaries] = useState<ReadonlyMap<string, CanvasSummary>>(new Map())
  const onSummary = useCallback((member: Member, summary: CanvasSummary) => {
    setSummaries((before) => new Map(before).set(member.canvas, summary))
  }, [])
  return { summaries, onSummary }
}

function Nobody({ onAdd }: { onAdd(): void }) {
  const words = useFacilitatorMessages()
  return (
    <section className={styles.nobody}>
      <span className={`${styles.chip} paper-daun`}>
        <Icon name="people" size={34} />
      </span>
      <h2>{words.dashboard.noOneYet}</h2>
      <p>{words.dashboard.noOneYetHint}</p>
      <Button look="primary" size="main" icon="user-plus" onClick={onAdd}>
        {words.roster.add}
      </Button>
    </section>
  )
}
