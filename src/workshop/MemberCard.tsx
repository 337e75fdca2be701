import { memo, useEffect, useId } from 'react'
import { emptyCanvas } from '../model/canvas.ts'
import type { PersonColour } from '../model/personColour.ts'
import type { Member } from '../model/workshop.ts'
import type { KeptSeat } from '../storage/device.ts'
import type { CanvasSession } from '../sync/session.ts'
import { acquireCanvas } from '../sync/sessions.ts'
import { useLease, usePeople, useStatus } from '../sync/useCanvas.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { CanvasSummary } from './canvasSummary.ts'
import { sameSummary, summaryOf } from './canvasSummary.ts'
import styles from './MemberCard.module.css'
import { usePictures } from './pictures.ts'
import { formatRoute } from './route.ts'
import { useServices } from './services.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'
import { useVisible } from './useVisible.ts'

/** away: was here, and others are here now; outside: nobody has come in yet, or this one has not. */
export type Presence = 'connected' | 'away' | 'outside'

type MemberCardProps = {
  /** The facilitator's seat that reads the canvas. */
  seat: KeptSeat
  member: Member
  colour: PersonColour
  presence: Presence
  /** Follow the canvas even while the card is scrolled away. */
  live: boolean
  /** What is known of the canvas, also while it is not followed. */
  summary: CanvasSummary | undefined
  onSummary(member: Member, summary: CanvasSummary): void
}

/** One member's canvas as a small live picture; the whole card opens it. */
export const MemberCard = memo(function MemberCard(props: MemberCardProps) {
  const { seat, member, colour, presence, live, summary } = props
  const { device, origin } = useServices()
  const id = useId()
  const words = useFacilitatorMessages()
  const [ref, visible] = useVisible<HTMLLIElement>()
  const follow = live || visible
  const session = useLease(
    () => (follow ? acquireCanvas({ device, origin, seat, canvas: member.canvas }) : null),
    [seat.capability, member.canvas, String(follow)],
  )
  const name = member.name || words.links.nameMissing
  const silent = summary?.notes === 0 && presence === 'connected'
  return (
    <li ref={ref} className={`${styles.card} ${presence === 'away' ? styles.away : ''}`}>
      <header className={styles.head}>
        <Avatar name={member.name} colour={colour} size={34} connected={presence === 'connected'} />
        <div className={styles.who}>
          <h2>
            <a
              className={styles.open}
              aria-labelledby={`${id}-name ${id}-business ${id}-state`}
              id={`${id}-name`}
              href={formatRoute({
                type: 'canvas',
                workshop: seat.workshop,
                canvas: member.canvas,
              })}
            >
              {name}
            </a>
          </h2>
          <p id={`${id}-business`}>{member.business}</p>
        </div>
      </header>
      {session ? <FollowedPicture {...props} session={session} /> : <EmptyPicture />}
      <footer id={`${id}-state`} className={`${styles.foot} ${silent ? styles.silent : ''}`}>
        {session ? (
          <LiveState session={session} member={member} summary={summary} />
        ) : (
          <State member={member} summary={summary} />
        )}
      </footer>
    </li>
  )
})

function FollowedPicture({
  session,
  member,
  summary,
  onSummary,
}: MemberCardProps & { session: CanvasSession }) {
  const { LivePicture } = usePictures()
  useEffect(() => {
    let last = summary
    // Typing changes a canvas many times a second; only what this screen counts is told on.
    const read = () => {
      const next = summaryOf(session.view())
      if (!session.status().loaded || sameSummary(last, next)) return
      last = next
      onSummary(member, next)
    }
    read()
    const unsubscribe = session.subscribe(read)
    const unsubscribeStatus = session.subscribeStatus(read)
    return () => {
      unsubscribe()
      unsubscribeStatus()
    }
  }, [session, member, summary, onSummary])
  return (
    <div className={styles.picture}>
      <LivePicture session={session} />
    </div>
  )
}

function EmptyPicture() {
  const { Picture } = usePictures()
  return (
    <div className={styles.picture}>
      <Picture view={emptyCanvas} />
    </div>
  )
}

type StateProps = { member: Member; summary: CanvasSummary | undefined }

function LiveState({ session, member, summary }: StateProps & { session: CanvasSession }) {
  const words = useFacilitatorMessages().dashboard
  const { loaded, connection } = useStatus(session)
  const writing = usePeople(session).some(
    (person) => person.seat === member.seat && person.where?.note,
  )
  if (writing) {
    return (
      <span className={styles.typing}>
        <Icon name="pencil" size={15} />
        {words.typing}
      </span>
    )
  }
  if (!loaded && connection.type === 'offline') {
    return (
      <span className={styles.state}>
        <Icon name="signal-off" size={16} />
        {words.offlineCard}
      </span>
    )
  }
  return <State member={member} summary={summary} />
}

function State({ member, summary }: StateProps) {
  const { dashboard: words, links } = useFacilitatorMessages()
  if (!summary) return null
  if (summary.notes === 0 && member.joinedAtMs === null) {
    return <span className={styles.state}>{links.statusNever}</span>
  }
  return summary.notes === 0 ? (
    <span className={styles.state}>
      <Icon name="clock" size={16} />
      {words.notWritten}
    </span>
  ) : (
    <span className={styles.state}>
      <i aria-hidden="true" />
      {words.notes(summary.notes)}
    </span>
  )
}
