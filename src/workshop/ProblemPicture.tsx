import { useMessages } from '../i18n/useMessages.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './ProblemPicture.module.css'
import type { Problem } from './problem.ts'

/** What happened to the link, as two slips of paper. */
export function ProblemPicture({
  problem,
  device,
}: {
  problem: Problem
  device: 'phone' | 'laptop'
}) {
  const words = useMessages().workshop.link
  return (
    <div className={styles.picture} aria-hidden="true">
      <Slips problem={problem} device={device} words={words} />
    </div>
  )
}

type SlipsProps = {
  problem: Problem
  device: 'phone' | 'laptop'
  words: ReturnType<typeof useMessages>['workshop']['link']
}

function Slips({ problem, device, words }: SlipsProps) {
  switch (problem.type) {
    case 'revoked':
    case 'revokedElsewhere':
    case 'outdated':
      return (
        <>
          <span className={`${styles.slip} ${styles.old}`}>
            <Icon name={problem.type === 'outdated' ? 'clock' : 'lock'} size={24} />
            {words.oldLink}
          </span>
          <svg
            className={styles.arrow}
            width="64"
            height="52"
            viewBox="0 0 64 52"
            aria-hidden="true"
          >
            <path d="M10 2v18c0 8 5 13 13 13h26M42 25l8 8-8 8" />
          </svg>
          <span className={`${styles.slip} ${styles.new}`}>
            <Icon name="link" size={25} />
            {words.newLink}
          </span>
        </>
      )
    case 'offline':
    case 'trouble':
      return (
        <>
          <span className={`${styles.slip} ${styles.whole}`}>
            <Icon name={device === 'phone' ? 'phone' : 'screen'} size={24} />
            {words.notDevice(device)}
          </span>
          <span className={styles.lost}>
            <Icon name={problem.type === 'offline' ? 'signal-off' : 'server'} size={26} />
          </span>
        </>
      )
    case 'incomplete':
      return (
        <>
          <span className={`${styles.slip} ${styles.torn}`}>
            <Icon name="link" size={24} />
            <b>{`${location.hostname}/#/${problem.shown}`}</b>
          </span>
          <span className={styles.lost}>?</span>
        </>
      )
    case 'unknown':
    case 'missing':
    case 'workshopNotHere':
      return (
        <>
          <span className={`${styles.slip} ${styles.whole}`}>
            <Icon name="link" size={24} />
            {words.thisLink}
          </span>
          <span className={styles.lost}>?</span>
        </>
      )
  }
}
