import { useMessages } from '../i18n/useMessages.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Wordmark } from '../ui/Mark.tsx'
import { CodeField } from './CodeField.tsx'
import styles from './JoinScreen.module.css'
import { ScreenMenu } from './ScreenMenu.tsx'
import type { Trouble } from './trouble.ts'
import { troubleText } from './trouble.ts'

/** A code that does not open: why, and the field again. */
export function JoinTrouble({ trouble, onRetry }: { trouble: Trouble; onRetry(): void }) {
  const { common, workshop } = useMessages()
  const words = workshop.join
  const { title, hint, icon } = explain(trouble, words)
  return (
    <main className={`${styles.screen} ${styles.trouble}`}>
      <header className={styles.top}>
        <Wordmark size={30} />
        <ScreenMenu className={styles.menu} />
      </header>
      <span className={`${styles.chip} paper-kunyit`}>
        <Icon name={icon} size={34} />
      </span>
      <h1>{title ?? workshop.link.offline}</h1>
      <p className={styles.hint}>{hint ?? troubleText(trouble, workshop, 'member')}</p>
      <div className={styles.actions}>
        {trouble.type === 'codeUnknown' || trouble.type === 'badRequest' ? (
          <CodeField
            shape="tall"
            label={workshop.landing.enterCode}
            action={workshop.landing.join}
          />
        ) : (
          <Button look="primary" size="main" icon="refresh" onClick={onRetry}>
            {common.tryAgain}
          </Button>
        )}
      </div>
    </main>
  )
}

type JoinWords = ReturnType<typeof useMessages>['workshop']['join']

function explain(
  trouble: Trouble,
  words: JoinWords,
): { title?: string; hint?: string; icon: string } {
  switch (trouble.type) {
    case 'codeUnknown':
    case 'badRequest':
      return { title: words.codeUnknown, hint: words.codeUnknownHint, icon: 'search' }
    case 'tooManyTries':
      return {
        title: words.tooMany,
        hint: words.tooManyHint(trouble.retryAfterSeconds ?? 60),
        icon: 'clock',
      }
    case 'offline':
      return { hint: words.offlineHint, icon: 'signal-off' }
    default:
      return { icon: 'server' }
  }
}
