import type { ContextType, ReactNode } from 'react'
import { Component } from 'react'
import { LanguageContext } from '../i18n/useMessages.ts'
import { Button } from '../ui/Button.tsx'
import { Mark } from '../ui/Mark.tsx'
import styles from './ErrorBoundary.module.css'

/** Our own mistakes end here: in words, with the one next step. What was written is on the device already. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  static override contextType = LanguageContext
  declare context: ContextType<typeof LanguageContext>
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    const words = this.context.messages.common
    return (
      <main className={styles.broken}>
        <Mark size={48} />
        <div role="alert">
          <h1>{words.somethingWrong}</h1>
          <p>{words.somethingWrongHint}</p>
        </div>
        <Button look="primary" size="main" icon="refresh" onClick={() => location.reload()}>
          {words.reload}
        </Button>
      </main>
    )
  }
}
