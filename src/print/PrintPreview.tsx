import { useState } from 'react'
import type { PrintMessages } from '../i18n/print.id.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageSvg } from './PageSvg.tsx'
import styles from './PrintPreview.module.css'
import type { Preparation } from './usePrepared.ts'

type PrintPreviewProps = { words: PrintMessages['dialog']; preparation: Preparation }

/** One page at a time, as large as the window allows, and the two buttons that turn it. */
export function PrintPreview({ words, preparation }: PrintPreviewProps) {
  const [wanted, setWanted] = useState(0)
  const { prepared, error } = preparation
  const pages = prepared?.printed.pages ?? []
  const at = Math.min(wanted, Math.max(0, pages.length - 1))
  const page = pages[at]
  if (!page) {
    return (
      <section className={styles.preview}>
        <div className={`${styles.paper} ${styles.blank}`}>
          {error ? (
            <Failure words={words} preparation={preparation} />
          ) : (
            <Waiting words={words} preparation={preparation} />
          )}
        </div>
      </section>
    )
  }
  return (
    <section className={styles.preview}>
      <div className={styles.paper}>
        <PageSvg page={page} label={words.preview(page.title, at + 1, pages.length)} />
      </div>
      <div className={styles.pager}>
        <IconButton
          icon="left"
          look="plain"
          size="touch"
          label={words.previousPage}
          disabled={at === 0}
          onClick={() => setWanted(at - 1)}
        />
        <p aria-live="polite">
          <b>{page.title}</b>
          <span className={styles.dot}> · </span>
          <span>{words.pageAt(at + 1, pages.length)}</span>
        </p>
        <IconButton
          icon="right"
          look="plain"
          size="touch"
          label={words.nextPage}
          disabled={at >= pages.length - 1}
          onClick={() => setWanted(at + 1)}
        />
      </div>
    </section>
  )
}

const Waiting = ({ words, preparation: { progress } }: PrintPreviewProps) => (
  <p className={styles.waiting} role="status">
    {progress && progress.pages > 2
      ? words.preparingPage(progress.page, progress.pages)
      : words.preparing}
  </p>
)

/** Nothing of the canvas is at stake, and it says so. */
function Failure({ words, preparation: { error, retry } }: PrintPreviewProps) {
  const isUnloaded = error?.type === 'unloaded'
  return (
    <div className={styles.failure} role="alert">
      <Icon name={isUnloaded ? 'signal-off' : 'print'} size={32} />
      <h3>{isUnloaded ? words.failed : words.broken}</h3>
      <p>{isUnloaded ? words.failedHint : words.brokenHint}</p>
      <Button size="touch" icon="redo" onClick={retry}>
        {words.tryAgain}
      </Button>
    </div>
  )
}
