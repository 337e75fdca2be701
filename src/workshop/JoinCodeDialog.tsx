import type { ReactNode } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { joinLink } from '../protocol/joinCode.ts'
import { usePlanView, useStatus } from '../sync/useCanvas.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Mark } from '../ui/Mark.tsx'
import { Notice } from '../ui/Notice.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { BigCode } from './BigCode.tsx'
import type { Room } from './FacilitatorRoom.tsx'
import styles from './JoinCodeDialog.module.css'
import { addressName, useAddress } from './useAddress.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'
import type { JoinCodeControl } from './useJoinCode.ts'
import type { Seats } from './useSeatList.ts'

type JoinCodeDialogProps = { room: Room; seats: Seats; code: JoinCodeControl; onClose(): void }

/** The join code as the back row needs it: QR, address and the word in the largest type there is. */
export function JoinCodeDialog({ room, seats, code, onClose }: JoinCodeDialogProps) {
  const { common } = useMessages()
  const words = useFacilitatorMessages()
  const plan = usePlanView(room.plan)
  const { base, addresses, check } = useAddress(
    room.seat.workshop,
    useStatus(room.plan).connection.type === 'connected',
  )
  const inside = (seats.list?.seats ?? []).filter(
    (seat) => seat.role === 'member' && seat.joinedAtMs !== null,
  ).length
  const { state } = code
  if (!state) return null
  return (
    <Dialog shape="full" title={words.dashboard.codeBig} titleHidden onClose={onClose}>
      <div className={styles.screen}>
        <div className={styles.top}>
          <Mark size={44} />
          <div>
            <p className={styles.title}>{plan.title}</p>
            <p className={styles.place}>{plan.place}</p>
          </div>
          <IconButton
            icon="close"
            size="touch"
            look="plain"
            label={common.close}
            onClick={onClose}
          />
        </div>
        {!code.valid && (
          <Notice
            tone="soft"
            icon="lock"
            action={
              <Button onClick={() => code.change(state.open ? 'renew' : 'open')}>
                {state.open ? words.links.codeRenew : words.links.codeOpen}
              </Button>
            }
          >
            {state.open ? words.links.codeExpired : words.links.codeClosed}
          </Notice>
        )}
        {addresses && !base && (
          <Notice
            tone="alarm"
            icon="signal-off"
            action={<Button onClick={check}>{words.links.addressCheck}</Button>}
          >
            <strong>{words.links.addressNone}.</strong> {words.links.addressNoneHint}
          </Notice>
        )}
        <section className={`${styles.sheet} ${code.valid ? '' : styles.closed}`}>
          {base && (
            <div className={styles.qr}>
              <QrCode
                text={joinLink(base, state.code)}
                label={`${words.links.qr}: ${words.dashboard.codeBig}`}
                size={480}
              />
            </div>
          )}
          <div className={styles.steps}>
            {base && (
              <Step turn={1}>
                {words.dashboard.codeStepScan} <b>{addressName(base)}</b>{' '}
                {words.dashboard.codeStepType}
              </Step>
            )}
            <Step turn={2}>{words.dashboard.codeStepName}</Step>
            <BigCode code={state.code} size="wall" valid={code.valid} />
          </div>
        </section>
        <p className={styles.inside}>{words.dashboard.insideCount(inside, plan.members.length)}</p>
      </div>
    </Dialog>
  )
}

function Step({ turn, children }: { turn: number; children: ReactNode }) {
  return (
    <p className={styles.step}>
      <span aria-hidden="true">{turn}</span>
      <span>{children}</span>
    </p>
  )
}
