import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { Board } from '../board/Board.tsx'
import { useMessages } from '../i18n/useMessages.ts'
import type { CanvasId, NoteId, SeatId } from '../model/ids.ts'
import type { PlanView } from '../model/workshop.ts'
import { emptyPlan } from '../model/workshop.ts'
import type { KeptSeat } from '../storage/device.ts'
import type { CanvasSession, PlanSession, RoomStatus } from '../sync/session.ts'
import { acquireCanvas, acquirePlan } from '../sync/sessions.ts'
import { useLease, usePlanView, useStatus } from '../sync/useCanvas.ts'
import { LinkProblem } from '../workshop/LinkProblem.tsx'
import { Opening } from '../workshop/Opening.tsx'
import { useServices } from '../workshop/services.ts'
import type { Trouble } from '../workshop/trouble.ts'
import { useDocumentTitle } from '../workshop/useDocumentTitle.ts'
import styles from './CanvasScreen.module.css'
import { PrintLoader } from './PrintLoader.tsx'
import { useWaysOut } from './useWaysOut.ts'

type CanvasScreenProps = {
  /** As whom: the canvas's own member, or a facilitator. */
  seat: KeptSeat
  canvas: CanvasId
  /** On a phone: to whom opens it here for the first time. */
  greeting?: string | undefined
}

/** One canvas with everything it needs from around it: whose it is, what it is called, where back leads. */
export function CanvasScreen({ seat, canvas, greeting }: CanvasScreenProps) {
  const { device, origin } = useServices()
  const words = useMessages().workshop.link
  const session = useLease(
    () => acquireCanvas({ device, origin, seat, canvas }),
    [seat.seat, seat.capability, canvas],
  )
  // A viewer's link opens the canvas and nothing else.
  const plan = useLease(
    () => (seat.role === 'viewer' ? null : acquirePlan({ device, origin, seat })),
    [seat.seat, seat.capability],
  )
  if (!session) return <Opening text={words.opening} />
  const rest = { seat, canvas, greeting }
  return plan ? (
    <WithPlan {...rest} session={session} plan={plan} />
  ) : (
    <OpenCanvas {...rest} session={session} plan={emptyPlan} />
  )
}

type OpenCanvasProps = CanvasScreenProps & { session: CanvasSession; plan: PlanView }

function WithPlan({ plan, ...rest }: Omit<OpenCanvasProps, 'plan'> & { plan: PlanSession }) {
  return <OpenCanvas {...rest} plan={usePlanView(plan)} />
}

function OpenCanvas({ seat, canvas, greeting, session, plan }: OpenCanvasProps) {
  const { workshop, board } = useMessages()
  const gate = useGate(session, seat.revoked)
  const [reading, setReading] = useState(false)
  const [printing, setPrinting] = useState(false)
  const [noteToOpen, setNoteToOpen] = useState<NoteId | null>(null)
  const owner = useOwner(seat, canvas, plan)
  const nameOf = useNames(seat, plan)
  const { onBack, backLabel, menu } = useWaysOut(seat)
  const revoked = gate === 'revoked'
  useRevoked(seat, revoked)
  useDocumentTitle(owner.name || owner.business || plan.title)
  usePrintKeys(setPrinting)
  const shown = useMemo(() => (revoked ? readOnly(session) : session), [revoked, session])

  if (revoked && !reading) {
    return <Revoked seat={seat} session={session} onSee={() => setReading(true)} />
  }
  switch (gate) {
    case 'opening':
      return <Opening text={workshop.link.opening} />
    case 'missing':
      return <LinkProblem problem={{ type: 'missing' }} />
    case 'offline':
      return <LinkProblem problem={{ type: 'offline', what: 'canvas', onRetry: session.retry }} />
    case 'crowded':
    case 'internal':
    case 'damaged': {
      const trouble: Trouble = gate === 'damaged' ? { type: gate, what: 'canvas' } : { type: gate }
      return (
        <LinkProblem
          problem={{ type: 'trouble', trouble, to: seat.role, onRetry: session.retry }}
        />
      )
    }
  }
  const example = plan.example || seat.example
  return (
    <>
      <Board
        session={shown}
        owner={owner}
        example={example}
        greeting={greeting}
        nameOf={nameOf}
        legend={plan.legend}
        suggestedTags={plan.tags}
        onBack={reading ? () => setReading(false) : onBack}
        backLabel={backLabel}
        onPrint={() => setPrinting(true)}
        noteToOpen={noteToOpen}
        onNoteOpened={() => setNoteToOpen(null)}
        menu={menu}
      />
      <p className={styles.onPaper}>{board.printHere}</p>
      {printing && (
        <PrintLoader
          session={shown}
          owner={owner}
          plan={plan}
          example={example}
          onClose={() => setPrinting(false)}
          onEditNote={(note) => {
            setPrinting(false)
            setNoteToOpen(note)
          }}
        />
      )}
    </>
  )
}

type Gate =
  | 'open'
  | 'opening'
  | 'revoked'
  | 'missing'
  | 'offline'
  | 'crowded'
  | 'internal'
  | 'damaged'

function gateOf({ loaded, connection }: RoomStatus, revoked: boolean): Gate {
  const refused = connection.type === 'refused' ? connection.reason : null
  if (revoked || refused === 'linkRevoked' || refused === 'linkUnknown') return 'revoked'
  if (refused === 'roomUnknown') return 'missing'
  if (loaded) return 'open'
  switch (connection.type) {
    case 'offline':
    case 'crowded':
      return connection.type
    case 'serverCannotStore':
      return 'internal'
    case 'serverDamaged':
      return 'damaged'
    default:
      return 'opening'
  }
}

/** What stands between this person and the canvas. Ticks move with every letter: the board must not be drawn for them. */
const useGate = (session: CanvasSession, revoked: boolean): Gate =>
  useSyncExternalStore(session.subscribeStatus, () => gateOf(session.status(), revoked))

type RevokedProps = { seat: KeptSeat; session: CanvasSession; onSee(): void }

function Revoked({ seat, session, onSee }: RevokedProps) {
  const { loaded, waitingNotes } = useStatus(session)
  const problem = { seat, waiting: waitingNotes, onSee: loaded ? onSee : null }
  return <LinkProblem problem={{ type: 'revoked', ...problem }} />
}

/** Ctrl+P leads to our pages: the browser's own would print the screen. */
function usePrintKeys(setPrinting: (printing: boolean) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // With Caps Lock it is a P.
      if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.shiftKey)
        return
      event.preventDefault()
      setPrinting(true)
    }
    // Before a field or a menu keeps the key to itself.
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [setPrinting])
}

/** Whose canvas it is: as the plan says now, or as it stood when this seat was kept. */
function useOwner(seat: KeptSeat, canvas: CanvasId, plan: PlanView) {
  return useMemo(() => {
    const member = plan.members.find((each) => each.canvas === canvas)
    if (member) return member
    return seat.canvas === canvas && seat.role === 'member'
      ? { seat: seat.seat, name: seat.name, business: seat.business }
      : { seat: null, name: seat.canvas === canvas ? seat.name : '', business: seat.business }
  }, [seat, canvas, plan.members])
}

function useNames(seat: KeptSeat, plan: PlanView): (of: SeatId) => string | null {
  const { common } = useMessages()
  const names = useMemo(() => {
    const known = new Map<SeatId, string>([[seat.seat, seat.name]])
    for (const { seat: id, name } of plan.members) known.set(id, name)
    for (const { seat: id, name } of plan.facilitators) known.set(id, name || common.facilitator)
    return known
  }, [seat.seat, seat.name, plan.members, plan.facilitators, common.facilitator])
  return useCallback((of) => names.get(of) || null, [names])
}

function useRevoked(seat: KeptSeat, revoked: boolean): void {
  const { device } = useServices()
  useEffect(() => {
    if (revoked) void device.seats.update(seat.seat, { revoked: true })
  }, [device, seat.seat, revoked])
}

/** What is kept here of a canvas whose link no longer opens it: to be seen, not to be written on. */
const readOnly = (session: CanvasSession): CanvasSession => ({ ...session, edits: () => null })
