import type { ReactNode } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Mark, Wordmark } from '../ui/Mark.tsx'
import { Tick } from '../ui/Tick.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { CodeField } from './CodeField.tsx'
import { LinkButton } from './LinkButton.tsx'
import styles from './LinkProblem.module.css'
import { ProblemPicture } from './ProblemPicture.tsx'
import type { Problem } from './problem.ts'
import { ScreenMenu } from './ScreenMenu.tsx'
import { useServices } from './services.ts'
import { whatsAppShare } from './shareTexts.ts'
import { troubleText } from './trouble.ts'
import { useDocumentTitle } from './useDocumentTitle.ts'

/** A link that does not open: what happened in five words, what is safe, and one green next step. */
export function LinkProblem({ problem }: { problem: Problem }) {
  const device = useIsPhone() ? 'phone' : 'laptop'
  const { title, why, body, actions } = useProblemParts(problem)
  const seat = problem.type === 'revoked' ? problem.seat : null
  useDocumentTitle(title)
  return (
    <main className={styles.screen}>
      <header className={styles.top}>
        {seat ? (
          <>
            <Mark size={30} />
            {seat.title}
          </>
        ) : (
          <Wordmark size={30} />
        )}
        <ScreenMenu className={styles.menu} />
      </header>
      <ProblemPicture problem={problem} device={device} />
      <h1>{title}</h1>
      <p className={styles.why}>{why}</p>
      {body}
      <div className={styles.actions}>{actions}</div>
    </main>
  )
}

type Parts = { title: string; why: string; body?: ReactNode; actions: ReactNode }

function useProblemParts(problem: Problem): Parts {
  const { common, workshop } = useMessages()
  const words = workshop.link
  const device = useIsPhone() ? 'phone' : 'laptop'
  const { go } = useServices()
  const toCode = (
    <Button look="quiet" size="main" className={styles.quiet} onClick={() => go({ type: 'start' })}>
      {words.enterCodeInstead}
    </Button>
  )
  const toWhatsApp = (
    <LinkButton look="primary" size="main" icon="chat" href={whatsAppHome(device)}>
      {words.openWhatsApp}
    </LinkButton>
  )
  const retry = (onRetry: () => void) => (
    <Button look="primary" size="main" icon="refresh" onClick={onRetry}>
      {common.tryAgain}
    </Button>
  )
  switch (problem.type) {
    case 'incomplete':
      return {
        title: words.incomplete,
        why: words.incompleteWhy,
        body: <Steps steps={words.incompleteSteps} />,
        actions: [toWhatsApp, toCode].map(keyed),
      }
    case 'unknown':
      return {
        title: words.unknown,
        why: words.unknownWhy,
        body: <Steps steps={words.unknownSteps} />,
        actions: [toWhatsApp, toCode].map(keyed),
      }
    case 'revokedElsewhere':
      return {
        title: words.revoked,
        why: words.revokedWhy,
        actions: [toWhatsApp, toCode].map(keyed),
      }
    case 'revoked':
      return {
        title: words.revoked,
        why: problem.seat.canvas ? words.revokedWhy : words.revokedForFacilitator,
        body: problem.seat.canvas && <Safe waiting={problem.waiting} />,
        actions: <RevokedActions problem={problem} />,
      }
    case 'offline':
      return {
        title: words.offline,
        why: words.offlineWhy[problem.what](device),
        actions: [retry(problem.onRetry), toCode].map(keyed),
      }
    case 'outdated':
      return {
        title: words.outdated,
        why: words.outdatedWhy,
        actions: (
          <Button look="primary" size="main" icon="refresh" onClick={() => location.reload()}>
            {words.update}
          </Button>
        ),
      }
    case 'missing':
      return { title: words.missing, why: words.missingWhy, actions: toCode }
    case 'workshopNotHere':
      return {
        title: words.workshopNotHere,
        why: words.workshopNotHereWhy,
        actions: (
          <CodeField shape="tall" label={words.pasteLink} action={workshop.mine.openShort} />
        ),
      }
    case 'trouble':
      return {
        title: words.serverTrouble,
        why: troubleText(problem.trouble, workshop, problem.to),
        actions: [retry(problem.onRetry), toCode].map(keyed),
      }
  }
}

const keyed = (each: ReactNode, index: number): ReactNode => <span key={index}>{each}</span>

/** No number: WhatsApp itself opens, with its list of chats. */
const whatsAppHome = (device: 'phone' | 'laptop'): string =>
  device === 'phone' ? 'whatsapp://' : 'https://web.whatsapp.com/'

function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => (
        <li key={step}>
          <span aria-hidden="true">{index + 1}</span>
          {step}
        </li>
      ))}
    </ol>
  )
}

function Safe({ waiting }: { waiting: number }) {
  const { common, workshop } = useMessages()
  const device = useIsPhone() ? 'phone' : 'laptop'
  return (
    <p className={styles.safe}>
      {waiting > 0 ? (
        <Tick state="kept" label={common.tick.kept(device)} height={19} />
      ) : (
        <Tick state="stored" label={common.tick.stored} height={19} />
      )}
      {waiting > 0 ? workshop.link.unsentSafe(waiting, device) : workshop.link.allSent}
    </p>
  )
}

function RevokedActions({ problem }: { problem: Extract<Problem, { type: 'revoked' }> }) {
  const words = useMessages().workshop.link
  const device = useIsPhone() ? 'phone' : 'laptop'
  const { seat, onSee } = problem
  return (
    <>
      <LinkButton
        look="primary"
        size="main"
        icon="chat"
        href={whatsAppShare(words.askMessage(seat.name, seat.title))}
      >
        {words.askForLink}
      </LinkButton>
      {onSee && (
        <Button look="quiet" size="main" className={styles.quiet} onClick={onSee}>
          <Icon name="eye" size={22} />
          {words.seeHere(device)}
        </Button>
      )}
    </>
  )
}
